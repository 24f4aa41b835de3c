"""The words that a reader sees: that all of them are in the catalogue, that German is whole, and that a site may have its
own words and templates."""

import ast
import datetime as dt
import json
import os
import re
from io import BytesIO

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import write_po
from bs4 import BeautifulSoup, Comment
from jinja2 import Environment
from made_plans import task
from messages import KEYWORDS, PACKAGE, catalogue, template
from mkdocs.exceptions import Abort
from msgspec.structs import replace
from sites import FILES, make_site

from mkdocs_planplugin import language
from mkdocs_planplugin.catalog import STATUS_LABELS, assumption_text, shortened_english
from mkdocs_planplugin.language import (
    ENGLISH,
    field_names,
    load_language,
    shortened_list,
    use_language,
)
from mkdocs_planplugin.model import Assumption, AssumptionKind, Status
from mkdocs_planplugin.views.kit.formats import days_text, decimal, hours_text, long_date, short_date

TEMPLATES = sorted(PACKAGE.rglob("*.html"))
SOURCES = sorted(PACKAGE.rglob("*.py"))
LANGUAGES = sorted(path.name for path in (PACKAGE / "locale").iterdir())
GERMAN = load_language("de")
DATE = dt.date(2026, 3, 12)


def forms(text):
    return [text] if isinstance(text, str) else list(text)


def fields(text):
    return set().union(*map(field_names, forms(text)))


# What is said


def is_written_where_it_is_said(call):
    """Whether the texts of a call are literals, or `_` takes one from a table."""
    places = KEYWORDS[call.func.id] or (1,)
    texts = [call.args[(place if isinstance(place, int) else place[0]) - 1] for place in places]
    literal = all(isinstance(text, ast.Constant) and isinstance(text.value, str) for text in texts)
    table = isinstance(texts[0], (ast.Name, ast.Attribute, ast.Subscript, ast.BoolOp))
    return literal or (call.func.id == "_" and table)


