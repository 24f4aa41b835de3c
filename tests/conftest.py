"""Options of the test run."""

import os

from hypothesis import settings

# How long an example takes says more about the machine than about the code. In CI the same examples every time: what
# Hypothesis finds on one run must not stop another change from landing.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden", action="store_true", help="write what is read into tests/golden, to be reviewed"
    )
