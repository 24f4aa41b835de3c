"""Markers in a page's text."""

import pytest

from mkdocs_planplugin.gfm import Syntax
from mkdocs_planplugin.reading.markers import Marker, read_markers

SYNTAX = Syntax()


def only(text):
    ((_, marker),) = read_markers(text, SYNTAX)
    return marker


def test_lines():
    """A marker has the line it stands on; those in code fences and in a sentence are none."""
    text = "# T\n\n<!-- plan:index -->\n\n```\n<!-- plan:index -->\n```\n\n!!! note\n    <!--plan:next-->\n\nsee <!-- plan:index -->\n"
    assert read_markers(text, SYNTAX) == ((3, Marker("index")), (10, Marker("next")))


def test_values():
    """What is said behind the name are keys with values; one with spaces stands in quotes."""
    assert only('<!-- plan:index status=in_progress tag="late shift" -->').values == {
        "status": ("in_progress",),
        "tag": ("late shift",),
    }
    assert only("<!-- plan:timeline plan=plans/auth.md -->").values == {"plan": ("plans/auth.md",)}
    assert only('<!-- plan:index tag="a > b" person=<Ana> -->').values == {"tag": ("a > b",), "person": ("<Ana>",)}


@pytest.mark.parametrize(
    ("comment", "problem"),
    [
        (
            "<!-- plan:nxt -->",
            "there is no view 'nxt' (did you mean 'next'?); there are summary, timeline, history, risks, ",
        ),
        ("<!-- plan: -->", "there is no view ''"),
        ("<!-- plan:a>b -->", "there is no view 'a>b'"),
        ("<!-- plan:index staus=x -->", "index knows no 'staus' (did you mean 'status'?); it knows plan=, status=, "),
        ("<!-- plan:summary tag=x -->", "summary knows no 'tag'; it knows plan="),
        ("<!-- plan:index tag -->", "tag has no value; write it as tag=VALUE"),
        ("<!-- plan:index tag= x -->", "tag has no value; write it as tag=VALUE"),
        ('<!-- plan:index tag="x -->', "a quote is not closed"),
        ("<!-- plan:index status=sideways -->", "'sideways' is no status; there are draft, not_started, in_progress, "),
    ],
)
def test_problems(comment, problem):
    """What is wrong with a marker is said, with how to write it right."""
    assert only(comment).problem.startswith(problem)


@pytest.mark.parametrize(
    "text",
    ["", "no marker", "<!-- planned: x -->", "<!-- plan -->", "`<!-- plan:index -->`", "<!-- plan:index --!> b -->"],
)
def test_other_comments(text):
    """Other comments are none of ours, and where a browser ends one, it ends."""
    assert read_markers(text, SYNTAX) == ()