def calls_that_say(source):
    """The calls in a module whose texts are put into the catalogue."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KEYWORDS:
            yield node


def test_words_are_written_where_they_are_said():
    """The catalogue is made from the source: a text that is put together before it is translated would not be in it. Only
    `_` takes texts from tables, in which they are marked."""
    assert [
        f"{path}:{call.lineno}"
        for path in SOURCES
        if path.name != "language.py"
        for call in calls_that_say(path.read_text("utf-8"))
        if not is_written_where_it_is_said(call)
    ] == []


@pytest.mark.parametrize(
    ("call", "right"),
    [('_("a {n}")', True), ("_(WORDS[1])", True), ('_(f"a {n}")', False), ('_("a" + b)', False), ("mark(WORD)", False)],
)
def test_what_is_not_written_where_it_is_said(call, right):
    """The test above sees what it should."""
    (made,) = calls_that_say(call)
    assert is_written_where_it_is_said(made) is right


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_have_no_words_of_their_own(path):
    """All that a reader sees of a template, attributes too, is a message."""
    tokens = Environment(autoescape=True).lex(path.read_text("utf-8"))
    soup = BeautifulSoup("".join(value for _, kind, value in tokens if kind == "data"), "html.parser")
    for code in soup.find_all("code"):
        code.decompose()  # how plans are written, in the words of the format
    assert not re.findall(r"[A-Za-z]{2,}", soup.get_text())
    for element in soup.find_all(True):
        for name in ("title", "aria-label", "placeholder", "alt"):
            assert not re.search("[A-Za-z]", element.get(name, "")), f"{path.name}: {element.get(name)}"


@pytest.mark.parametrize("name", ["planplugin.js", "planplugin-index.js", "planplugin-chart.js"])
def test_scripts_have_no_words_of_their_own(name):
    """What scripts say comes from the page."""
    script = (PACKAGE / "views" / "assets" / name).read_text("utf-8")
    code = re.sub(r"/\*.*?\*/|(?<!:)//.*", "", script, flags=re.DOTALL)
    code = re.sub(r"new Error\(.*?\)", "", re.sub(r"(?s)/\*.*?\*/", "", code))  # for the console
    texts = re.findall(r'"([^"\n]*)"', code)
    assert not [text for text in texts if re.match(r"[A-Z][a-z]+( |$)", text)]


# Catalogues


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_is_whole(code):
    """Every message is translated, none is stale, and what is put into a text is put into its translation."""
    wanted = {(str(each.id), each.context): each for each in template() if each.id}
    found = {(str(each.id), each.context): each for each in catalogue(code) if each.id}
    assert wanted.keys() - found.keys() == set()
    assert found.keys() - wanted.keys() == set()
    plurals = catalogue(code).num_plurals
    for message in found.values():
        texts = forms(message.string)
        assert all(texts)
        assert not message.fuzzy
        assert len(texts) == (1 if isinstance(message.id, str) else plurals), message.id
        assert all(fields(text) == fields(message.id) for text in texts), message.id
        assert not any(re.search("[<>]", text) for text in texts)  # no markup in catalogues


def test_plural_forms():
    """Each language has its own; a fraction is many."""
    with use_language(GERMAN):
        assert [days_text(hours, 8) for hours in (4, 8, 12, 16)] == ["0,5 Tage", "1 Tag", "1,5 Tage", "2 Tage"]
        assert shortened_list(["a", "b", "c"], 2) == "a, b und 1 weitere"
    assert [days_text(hours, 8) for hours in (4, 8, 12, 16)] == ["0.5 days", "1 day", "1.5 days", "2 days"]
    assert shortened_list(["a", "b", "c"], 2) == "a, b and 1 more"


def test_lists_in_english():
    """Findings, the log and the command line are English whatever language is active."""
    with use_language(GERMAN):
        assert shortened_english(["a", "b", "c"], 2) == "a, b and 1 more"
        assert shortened_english(["a, b", "c", "d"], 2, "; ") == "a, b; c; and 1 more"
        assert shortened_english(["a", "b"], 2) == "a, b"


def test_a_language_of_many_plurals(tmp_path):
    """Forms are chosen by the rule of the catalogue, whichever that is."""
    own = po(tmp_path / "pl.po", {("{n} day", "{n} days"): ("{n} dzień", "{n} dni", "{n} dnia")}, "pl")
    with use_language(load_language("pl", own)):
        assert [days_text(8 * number, 8) for number in (1, 2, 5)] == ["1 dzień", "2 dni", "5 dnia"]


def test_dates_and_numbers():
    """In their language's order; what is kept for one language is not said in another."""
    with use_language(GERMAN):
        assert (long_date(DATE).text, short_date(DATE).text, decimal(1.5)) == ("12. Mär 2026", "12. Mär", "1,5")
        assert hours_text(2.5) == "2,5\N{NO-BREAK SPACE}h"
        assert STATUS_LABELS[Status.DRAFT].text == "Entwurf"
    assert (long_date(DATE).text, short_date(DATE).text, decimal(1.5)) == ("12 Mar 2026", "12 Mar", "1.5")
    assert long_date(DATE).iso == "2026-03-12"


def test_assumptions_are_told_in_the_language_of_who_asks():
    """A schedule is made once, and says its assumptions in any language."""
    nameless = replace(task("L7"), title="x {y}")
    one = Assumption(AssumptionKind.CANCELLED_TASKS, about=(task("1.1"), nameless))
    assert assumption_text(one) == "Cancelled tasks take no time: Task 1.1, “x {y}”."
    with use_language(GERMAN):
        assert assumption_text(one) == "Abgebrochene Aufgaben brauchen keine Zeit: Aufgabe 1.1, „x {y}“."


def test_countries_speak_their_language():
    """`de-AT` and `de_AT` are German; what nobody has translated is English."""
    assert load_language("de-AT") is load_language("de_CH") is GERMAN
    assert load_language("xx") is load_language("en") is ENGLISH


