"""What plans are filtered and grouped by."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_plans import MONDAY, entries, phase, plan, risk_id, task

from mkdocs_planplugin.model import Calendar, Level, Risk, State, Status
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.portfolio.facets import concerns, folders, people_of, tally
from mkdocs_planplugin.reading.values import read_people

TODAY = MONDAY + dt.timedelta(60)


def entry(path="a.md", *tasks, **rest):
    return Entry.of(path, path, plan(phase(1, *tasks or [task("1.1", 8)]), **rest), Calendar(), TODAY)


@pytest.mark.parametrize(
    ("owner", "found"),
    [
        ("Ana", ["Ana"]),
        ("Ana, Ben & Cy", ["Ana", "Ben", "Cy"]),
        ("Ana and Ben / Cy; @dan + Eve|Flo", ["Ana", "Ben", "Cy", "dan", "Eve", "Flo"]),
        ("Alexandra", ["Alexandra"]),
        ("  Ana   Maria ", ["Ana Maria"]),
        ("TBD", []),
        ("n/a", []),
        ("Ana, tbd", ["Ana"]),
        ("—", []),
        ("", []),
    ],
)
def test_names_in_an_owner_line(owner, found):
    """Names are told apart at commas and words between them; a word for nobody is no name."""
    assert list(read_people(owner)) == found


def test_people_own_what_is_left():
    """Owners of tasks that are open, each once, in the order of the text; who owns what is done is no longer asked. The
    first spelling holds that is not all in small letters, here as in the lists of conflicts."""
    made = entry(
        "a.md",
        task("1.1", owner="Ana", state=State.DONE),
        task("1.2", owner="ben"),
        task("1.3", owner="Ben, Cy", state=State.BLOCKED),
        task("1.4", owner="Dan", state=State.CANCELLED),
    )
    assert people_of(made) == ("Ben", "Cy")


def test_finished():
    """Complete and cancelled plans are; one on hold comes back."""
    assert entry(status=Status.CANCELLED).finished
    assert entry("a.md", task("1.1", state=State.DONE)).finished
    assert not entry(status=Status.ON_HOLD).finished


def test_concerns():
    """Each has its word; the risks of a finished plan are past."""
    fire = Risk(risk_id("1"), "Fire", 1, "r", probability=Level.HIGH, impact=Level.HIGH)
    late = entry(status=Status.IN_PROGRESS, created=MONDAY, risks=(fire,))
    assert concerns(late, TODAY) == ("stale", "risky")
    stuck = entry("a.md", task("1.1", 8, state=State.BLOCKED), start=TODAY, last_updated=TODAY)
    assert concerns(stuck, TODAY) == ("changed",)
    assert concerns(entry(status=Status.COMPLETE, risks=(fire,)), TODAY) == ()


@pytest.mark.parametrize(("days", "counts"), [(-1, False), (0, True), (7, True), (8, False)])
def test_changed_of_late(days, counts):
    """Within a week; a day that is still to come is a slip of the pen."""
    made = entry(last_updated=TODAY - dt.timedelta(days))
    assert ("changed" in concerns(made, TODAY)) == counts


def test_folders():
    """Only what tells plans apart: the folders that hold all of them are left out."""
    paths = ["docs/plans/a.md", "docs/plans/x/b.md", "docs/plans/x/.y/c.md"]
    assert dict(folders(map(entry, paths))) == dict(zip(paths, ("", "x", "x/.y"), strict=True))
    assert dict(folders([entry("plans/a.md")])) == {"plans/a.md": ""}
    assert dict(folders(map(entry, ["a.md", "plans/b.md"]))) == {"a.md": "", "plans/b.md": "plans"}
    assert dict(folders([])) == {}


def test_tally():
    """Words with their number, as a reader looks them up."""
    assert tally(["b", "A", "b", "a"]) == [("A", 1), ("a", 1), ("b", 2)]


@given(st.lists(entries(), max_size=2))
def test_any_plan_has_its_facets(drawn):
    """Nothing fails, every plan has a folder, and nobody is named twice."""
    assert folders(drawn).keys() == {each.path for each in drawn}
    for each in drawn:
        concerns(each, TODAY)
        found = [name.casefold() for name in people_of(each)]
        assert len(found) == len(set(found))
        assert all(found)
