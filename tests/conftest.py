"""Options of the test run, and what is made once for all tests of a run."""

import gc
import json
import pathlib
from collections.abc import Callable

import pytest
from browser import Reader, WithoutScripts, WithoutSearch, browser, served
from effort import FACTOR, examples
from filelock import FileLock
from hypothesis import HealthCheck, settings
from sites import EXAMPLE, Site, built

# How long an example takes says more about the machine than about the code. `make test` tries the same examples every
# time: what Hypothesis finds by luck must not stop another change from landing. `make fuzz` tries others on each run.
CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=examples(100))
settings.register_profile("test", CALM, derandomize=True)
settings.register_profile("fuzz", CALM)
settings.load_profile("test" if FACTOR < 1 else "fuzz")


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden", action="store_true", help="write what is read into tests/golden, to be reviewed"
    )


def pytest_collection():
    """Of thousands of tests that are found nothing is garbage: nobody need look for it meanwhile."""
    gc.disable()


def pytest_collection_finish():
    """Hide the thousands of tests from the garbage collector: each build of a site would walk over all of them."""
    gc.enable()
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def shared_site(tmp_path_factory, worker_id):
    """Builds a site once for all processes of a run, in a folder of this name. Nobody may change its files."""
    root = tmp_path_factory.getbasetemp() if worker_id == "master" else tmp_path_factory.getbasetemp().parent

    def site(name: str, make: Callable[[pathlib.Path], Site]) -> Site:
        made = root / f"{name}.json"
        with FileLock(root / f"{name}.lock"):
            if not made.exists():
                new = make(root / name)
                made.write_text(json.dumps([str(new.folder), new.log]), "utf-8")
        folder, log = json.loads(made.read_text("utf-8"))
        return Site(pathlib.Path(folder), log)

    return site


@pytest.fixture(scope="session")
def example(shared_site) -> Site:
    """The example site, built strictly."""
    return shared_site("example", lambda folder: built(EXAMPLE / "mkdocs.yml", folder, strict=True))


@pytest.fixture(scope="session")
def example_address(example):
    """Where a server on this machine shows the example site, for tests that need nothing of the theme's scripts."""
    with served(str(example.folder), WithoutScripts) as url:
        yield url


@pytest.fixture(scope="session")
def example_with_theme(example):
    """The same with the theme's scripts, which find nothing to search in."""
    with served(str(example.folder), WithoutSearch) as url:
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
    """Opens pages, which are closed after the test. Fails when one that was visited or looked at has an error in its
    console, or has asked for something outside its site."""
    yield contexts
    contexts.close_pages()
    assert contexts.new_trouble() == []
