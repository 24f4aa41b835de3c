"""Options of the test run."""

import os

from hypothesis import settings

# In CI the same examples every time: what Hypothesis finds on one run must not stop another change from landing.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden", action="store_true", help="write what is read into tests/golden, to be reviewed"
    )
