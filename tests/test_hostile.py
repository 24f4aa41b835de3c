"""What hostile authors and odd sites write: front matter of every kind, files in the way, and names of any kind."""

import csv
import io
import itertools
import re

import pytest
from mkdocs.exceptions import Abort
from sites import FILES, PLAN, make_site
from speed import takes_less_than

from mkdocs_planplugin.export.tables import _cell_text, _table
from mkdocs_planplugin.reading import read
from mkdocs_planplugin.views.kit import rebase_links

PHASE = "\n# Plan: Ledger\n\n## Phase 1: A\n\n- [ ] **Task 1.1:** B\n"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefghij", "bcdefghijk", strict=True)
)
KEYS = ("title", "tags", "plan", "start", "due", "status", "depends_on", "baseline", "owner", "created")
BROKEN = [
    "x: !!bool maybe",
    "x: !!int ''",
    "x: !!float abc",
    "x: !!timestamp tomorrow",
    "x: !!python/object/apply:os.system [id]",
    "x: !!null {a: b}\n? [a]\n: b",
    "x: !!set [a]",
    f"x: {'9' * 5000}",
    f"x: {'[' * 5000}",
    "x: 2026-02-30",
    "<<: x",
    "x: *nothing",
    "x: \x07",
    "<<: 5",
    "x: 0000-01-01",
    "x: 2026-01-01T00:00:00+99:99",
    "x: !!timestamp [a]",
    "x: !unknown {due: 2026-01-31}",
    "? [a, b]\n: x",
    "%YAML 1.2\n--- \nx: 1",
]
ODD = [
    BOMB + "".join(f"{key}: *k\n" for key in KEYS),
    "x: &x [*x]\n" + "".join(f"{key}: *x\n" for key in KEYS),
    "x: &x {a: *x}\n" + "".join(f"{key}: *x\n" for key in KEYS),
    "".join(f"{key}: 0x{'f' * 5000}\n" for key in KEYS),
    "".join(f"{key}: {'9' * 4000}\n" for key in KEYS),
    "".join(f"{key}: .nan\n" for key in KEYS),
    "".join(f"{key}: !!binary aGk=\n" for key in KEYS),
    "".join(f"{key}: !!set {{a, b}}\n" for key in KEYS),
    "".join(f"{key}: 0001-01-01\n" for key in KEYS),
    "".join(f"{key}: 9999-12-31T23:59:59-12:00\n" for key in KEYS),
    "".join(f'{key}: "\\ud800\\u202e\\0"\n' for key in KEYS),
    "".join(f"{key}: [[], [[]], {{}}, null, true]\n" for key in KEYS),
    "a: &a\n  <<: *a\n" + "".join(f"{key}: *a\n" for key in KEYS),
    "a: &m0 {k: 1}\n" + "".join(f"b{n}: &m{n} {{<<: [*m{n - 1}, *m{n - 1}], k{n}: 1}}\n" for n in range(1, 24)),
    "".join(f"{key}: {':'.join(['59'] * 3000)}\n" for key in KEYS),
    "".join(f"{key}: !!omap [a: 1, b: 2]\n" for key in KEYS),
    "1: a\n2.5: b\ntrue: c\nnull: d\n2026-01-01: e\n.nan: f\n.nan: g\n",
    "checks: &c {all: *c}\n",
    "date: &d {created: *d, updated: {a: 1}}\nowner: [{name: x}]\n",
    "tags: " + "[" * 800 + "]" * 800 + "\n",
    "".join(f"key{n}: x\n" for n in range(5000)),
]


def test_a_number_of_more_digits_than_python_reads():
    """Is a name like any other."""
    digits = "9" * 9000
    plan = read(f"# Plan: X\n\n## Phase {digits}: A\n\n- [ ] **Task {digits}:** B (Est: {digits} days)\n").plan
    assert plan
    assert plan.phases[0].number == digits


@pytest.mark.parametrize("code", ["a" * 300, "../../etc", "a\0b", "", 3])
def test_a_language_that_is_no_code(tmp_path, code):
    """In the options it is an error in MkDocs' own form; as the theme's own the words are English."""
    with pytest.raises(Abort):
        make_site(tmp_path / "a", FILES, {"language": code})
    theme = {"name": "mkdocs", "language": code}
    site = make_site(tmp_path / "b", FILES, {}, theme=theme)
    assert "the plugin failed" not in str(site.log)
    assert "Where this plan stands" in site.text("plans/ledger/index.html")


@pytest.mark.parametrize("yaml", BROKEN)
def test_front_matter_that_cannot_be_loaded_is_a_finding(yaml):
    """Of whatever kind the error is; MkDocs shows it as text, and the plan below it is read."""
    reading = read(f"---\nplan: true\n{yaml}\n---\n{PHASE}")
    assert [finding.code for finding in reading.findings] == ["PLAN101"]
    assert len(reading.findings[0].message) < 300
    assert reading.plan