@pytest.mark.parametrize(
    ("compiled", "edited", "text"),
    [(None, 0, "In Arbeit"), (10, 0, "Compiled"), (10, 10, "Compiled"), (10, 20, "In Arbeit")],
)
def test_the_newer_catalogue_is_read(tmp_path, monkeypatch, compiled, edited, text):
    """A checkout works before anything is compiled, and after a translation was edited."""
    folder = tmp_path / "de" / "LC_MESSAGES"
    source = po(folder / "planplugin.po", {"In progress": "In Arbeit"}, "de")
    os.utime(source, (edited, edited))
    if compiled is not None:
        target = folder / "planplugin.mo"
        with target.open("wb") as file:
            other = Catalog(locale="de")
            other.add("In progress", "Compiled")
            write_mo(file, other)
        os.utime(target, (compiled, compiled))
    monkeypatch.setattr(language, "CATALOGUES", tmp_path)
    with use_language(load_language("de")):
        assert language._("In progress") == text


# Sites


def po(path, messages, code="en"):
    """A catalogue of a site."""
    made = Catalog(locale=code, fuzzy=False)
    for source, target in messages.items():
        made.add(source, target)
    buffer = BytesIO()
    write_po(buffer, made)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(buffer.getvalue())
    return path


def theme(folder=None, language="en"):
    made = {"name": "material", "font": False, "language": language}
    return made | ({"custom_dir": str(folder)} if folder else {})


def shifted(text):
    """A text in a language that nobody speaks: every letter of ours, outside the places for values, as another one."""
    pieces = re.split(r"(\{[^{}]*\})", text)
    shift = {letter: chr(0x430 + number % 32) for number, letter in enumerate("abcdefghijklmnopqrstuvwxyz")}
    table = str.maketrans(shift | {letter.upper(): other.upper() for letter, other in shift.items()})
    return "".join(piece if piece.startswith("{") else piece.translate(table) for piece in pieces)


def strange(folder):
    """A catalogue in which no message has a letter of ours."""
    made = Catalog(locale="en", fuzzy=False)
    for each in template():
        if each.id:
            texts = tuple(map(shifted, forms(each.id)))
            made.add(each.id, texts[0] if isinstance(each.id, str) else texts, context=each.context)
    folder.mkdir(parents=True)
    with (folder / "planplugin.po").open("wb") as file:
        write_po(file, made)
    (folder / "planplugin").mkdir()
    (folder / "planplugin.po").rename(folder / "planplugin" / "xx.po")


def said(html):
    """What our elements say on a page, in text and in attributes, without what is for scripts and what is marked as
    English."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.find_all(["code", "script"]) + soup.find_all(lang="en", attrs={"class": None}):
        element.decompose()
    for element in soup.select("[data-planplugin]"):
        for each in (element, *element.find_all(True)):
            yield from (each[name] for name in ("title", "aria-label", "placeholder", "data-say") if name in each.attrs)
        yield from (str(text) for text in element.find_all(string=True) if not isinstance(text, Comment))


# Plans whose authors write Greek, but for the words of the format: what else has letters of ours is said by us.
WORK = """\
# Implementation Plan: Α

**Based on:** [Ω](../spec.md)
**Created:** 2026-01-12
**Last Updated:** 2026-02-02
**Status:** In Progress
**Due:** 2026-03-02

## Discovery Summary

**Technical Decisions:**
- Δ

## Implementation Phases

### Phase 1: Β (Est: 5 days)

**Tasks:**

- [x] **Task 1.1:** Γ
  - **Owner:** Ζ
  - **Estimate:** 2 days
  - **Risk Level:** High
- [/] **Task 1.2:** Ε
  - **Dependencies:** Task 1.1
  - **Estimate:** 1-3 days
  - **Due:** 2026-02-03
- [!] **Task 1.3:** Η
  - **Dependencies:** Task 1.1, Task 9.9
- [-] **Task 1.4:** Θ
- [>] **Task 1.5:** Ι
  - **Parallel:** Yes

