"""Options of the test run."""


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden", action="store_true", help="write what is read into tests/golden, to be reviewed"
    )
