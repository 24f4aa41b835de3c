"""The style sheet: what it takes from the catalog, and that nothing is said in it a second time."""

import gzip
import re

import pytest

from mkdocs_planplugin.catalog import LEVEL_LABELS, STATE_LABELS, VERDICT_LABELS
from mkdocs_planplugin.views import navigation_style_sheet, script, style_sheet
from mkdocs_planplugin.views.kit import begins_at, ends_at
from mkdocs_planplugin.views.script import FOLDER as SCRIPTS
from mkdocs_planplugin.views.site.index import COLUMNS, SORT_BY
from mkdocs_planplugin.views.style import EDITING_FILE, FILES, FOLDER, NAVIGATION_FILES

# Signs of the style sheet's own: between names, of an order, of tags and links, and of a button.
OWN_SIGNS = {"", " ", " · ", " ▲", " ▼", "#", " ▾", " ▴"}


def properties(selector):
    """What the rule whose selectors have this one among them sets, by the ends of the names of the properties."""
    rules = re.findall(r"^(.+) \{ (--plan-.+) \}$", style_sheet() + navigation_style_sheet(), re.MULTILINE)
    found = [body for selectors, body in rules if selector in selectors.split(", ")]
    assert len(found) == 1, selector
    return dict(re.findall(r"--plan-([\w-]+): (.+?);", found[0]))


def test_every_file_is_in_it_once():
    """A file that is not named would do nothing."""
    assert sorted({*FILES, *NAVIGATION_FILES, EDITING_FILE}) == sorted(
        ["labels", *(path.stem for path in FOLDER.glob("*.css"))]
    )


@pytest.mark.parametrize(("of_plans", "over_all"), [(True, True), (True, False), (False, True)])
def test_what_all_pages_share_is_in_each_sheet(of_plans, over_all):
    """Words, bars, folds, tables, switches: with all the rules of their files."""
    text = style_sheet(of_plans=of_plans, over_all=over_all)
    for name in ("colours", "base", "drawing", "risks", "built_on"):
        rules = re.sub(r"/\*.*?\*/", "", (FOLDER / f"{name}.css").read_text("utf-8"), flags=re.DOTALL)
        squeezed = re.sub(r"\s", "", rules).replace(";}", "}")
        assert squeezed in re.sub(r"\s", "", text), name
    for part in (".plan-table td", ".plan-switch", ".plan-hidden", "progress.plan-bar", ".plan-sign", "details"):
        assert part in text


def test_rows_and_navigation_have_the_signs_of_the_catalog():
    """Rows of the index carry words only, and the navigation of Material names only."""
    for label in VERDICT_LABELS.values():
        assert properties(f".plan-status-{label.name}")["sign"] == f'"{label.sign}"'
        assert properties(f'[data-is^="{label.name}"] > .plan-col-health')["sign"] == f'"{label.sign}"'
        assert properties(f".md-status--plan-{label.name}")["sign"] == f'"{label.sign}"'
    for label in LEVEL_LABELS.values():
        levels = f":is(.plan-level, .plan-word-level, .plan-word-score).plan-level-{label.name}"
        assert f"{levels} {{ --plan-sign: " in style_sheet()


def test_colours_are_those_of_the_catalog():
    """Of signs and of words: what is under way has a sign of its colour, what is wrong or over has words of it too."""
    for labels, kind in ((VERDICT_LABELS, "status"), (STATE_LABELS, "state")):
        for label in labels.values():
            if label.tone in ("good", "warn", "alarm"):
                colour = f"var(--plan-{label.tone})"
                assert properties(f".plan-{kind}-{label.name}").items() >= {
                    ("tone", colour),
                    ("ink", colour),
                    ("border", colour),
                }
    progress = properties(".plan-state-in-progress")
    assert (progress["tone"], progress["ink"]) == ("var(--plan-accent)", "var(--plan-fg)")
    assert properties(".plan-state-blocked")["outline"] == "var(--plan-alarm)"


def test_cards_have_the_words_of_the_columns():
    """In English; what is said in another language comes with the rows."""
    for column in COLUMNS:
        if column.before:
            assert properties(f".plan-col-{column.name}")["before"] == f'"{column.before}"'
    assert properties(".plan-plans thead tr")["before"] == f'"{SORT_BY}"'


def test_scripts_have_no_words_for_readers():
    """What is sent is the same without comments, and it is no more than ten kilobytes; no text has two lines."""
    sources = {path.name: path.read_text("utf-8") for path in SCRIPTS.glob("*.js")}
    sent = {name: script(name) for name in sources}
    for name, text in sources.items():
        assert all(line.count("`") % 2 == 0 for line in text.split("\n")), name
        assert not re.search(r"^ *(//|/?\*)(?!.*\()", sent[name], re.MULTILINE), name
        assert sum(map(len, sent[name].split())) > 0.5 * sum(map(len, text.split())), name
    of_a_site = [text for name, text in sent.items() if "edit" not in name]
    assert sum(len(gzip.compress(text.encode())) for text in of_a_site) <= 10_240


@pytest.mark.parametrize(("of_plans", "over_all"), [(True, False), (False, True)])
def test_the_style_of_a_page_is_small(of_plans, over_all):
    """With that of the navigation, which every page has."""
    sheets = (style_sheet(of_plans=of_plans, over_all=over_all), navigation_style_sheet())
    assert sum(len(gzip.compress(text.encode())) for text in sheets) <= 10_000


def test_no_rule_asks_what_follows_a_heading():
    """Browsers would look at the headings of a plan again for each element that they read. Long names break all the same."""
    rules = style_sheet(over_all=False).replace(" ", "")
    assert not re.search(r"h\d\)?:has", rules)
    assert ":is(h1,h2){overflow-wrap:anywhere" in rules


def test_every_place_has_a_rule():
    """Of words that begin at a percent of a picture, and of those that end there."""
    for percent in range(101):
        assert properties(f".{begins_at(percent)}") == {"room": f"{percent}%"}
        room, side = ends_at(percent).split()
        assert properties(f".{room}") == {"room": f"{100 - percent}%"}
        assert all(f".{side}" in style_sheet(over_all=page, of_plans=not page) for page in (True, False))


def test_no_file_has_a_sign_of_the_catalog():
    """Signs and words are said in the records that they belong to, once."""
    for path in FOLDER.glob("*.css"):
        contents = re.findall(r'content:[^;]*?"([^"]*)"', path.read_text("utf-8"))
        assert set(contents) <= OWN_SIGNS, path.name


def test_every_property_that_is_used_is_set():
    """A name with a slip in it would do nothing, and nobody would see it."""
    text = style_sheet()
    set_somewhere = set(re.findall(r"(--plan-[\w-]+):", text))
    assert set(re.findall(r"var\((--plan-[\w-]+)", text)) <= set_somewhere