@pytest.mark.parametrize("yaml", ODD, ids=range(len(ODD)))
def test_values_that_are_none_are_passed_over(yaml):
    """They may be endless when written out: nothing waits for that."""
    text = f"---\nplan: true\n{yaml}---\n{PHASE}"
    assert all(len(finding.message) < 300 for finding in read(text).findings)
    assert takes_less_than(1, read, text)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("190:20:30", "'190:20:30'"),
        (".nan", "'.nan'"),
        ("[2026-01-01]", "'[2026-01-01]'"),
        ("0x" + "f" * 5000, "'0xfff"),
    ],
)
def test_a_date_that_is_none_is_shown_as_it_is_written(value, shown):
    """Not as what YAML makes of it, which its author has never seen."""
    ((finding,),) = (read(f"---\nplan: true\ndue: {value}\n---\n{PHASE}").findings,)
    assert (finding.code, finding.line) == ("PLAN102", 3)
    assert finding.message.startswith(f"front matter: due: {shown}")


@pytest.mark.parametrize("key", ["due", "status", "plan", "title", "depends_on"])
def test_a_key_that_stands_twice(key):
    """YAML takes the last one in silence."""
    values = {"due": ("2026-01-01", "2026-02-01"), "plan": ("true", "true")}.get(key, ("a.md", "b.md"))
    text = f"---\n{key}: {values[0]}\nother: x\nother: y\n{key}: {values[1]}\n---\n{PHASE}"
    (finding,) = [finding for finding in read(text, is_plan=True).findings if finding.code == "PLAN119"]
    assert finding.line == 5
    assert finding.message == f"front matter: {key} stands twice, first in line 2; only the last one counts"


def test_a_site_of_such_plans_builds(tmp_path):
    """As with MkDocs alone, in every view and data file."""
    # A title that no template can write stops MkDocs alone as well. For open brackets Python-Markdown takes time that
    # grows with the square.
    texts = [text.replace("[" * 5000, "[" * 1000) for text in (*BROKEN, *ODD) if not re.search(r"\*|0xf|59:59", text)]
    odd = {f"plans/odd{n}.md": f"---\n{text}\n---\n{PLAN}" for n, text in enumerate(texts)}
    odd = {path: text.replace("plan: ", "other: ") for path, text in odd.items()}
    site = make_site(tmp_path, {**FILES, **odd}, {}, theme="mkdocs")
    assert not [line for line in site.log if "the plugin failed" in line]
    assert len(site.plans) == len(odd) + 1


def test_a_status_of_the_sites_own_stays(tmp_path):
    """`extra.status` may be a word for the site's own templates; and a text for one of our statuses wins."""
    site = make_site(tmp_path, FILES, {}, extra={"status": "beta"})
    assert (site.folder / "plans/ledger/index.html").exists()
    assert not [line for line in site.log if line.startswith(("WARNING planplugin", "ERROR"))]


@pytest.mark.parametrize(
    ("path", "missing", "index"),
    [
        ("plans.json/a.txt", "plans.json", True),
        ("badges", "badges/plans/ledger.svg", True),
        ("assets/planplugin", "assets/planplugin/planplugin.css", True),
        ("plans/risks/index.html/a.txt", "plans/risks/index.html", True),
        ("plans/index.html/a.txt", "plans/index.html", False),
    ],
)
def test_files_of_the_site_where_we_need_folders(tmp_path, path, missing, index):
    """And folders where we need files: ours is left out, one line says so, and all else is there."""
    site = make_site(tmp_path, {**FILES, path: "theirs\n"}, {})
    assert site.text(path) == "theirs\n"
    assert not (site.folder / missing).is_file()
    assert any(
        line.startswith(f"INFO planplugin: {missing} is left out: the site has {path.split('/a.')[0]}")
        for line in site.log
    )
    assert (site.folder / "plans/ledger/index.html").exists()
    assert (site.folder / "plans/index.html").is_file() == index


def test_words_with_a_backslash_in_the_calendar(tmp_path):
    """The library takes `\\N` for a line break; it is a folder of Windows."""
    site = make_site(tmp_path, {"plans/a.md": PLAN.replace("Payment ledger", r"C:\New; a, b\n\N")}, {})
    lines = site.text("plans.ics").replace("\n ", "").split("\n")
    assert any(line.startswith(r"SUMMARY:C:\\New\; a\, b\\n\\N") for line in lines)


def test_a_page_of_front_matter_alone(tmp_path):
    """It is a plan without a text; there is nothing that another plugin could have changed."""
    site = make_site(tmp_path, {**FILES, "plans/a.md": "---\nplan: true\n---\n"}, {})
    assert not [line for line in site.log if line.startswith("WARNING")]