**Phase Completion Criteria:**
- [ ] Κ

### Phase 2: Λ (Est: 2 days)

**Tasks:**
- [ ] **Task 2.1:** Μ
  - **Owner:** Ζ
  - **Dependencies:** Phase 1
  - **Estimate:** 4 hours
- [ ] **Task 2.2:** Ν
  - **Dependencies:** Task 1.1, Task 1.2, Task 1.3, Task 1.4, Task 1.5, Task 2.1

## Resource Requirements

**Team:**
- Ξ: 30 hours
- Ο: 60 hours
- Π

## Risk Assessment

### High Priority Risks

**Risk 1:** Ρ
- **Probability:** High
- **Impact:** High
- **Mitigation Strategy:** Σ
- **Contingency Plan:** Τ

**Risk 2:** Υ
- **Probability:** Low

## Success Metrics

- Φ

## Notes & Assumptions

**Assumptions:**
- Χ

**Open Questions:**
- Ψ?

## Definition of Done

**Σ:**
- [x] Σ
- [ ] Τ
"""
GREEK = {
    "index.md": "# Α\n",
    "spec.md": "# Ω\n",
    "plans/alpha.md": WORK,
    "plans/sub/beta.md": WORK.replace("In Progress", "Blocked")
    .replace("../spec", "../../spec")
    .replace("Phase 1\n", "[Α](../alpha.md)\n"),
    "plans/gamma.md": WORK.replace("In Progress", "Complete").replace("[ ]", "[x]"),
    "plans/delta.md": "# Implementation Plan: Δ\n\n**Status:** Draft\n\n## Implementation Phases\n\n### Phase 1: Α\n\n"
    "- [ ] **Task 1.1:** Β\n",
    "plans/template.md": "# Implementation Plan: [Α]\n\n**Created:** [DATE]\n\n## Implementation Phases\n\n"
    "### Phase 1: [Β]\n\n- [ ] **Task 1.1:** [Γ]\n",
    "none.md": "# Α\n\n<!-- plan:index status=cancelled -->\n",
}


@pytest.fixture(scope="module")
def sites(shared_site):
    """One site in a language that nobody speaks, in German, and in English."""

    def foreign(folder):
        strange(folder / "overrides")
        return make_site(folder, GREEK, {"language": "xx"}, theme=theme(folder / "overrides"))

    return {
        "xx": shared_site("foreign", foreign),
        "de": shared_site("german", lambda folder: make_site(folder, GREEK, {}, theme=theme(language="de"))),
        "en": shared_site("english", lambda folder: make_site(folder, GREEK, {}, theme=theme())),
    }


def pages(site):
    return sorted(
        path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*.html") if path.stem != "404"
    )


def test_no_word_of_ours_is_left_in_english(sites):
    """In a language without letters of ours, no page has any, but for numbers of findings, names of files, and what is
    marked as English."""
    for page in pages(sites["xx"]):
        left = {word for text in said(sites["xx"].text(page)) for word in re.findall("[A-Za-z]+", text)}
        assert left <= {"PLAN", "csv", "ics", "json", "plans", "risks", "sub"}, page


def test_german_has_no_english(sites):
    """What German does not have, no German page says."""
    catalogued = [each for each in catalogue("de") if each.id]
    english = {word.lower() for each in catalogued for word in re.findall("[A-Za-z]+", str(each.id))}
    german = {word.lower() for each in catalogued for word in re.findall("[A-Za-z]+", str(each.string))}
    ours = english - german - {"ics", "plans", "sub"}
    assert len(ours) > 250
    for page in pages(sites["de"]):
        words = {word.lower() for text in said(sites["de"].text(page)) for word in re.findall(r"[^\W\d_]+", text)}
        assert words & ours == set(), page


def test_german_says_what_english_says(sites):
    """The same elements with the same numbers. The words of a flag stand only where their language has room for them."""
    for page in pages(sites["en"]):
        shapes = []
        for code in ("en", "de"):
            soup = BeautifulSoup(sites[code].text(page), "html.parser")
            rest = ":not(.plan-lane-due, .plan-lane-narrow)"
            views = (f"[data-planplugin={name}] {rest}" for name in ("index", "portfolio", "risks"))
            shapes.append([len(soup.select(view)) for view in views])
        assert shapes[0] == shapes[1], page
    assert "3 von 7 Aufgaben erledigt" not in sites["en"].text("plans/alpha/index.html")
    assert "<h1>Pläne" in re.sub(" id=[^>]*", "", sites["de"].text("plans/index.html"))
    assert "Was jetzt getan werden kann" in sites["de"].text("plans/next/index.html")


def test_data_is_the_same_in_every_language(sites):
    """`plans.json` and the tables are for programs; badges and the calendar are for people."""
    for name in ("plans.json", "plans.csv", "risks.csv"):
        assert len({site.text(name) for site in sites.values()}) == 1
    assert "Aufgaben" in sites["de"].text("badges/plans/alpha.svg")
    assert "fällig" in sites["de"].text("plans.ics")
    assert "Tasks that nobody" in sites["de"].text("plans.json") or "follow the task" in sites["de"].text("plans.json")


def test_the_status_in_the_navigation(sites):
    """Material shows it when one points at it."""
    for code, word in (("de", "Gefährdet"), ("en", "At risk")):
        titles = set(re.findall(r'md-status--plan-[\w-]+" title="([^"]*)"', sites[code].text("index.html")))
        assert word in titles, titles


def test_scripts_speak_the_language_of_the_page(sites):
    """Their words stand in the page, with places for what they count."""
    for code, share, explore in (("en", "{shown} of {plans}", "Explore"), ("de", "{shown} von {plans}", "Erkunden")):
        index = BeautifulSoup(sites[code].text("plans/index.html"), "html.parser")
        assert json.loads(index.select_one(".plan-filters")["data-words"])["share"] == share
        plan = BeautifulSoup(sites[code].text("plans/alpha/index.html"), "html.parser")
        assert (
            json.loads(plan.find("script", type="application/json", attrs={"data-draw": True}).string)["layout"][
                "meta"
            ]["words"]["explore"]
            == explore
        )


# A site's own words and templates


def test_own_words(tmp_path):
    """A site's catalogue lies over ours, message by message; it is not published."""
    own = tmp_path / "own"
    po(own / "planplugin" / "de.po", {"Work left": "Noch zu tun"}, "de")
    site = make_site(tmp_path, FILES, {}, theme=theme(own, "de"))
    page = site.text("plans/ledger/index.html")
    assert "<dt>Noch zu tun</dt>" in page
    assert "<dt>Voraussicht\N{SOFT HYPHEN}lich</dt>" in page
    assert not (site.folder / "planplugin").exists()


