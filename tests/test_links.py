"""What runs nothing on a plan's own page runs nothing on any other page or in any other file."""

import csv
import re
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from sites import PLAN, make_site

from mkdocs_planplugin.gfm import is_harmless, scheme_of

RUN = "javascript:alert(1)"
ADDRESSES = [
    f"./{RUN}",
    f"././{RUN}",
    f"../plans/{RUN}",
    f".//{RUN}",
    f"x/../{RUN}",
    "%6aavascript:alert(1)",
    "./%6aavascript:alert(1)",
    f"./{RUN.upper()}",
    "./vbscript:x",
    "./data:text/html,x",
    "./&#106;avascript:alert(1)",
    f"./{RUN}#a",
    f"./{RUN}?a=b",
    f"?{RUN}",
    f"#{RUN}",
    f"/{RUN}",
    "./java%0ascript:alert(1)",
    f"<./ {RUN}>",
    f"<./\x01{RUN}>",
    f"./:{RUN}",
    f"./\\{RUN}",
]
LIVE = [RUN, "&#106;avascript:alert(1)", f"<\x01{RUN}>", "JaVaScRiPt:alert(1)", "vbscript:x", "data:text/html,x"]
QUESTIONS = "".join(f"- [what]({address}) `?`\n" for address in (*ADDRESSES, *LIVE))
QUESTIONS += "".join(f'- <a href="{address.strip("<>")}">what</a> `?`\n' for address in (*ADDRESSES, *LIVE))


def hostile_plans():
    """Plans with such addresses wherever a link can stand."""
    plans = {}
    for number, address in enumerate((*ADDRESSES, *LIVE)):
        text = PLAN.replace("[Ledger spec](../specs/ledger.md)", f"[spec]({address})")
        text = text.replace("Double posting", f"[post]({address})").replace("Task 1.1\n", f"[Task 1.1]({address})\n")
        plans[f"plans/p{number}.md"] = text.replace("Payment ledger", address.replace("<", ""))
    return {
        "index.md": "# Home\n\n<!-- plan:next -->\n",
        "plans/javascript:alert(1).md": PLAN,
        "plans/questions.md/javascript:x.md": PLAN,
        "plans/a.md": f"{PLAN}\n## Open Questions\n\n{QUESTIONS}",
        **plans,
    }


@pytest.fixture
def hostile_site(shared_site):
    """The site of these plans. Its navigation is short: the theme writes it into every page."""

    def site(*, directories):
        options = {"use_directory_urls": directories, "site_url": "https://x.org/docs/", "nav": ["index.md"]}
        return shared_site(
            f"hostile-{'directories' if directories else 'flat'}",
            lambda folder: make_site(folder, hostile_plans(), {}, **options),
        )

    return site


@pytest.mark.parametrize("directories", [True, False], ids=["directories", "flat"])
def test_no_page_has_an_address_that_runs(hostile_site, directories):
    """Whether pages are folders or files: registers, index, timeline, views on the plan's page."""
    site = hostile_site(directories=directories)
    checked = 0
    for file in site.folder.rglob("*.html"):
        article = re.search("<article.*</article>", file.read_text("utf-8"), re.DOTALL)
        page = BeautifulSoup(article[0] if article else "", "html.parser")
        for element in page.select("[data-planplugin], [data-planplugin] *"):
            for name in ("href", "src", "action", "formaction", "xlink:href", "data"):
                if value := element.get(name):
                    checked += 1
                    base = f"https://x.org/docs/{file.relative_to(site.folder).as_posix()}"
                    assert urljoin(base, value).startswith("https://x.org/"), (file, value)
                    assert not scheme_of(value), (file, value)
    assert checked > 500


def test_no_file_has_one(hostile_site):
    """A calendar has the addresses of pages, badges have none; what a table says of a link is text."""
    site = hostile_site(directories=False)
    urls = re.findall(r"^URL[^:]*:(.*)$", site.text("plans.ics").replace("\r\n ", "").replace("\r", ""), re.MULTILINE)
    assert urls
    assert all(url.startswith("https://x.org/docs/plans/") for url in urls)
    for badge in (site.folder / "badges").rglob("*.svg"):
        assert "href" not in badge.read_text("utf-8")
    for row in csv.DictReader(site.text("plans.csv").splitlines()):
        assert not scheme_of(row["url"])


@pytest.mark.parametrize(
    ("address", "scheme"),
    [
        ("https://x.org", "https"),
        ("HTTP://x", "http"),
        ("\x01 java\tscr\nipt:x", "javascript"),
        ("&#x6a;avascript&colon;x", "javascript"),
        ("./a:b", ""),
        ("#a:b", ""),
        ("?a:b", ""),
        ("a/b:c", ""),
        ("1a:b", ""),
        ("//x.org", ""),
        ("%6a:b", ""),
        ("", ""),
    ],
)
def test_the_scheme_of_an_address(address, scheme):
    """As a browser finds it."""
    assert scheme_of(address) == scheme


def test_which_addresses_are_harmless():
    """A relative one is; so is one with a scheme on the list."""
    assert is_harmless("a.md")
    assert is_harmless("mailto:a@b.c")
    assert not is_harmless("data:text/html,x")
    assert not is_harmless("anything:x")


def test_links_to_tasks_are_known_to_mkdocs(tmp_path):
    """Also where the items of a list are written as HTML, close together or with lines between them."""
    loose = "# Implementation Plan: Two\n\n## Tasks\n\n- [ ] **Task 2.1:** Dig\n\n- [ ] **Task 2.2:** Fill\n"
    tight = "# Implementation Plan: One\n\n## Tasks\n\n- [ ] **Task 1.1:** Dig\n- [ ] **Task 1.2:** Fill\n"
    links = "[one](one.md#plan-task-1.2) [two](two.md#plan-task-2.2) [none](one.md#plan-task-9)\n"
    files = {"one.md": tight, "two.md": loose, "index.md": f"# Home\n\n{links}"}
    made = make_site(tmp_path, files, {}, validation={"anchors": "warn"})
    assert (
        [line for line in made.log if "plan-task" in line]
        == [line for line in made.log if "#plan-task-9" in line]
        != []
    )
