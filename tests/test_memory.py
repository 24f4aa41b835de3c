"""The garbage collector during a build."""

import gc

import pytest
from mkdocs.exceptions import Abort
from sites import FILES, make_site

from mkdocs_planplugin.plugin.memory import collector_at_rest


def test_the_collector_rests_and_works_again():
    """Also where the work fails; one that did not work before does not work afterwards."""

    def fails():
        with collector_at_rest():
            assert not gc.isenabled()
            raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 (it is the one above)
        fails()
    assert gc.isenabled()
    gc.disable()
    try:
        with collector_at_rest():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_after_a_build_nothing_is_set_aside(tmp_path):
    """Neither after one that went well nor after one that failed."""
    make_site(tmp_path / "a", FILES, {})
    assert gc.get_freeze_count() == 0
    with pytest.raises(Abort):
        make_site(tmp_path / "b", {**FILES, "index.md": "[gone](gone.md)\n"}, {}, strict=True)
    assert gc.get_freeze_count() == 0