def test_what_is_translated_is_not_marked_as_english(sites):
    """Nor is English on an English site."""
    for name in ("de", "en"):
        assert 'dir="ltr" data-planplugin=' not in sites[name].text("plans/alpha/index.html")


def test_own_words_in_english(tmp_path):
    """English has no catalogue of ours, and may have one of the site's; what is in it is text."""
    own = tmp_path / "own"
    po(own / "planplugin" / "en.po", {"Work left": "<b>Worst</b>", "Now and next": ""})
    site = make_site(tmp_path, FILES, {}, theme=theme(own))
    assert "<dt>&lt;b&gt;Worst&lt;/b&gt;</dt>" in site.text("plans/ledger/index.html")
    assert "Now and next" in site.text("plans/index.html")


def test_the_option_goes_before_the_theme(tmp_path):
    """And a language that nobody has translated is English, which one line says."""
    assert "<dt>Restarbeit" in make_site(tmp_path, FILES, {"language": "de"}).text("plans/ledger/index.html")
    strange_one = make_site(tmp_path / "xx", FILES, {"language": "xx"})
    assert "<dt>Work left" in strange_one.text("plans/ledger/index.html")
    assert sum("no translation for the language xx" in line for line in strange_one.log) == 1
    # A page that runs from right to left would reverse these sentences: each element of ours says how it runs.
    ours = re.findall(r"<[a-z]+[^<>]* data-planplugin=[^>]*>", strange_one.text("plans/ledger/index.html"))
    assert len(ours) > 10
    assert all(' lang="en" dir="ltr" data-planplugin=' in element for element in ours)
    assert (
        "<h1" in strange_one.text("plans/ledger/index.html").partition(' lang="en" dir="ltr"')[0]
    )  # and no other does


