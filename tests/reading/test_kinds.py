"""Documents of many kinds, one file each: below `kinds/plan` plans, below `kinds/template` templates, below
`kinds/other` what is none of both. The rest of a file's path is where it lies in its docs folder."""

import pathlib

import pytest

from mkdocs_planplugin.reading import read

KINDS = pathlib.Path(__file__).parent / "kinds"
PATHS = sorted(path.relative_to(KINDS) for path in KINDS.rglob("*.md"))


@pytest.mark.parametrize("path", PATHS, ids=str)
def test_the_kind_of_a_document(path: pathlib.Path):
    """By the document and by where it lies."""
    kind, *place = path.parts
    reading = read((KINDS / path).read_text("utf-8"), name=path.stem, path="/".join(place))
    plan = reading.plan
    read_as = "other" if plan is None else "template" if plan.is_template else "plan"
    assert read_as == kind, "\n".join(map(str, reading.verdict.reasons))


def test_there_are_documents_of_each_kind():
    """The folder is not empty."""
    counts = {kind: sum(path.parts[0] == kind for path in PATHS) for kind in ("plan", "template", "other")}
    assert counts["plan"] >= 20
    assert counts["template"] >= 3
    assert counts["other"] >= 20
