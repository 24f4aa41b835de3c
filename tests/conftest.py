"""Options of the test run, and what is made once for all tests of a run."""

import json
import os

import pytest
from browser import Reader, browser, served
from effort import examples
from filelock import FileLock
from hypothesis import HealthCheck, settings
from sites import EXAMPLE, Site, built

# How long an example takes says more about the machine than about the code. In CI the same examples every time: what
# Hypothesis finds on one run must not stop another change from landing.
CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=examples(100))
settings.register_profile("calm", CALM)
settings.register_profile("ci", CALM, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "calm")


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden", action="store_true", help="write what is read into tests/golden, to be reviewed"
    )


@pytest.fixture(scope="session")
def example(tmp_path_factory, worker_id) -> Site:
    """The example site, built strictly: once for all processes of a run. Nobody may change its files."""
    shared = tmp_path_factory.getbasetemp() if worker_id == "master" else tmp_path_factory.getbasetemp().parent
    folder, log = shared / "example", shared / "example.json"
    with FileLock(shared / "example.lock"):
        if not log.exists():
            log.write_text(json.dumps(built(EXAMPLE / "mkdocs.yml", folder, strict=True).log), "utf-8")
    return Site(folder, json.loads(log.read_text("utf-8")))


@pytest.fixture(scope="session")
def example_address(example):
    """Where a server on this machine shows the example site."""
    with served(str(example.folder)) as url:
        yield url


@pytest.fixture(scope="session")
def chromium():
    """One browser for all tests of a process."""
    with browser() as running:
        yield running


@pytest.fixture(scope="session")
def contexts(chromium):
    return Reader(chromium)


@pytest.fixture
def reader(contexts):
    """Opens pages, which are closed after the test."""
    yield contexts
    contexts.close_pages()