def test_the_theme_of_mkdocs(tmp_path):
    """It calls its language a locale."""
    site = make_site(tmp_path, FILES, {}, theme={"name": "mkdocs", "locale": "de"})
    assert "<dt>Restarbeit" in site.text("plans/ledger/index.html")


@pytest.mark.parametrize("text", ['msgid "Due"\nmsgstr "{when}"\n', 'msgid "Due"\nmsgstr "{"\n', 'msgid "Due\n'])
def test_a_wrong_catalogue_is_named(tmp_path, caplog, text):
    """A place that nobody fills, or a file that cannot be read."""
    own = tmp_path / "own" / "planplugin"
    own.mkdir(parents=True)
    (own / "en.po").write_text(text, "utf-8")
    with pytest.raises(Abort):
        make_site(tmp_path, FILES, {}, theme=theme(own.parent))
    assert f"planplugin: {own / 'en.po'}: " in caplog.text


def test_own_templates(tmp_path):
    """A template of the site goes before ours, may use ours, and is gone with the next site."""
    own = tmp_path / "own" / "planplugin"
    own.mkdir(parents=True)
    (own / "effort.html").write_text("never used", "utf-8")
    (own / "risks.html").write_text(
        '<p data-planplugin="note">{{ _("Top risk") }} {{ anchor }}</p>{% include "ours/risks.html" %}', "utf-8"
    )
    page = make_site(tmp_path, FILES, {}, theme=theme(own.parent)).text("plans/ledger/index.html")
    assert '<p data-planplugin="note">Top risk plan-' in page
    assert 'aria-label="Risk matrix"' in page
    assert 'data-planplugin="note"' not in make_site(tmp_path / "b", FILES, {}).text("plans/ledger/index.html")


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("<p>\n{% if %}", 2, "Expected an expression"),
        ("{{ no_such_thing }}", 1, "no_such_thing"),
        ("\n{{ anchor.no_such_thing }}", 2, "no_such_thing"),
        ('{% include "nowhere.html" %}', 1, "nowhere.html"),
    ],
)
def test_a_broken_template_is_named(tmp_path, caplog, text, line, why):
    """The file, the line, and what is wrong."""
    own = tmp_path / "own" / "planplugin"
    own.mkdir(parents=True)
    (own / "risks.html").write_text(text, "utf-8")
    with pytest.raises(Abort):
        make_site(tmp_path, FILES, {}, theme=theme(own.parent))
    assert f"planplugin: the template {own / 'risks.html'}, line {line}: " in caplog.text
    assert why in caplog.text


def test_each_translation_speaks_its_language(tmp_path):
    """With mkdocs-static-i18n, whatever languages come first; names of statuses that the site gives hold."""
    i18n = {
        "docs_structure": "suffix",
        "languages": [
            {"locale": "de", "name": "Deutsch", "default": True},
            {"locale": "en", "name": "English"},
        ],
    }
    plugins = ["search", {"i18n": i18n}, {"planplugin": {"as_of": "2026-02-06"}}]
    extra = {"status": {"plan-draft": "Sketch"}}
    site = make_site(tmp_path, FILES, plugins=plugins, theme=theme(), extra=extra)
    assert "<dt>Restarbeit" in site.text("plans/ledger/index.html")
    assert "<dt>Work left" in site.text("en/plans/ledger/index.html")
    assert 'title="Im Verzug"' in site.text("index.html")
    assert 'title="Off track"' in site.text("en/index.html")