@pytest.mark.parametrize(
    "forged",
    [
        "<!--planplugin-place:summary-->",
        "<!--planplugin\\-place:summary-->",
        "a <!--planplugin-place:summary--> b",
        "<div>\n<!--planplugin-place:summary-->\n</div>",
    ],
)
def test_a_place_of_a_view_that_an_author_wrote(tmp_path, forged):
    """Is a comment; the view stands once, where we put it."""
    site = make_site(tmp_path, {"plans/a.md": f"{PLAN}\n{forged}\n"}, {})
    content = site.content("plans/a/index.html")
    assert content.count('class="plan-summary') == content[: content.index("<h2")].count('class="plan-summary') == 1


def test_a_title_that_looks_like_a_tag_is_text_in_the_navigation(tmp_path):
    """No tag of GitHub's, so it is text; MkDocs must not make a tag of it where it shows titles."""
    plan = PLAN.replace("Payment ledger", r"A <img src=q onerror=x=1> \<svg onload=y>")
    site = make_site(tmp_path, {**FILES, "plans/a.md": plan}, {})
    assert "&lt;img src=q onerror=x=1&gt; &lt;svg onload=y&gt;" in site.text("index.html")
    assert not re.search(r"<(?:img|svg)\b[^>]*on\w+=", site.text("index.html"))


def test_control_characters_in_the_log(tmp_path):
    """A terminal would obey them."""
    text = PLAN.replace("Task 1.1\n", "Task 9.\x1b[31m9, \u202e Task 1.1\x07\n").replace("ledger.md", "\x1b]0;x.md")
    site = make_site(tmp_path, {**FILES, "plans/ledger.md": text}, {})
    ours = [line for line in site.log if "planplugin: " in line]
    assert ours
    assert all(line.isprintable() for line in ours)


def test_control_characters_of_front_matter_reach_no_page(tmp_path):
    """YAML can spell them all; two of them are marks of Python-Markdown."""
    odd = "".join(f"\\x{code:02x}" for code in (*range(1, 9), 11, *range(14, 32), 127))
    front = f'---\ntitle: "A{odd}b"\ntags: ["t{odd}u"]\nowner: "Ann{odd}"\n---\n'
    text = PLAN.replace("# Implementation Plan: Payment ledger\n", "").replace(
        "- [x] Reviewed", "- [x] Re\x02vie\x03wed"
    )
    site = make_site(tmp_path, {**FILES, "plans/ledger.md": front + text.replace("Double", "Dou\x02ble")}, {})
    for page in ("plans/ledger/index.html", "plans/index.html", "plans/next/index.html", "plans/risks/index.html"):
        views = re.sub(r"<h1.*?</h1>", "", site.content(page))  # the theme's title and its tags are the theme's
        assert not re.search(r"[\x00-\x08\x0b\x0e-\x1f\x7f]", views.partition('class="md-tags"')[0]), page


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1", "'=1"),
        ("Budget;=HYPERLINK(1)", "Budget;'=HYPERLINK(1)"),
        ("a; +1;-2", "a; '+1;'-2"),
        ("\uff1d1", "'\uff1d1"),
        (" =1", " '=1"),
        ("a\n@b", "a\n'@b"),
        ("\x00=1", "'=1"),
        ('a; "=1+1; b', "a; \"'=1+1; b"),
        ("a-b; c=d", "a-b; c=d"),
    ],
)
def test_no_cell_is_a_formula(text, cell):
    """Also where semicolons stand between cells."""
    assert _cell_text(text) == cell


def test_no_table_has_a_formula_whatever_stands_between_its_cells():
    """Read with commas, semicolons and tabs, as spreadsheets of different countries do: all texts of up to four of the
    characters that matter."""
    texts = ("".join(chars) for length in range(1, 5) for chars in itertools.product('=;"\t\n \0a', repeat=length))
    for text in texts:
        table = _table(["plan"], [["x", text, text, "x"]]).decode()
        assert "\0" not in table
        for delimiter in ",;\t":
            for row in csv.reader(io.StringIO(table, newline=""), delimiter=delimiter):
                assert not any(cell.lstrip(" ").startswith(("=", "\t")) for cell in row), table


def test_a_chart_on_another_page_keeps_the_words_of_authors():
    """Only links are moved: those that begin a text of the figure."""
    view = '<a href="#plan-task-1"></a><script>{"a": "#plan-task-1", "b": "say \\"#plan-x\\""}</script>'
    moved = '<a href="../b/#plan-task-1"></a><script>{"a": "../b/#plan-task-1", "b": "say \\"#plan-x\\""}</script>'
    assert rebase_links(view, "../b/") == moved
