"""The index in headless Chromium: what a reader does with it, by mouse and by keyboard, and what is there without."""

import re

import pytest
from browser import FONTS, WithoutScripts, resize, served, with_policy
from made_plans import MONDAY, phase, plan, task
from msgspec.structs import replace
from playwright.sync_api import expect
from sites import FILES, make_site

from mkdocs_planplugin.model import Calendar
from mkdocs_planplugin.portfolio import Entry, Portfolio
from mkdocs_planplugin.views import Context, index_view
from mkdocs_planplugin.views.script import FOLDER as ASSETS
from mkdocs_planplugin.views.style import style_sheet

# Below the words of tiles.
EMPTY_BANDS = "tiles => tiles.map(tile => tile.clientHeight - tile.firstElementChild.offsetHeight)"
FONT_SIZES = "elements => elements.map(element => parseFloat(getComputedStyle(element).fontSize))"
HOSTILE = "<img src=x onerror=alert(1)>"


def made(
    title: str, status: str = "In Progress", *, front: str = "", boxes: str = "x ", owner: str = "", risk: str = ""
):
    """A plan of two tasks."""
    said = f"  - **Owner:** {owner}\n" if owner else ""
    tasks = "".join(
        f"- [{box}] **Task 1.{n}:** Peel {n}\n  - **Estimate:** 1 day\n{said}" for n, box in enumerate(boxes, 1)
    )
    risks = f"## Risk Assessment\n\n**Risk 1:** Fire\n- **Probability:** {risk}\n- **Impact:** High\n" if risk else ""
    head = f"# Implementation Plan: {title}\n\n**Created:** 2026-02-05\n**Status:** {status}\n"
    return (
        f"---\n{front}\n---\n\n{head}\n## Implementation Phases\n\n### Phase 1: All\n\n**Tasks:**\n\n{tasks}\n{risks}"
    )


PLANS = {
    "index.md": "# Home\n",
    "plans/apples.md": made("Apples", front="due: 2026-02-01\ntags: [fruit, red]", owner="Ana", risk="High"),
    "plans/pears.md": made("Pears", front="tags: [fruit]", owner="Ben, Zoë", risk="Low"),
    "plans/kitchen/ovens.md": made("Ovens", "Blocked", owner="Ana"),
    "plans/kitchen/Étagères.md": made("Étagères", "Draft", boxes="  "),
    "plans/kitchen/stove.md": made("Stove", "Complete", boxes="xx", front="tags: [red]"),
    "plans/cellar.md": made("Cellar", "Cancelled", boxes="--"),
}
ACTIVE = ["Apples", "Ovens", "Pears", "Étagères"]


@pytest.fixture(scope="module")
def folder(shared_site):
    theme = {"name": "material", "font": False, "features": ["navigation.instant"]}
    settings = {"theme": theme, "strict": True, "site_url": "http://127.0.0.1/"}
    return shared_site("index", lambda folder: make_site(folder, PLANS, {}, **settings)).folder


@pytest.fixture(scope="module")
def address(folder):
    with served(str(folder), WithoutScripts) as url:
        yield url


@pytest.fixture(scope="module")
def address_with_theme(folder):
    with served(str(folder)) as url:
        yield url


@pytest.fixture
def visit(reader, address, address_with_theme):
    """Loads the index with a query, `with_theme` with the scripts of the theme."""

    def load(query: str = "", *, with_theme: bool = False, **options):
        return reader.visit(address_with_theme if with_theme else address, f"plans/{query}", **options)

    return load


def titles(page) -> list[str]:
    """The plans one can see, in their order on the page."""
    return page.locator(".plan-plans tbody tr:not(.plan-group) > th > a:visible").all_text_contents()


def groups(page) -> list[str]:
    return [" ".join(each.split()) for each in page.locator(".plan-plans .plan-group:visible").all_inner_texts()]


def count(page) -> str:
    return page.locator(".plan-found > span").first.inner_text()


def query(page) -> str:
    return page.evaluate("decodeURIComponent(location.search)")


def focused(page) -> str:
    return page.evaluate("document.activeElement.name || document.activeElement.textContent")


def choose(page, name: str, value: str) -> None:
    page.locator(f".plan-filters [name={name}]").select_option(value)


# Without JavaScript


def test_without_javascript_nothing_is_missing_and_nothing_is_dead(visit):
    """All rows with all columns, the archive to open, totals as words; no field, no button, no link that does nothing."""
    page = visit(java_script_enabled=False)
    assert titles(page) == ACTIVE
    assert page.locator(".plan-plans thead").first.locator("th").all_inner_texts()[0] == "Plan"
    page.locator("summary", has_text="Archive: 1 done, 1 cancelled").click()
    assert titles(page) == [*ACTIVE, "Stove", "Cellar"]
    assert page.locator(".plan-tiles").inner_text().split()[:3] == ["1", "▲", "overdue"]
    assert page.locator(".plan-statuses").inner_text().split()[:5] == ["5", "of", "10", "tasks", "done"]
    assert page.locator(".plan-index :is(input, select, button):visible").count() == 0
    assert page.locator("[data-chooses] a").count() == 0


# Filters


COUNT_LOOKS = """() => {
  const look = Element.prototype.querySelectorAll;
  window.looks = 0;
  Element.prototype.querySelectorAll = function (selector) {
    window.looks += this.matches("tbody th");
    return look.call(this, selector);
  };
}"""


@pytest.fixture
def many(reader):
    """An index of 400 plans that counts how often a row is looked into."""
    one = plan(phase("1", task("1.1")))
    plans = [Entry.of(f"{n}.md", f"{n}/", replace(one, title=f"Plan {n}"), Calendar(), MONDAY) for n in range(400)]
    page = reader.page(viewport={"width": 1250, "height": 900})
    page.set_content(index_view(Portfolio.of(plans), Context(MONDAY, lambda path: f"https://a.b/{path}", None)))
    page.add_style_tag(content=style_sheet())
    page.evaluate(COUNT_LOOKS)
    page.add_script_tag(path=ASSETS / "planplugin-index.js")
    return page


def test_very_many_rows_come_in_pieces(many):
    """The first screen at once, all of them soon; a filter that comes meanwhile has the last word."""
    words = many.get_by_role("searchbox", name="Filter by words")
    rows = many.locator(".plan-plans tbody tr")
    for text, number in (("plan 39", 14), ("plan", 400), ("none", 0)):
        words.fill(text)
        expect(rows).to_have_count(number)
    words.fill("")
    words.fill("plan 39")
    many.wait_for_timeout(200)  # for a late piece of what stood before
    expect(rows).to_have_count(14)


def test_the_first_screen_is_shown_before_other_rows_are_put_into_the_page(many):
    """Rows that nobody sees yet are no part of the frame that a reader waits for. Paper gets all of them."""
    words = many.get_by_role("searchbox", name="Filter by words")
    rows = many.locator(".plan-plans tbody tr")
    many.evaluate("window.requestAnimationFrame = () => {}")  # a frame that never comes
    words.fill("plan")
    many.wait_for_timeout(50)
    screen = rows.count()
    assert rows.last.bounding_box()["y"] > 900
    assert screen < 40
    many.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert rows.count() == 400
    words.fill("plan 39")
    assert rows.count() == 14


def test_rows_are_read_before_anybody_asks(many):
    """The first letter that is typed does not wait until thousands of rows are read."""
    rows = many.locator(".plan-plans tbody tr")
    many.wait_for_function("looks >= 800")
    many.evaluate("window.looks = 0")
    many.get_by_role("searchbox", name="Filter by words").fill("plan 39")
    expect(rows).to_have_count(14)
    assert many.evaluate("looks") == 0


def test_filter_by_words(visit):
    """In titles, paths, tags and people, all of the words, whatever their accents; the archive opens where only it has
    what is asked for, and is counted where it has some of it."""
    page = visit()
    for words, shown, total in [
        ("PEAR", ["Pears"], "1 of 6 plans"),
        ("etageres", ["Étagères"], "1 of 6 plans"),
        ("kitchen", ["Ovens", "Étagères"], "3 of 6 plans, 1 in the archive"),
        ("fruit ana", ["Apples"], "1 of 6 plans"),
        ("zoe", ["Pears"], "1 of 6 plans"),
        ("stove", ["Stove"], "1 of 6 plans, 1 in the archive"),
        ("nothing", [], "0 of 6 plans"),
    ]:
        page.get_by_role("searchbox", name="Filter by words").fill(words)
        assert titles(page) == shown
        assert count(page) == total
        assert query(page) == f"?find={words.replace(' ', '+')}"
        assert focused(page) == "find"
        page.get_by_role("button", name="Reset").click()
        assert titles(page) == ACTIVE


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("health", "blocked", ["Ovens"]),
        ("health", "cancelled", ["Cellar"]),
        ("risk", "high", ["Apples"]),
        ("risk", "medium", ["Pears"]),
        ("tag", "red", ["Apples"]),
        ("person", "zoe", ["Pears"]),
        ("person", "ana", ["Apples", "Ovens"]),
        ("folder", "kitchen/", ["Ovens", "Étagères"]),
    ],
)
def test_filter_by_a_list(visit, name, value, found):
    """Each list narrows the table, is in the URL, and is restored from it."""
    page = visit()
    choose(page, name, value)
    assert titles(page) == found
    assert query(page) == f"?{name}={value}"
    page.reload()
    assert titles(page) == found
    assert page.locator(f"[name={name}]").input_value() == value


def test_filters_add_up_and_reset(visit):
    """Two filters are met by plans that match both; Reset takes both away, and leaves the focus where one goes on."""
    page = visit("?tag=fruit&person=ana&sort=plan")
    assert titles(page) == ["Apples"]
    page.get_by_role("button", name="Reset").click()
    assert titles(page) == ["Apples", "Étagères", "Ovens", "Pears"]
    assert count(page) == "6 plans, 2 in the archive"
    assert query(page) == "?sort=plan"
    assert focused(page) == "find"
    assert not page.get_by_role("button", name="Reset").is_visible()


def test_every_total_is_a_link_to_the_plans_it_counts(visit):
    """It shows as many rows as it says (risks count more than plans), says that it is chosen, and a second click takes
    it back; its URL alone shows the same, as to one who comes back to it, the last one's in a new tab too."""
    page = visit("?sort=plan")
    links = page.locator("[data-chooses] a")
    assert links.count() >= 7
    for link in links.all():
        link.click()
        number = int(re.search(r"\d+", link.inner_text())[0])
        assert count(page).startswith(f"{number} of 6 plans")
        shown = titles(page)
        assert link.get_attribute("aria-current") == "true"
        assert page.locator("[aria-current=true]").count() == 1
        assert query(page) in (
            link.get_attribute("href") + "&sort=plan",
            "?sort=plan&" + link.get_attribute("href")[1:],
        )
        address = link.evaluate("link => link.href")
        link.click()
        assert count(page) == "6 plans, 2 in the archive"
        page.evaluate(
            "url => { history.pushState(null, '', url); dispatchEvent(new PopStateEvent('popstate')); }", address
        )
        assert sorted(titles(page)) == sorted(shown)
        page.evaluate("history.pushState(null, '', '?sort=plan'); dispatchEvent(new PopStateEvent('popstate'))")
    other = page.context.new_page()
    other.goto(address)
    assert sorted(titles(other)) == sorted(shown)


def test_a_filter_that_fits_nothing_today(visit):
    """A link somebody kept goes on meaning what it said; what no one ever offered is left alone."""
    page = visit("?health=on-hold")
    assert count(page) == "0 of 6 plans"
    assert page.locator("[name=health]").input_value() == "on-hold"
    page = visit("?group=moon&sort=moon&view=moon&h=apples")
    assert titles(page) == ACTIVE
    assert page.locator("[name=group]").input_value() == ""
    choose(page, "tag", "fruit")
    assert "h=apples" in query(page)


def test_nothing_found_says_what_was_asked_for(visit):
    """In the words of the lists, with what each filter would give alone; a button takes one of them, or all away."""
    page = visit("?health=at-risk&person=ben&find=pears")
    nothing = page.locator(".plan-nothing")
    assert "No plan matches “pears”, “At risk” and “Ben”." in nothing.inner_text()
    assert nothing.get_by_role("button").all_inner_texts() == [
        "Only “pears”: 1 of 6 plans", "Only “At risk”: 0 of 6 plans", "Only “Ben”: 1 of 6 plans", "Show all 6 plans",
    ]  # fmt: skip
    nothing.get_by_role("button", name="Only “Ben”").click()
    assert titles(page) == ["Pears"]
    assert query(page) == "?person=ben"
    assert not nothing.is_visible()
    page.locator("[name=find]").fill("moon")
    nothing.get_by_role("button", name="Show all 6 plans").click()
    assert titles(page) == ACTIVE
    assert focused(page) == "find"
    assert query(page) == ""


def test_the_timeline_shows_the_plans_that_are_chosen(visit):
    """One bar filters both; as a view of its own it stands without the table, and says so in the URL."""
    page = visit("?tag=fruit")
    drawn = page.locator(".plan-portfolio tbody tr:visible > th a")
    assert sorted(drawn.all_inner_texts()) == ["Apples", "Pears"]
    page.get_by_role("radio", name="Timeline").focus()
    page.keyboard.press("ArrowRight")  # round to the first, and back
    page.keyboard.press("ArrowLeft")
    assert query(page) == "?tag=fruit&view=timeline"
    assert titles(page) == []
    choose(page, "tag", "red")
    assert drawn.all_inner_texts() == ["Apples"]
    page.get_by_role("radio", name="Table").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    assert titles(page) == ["Apples"]


def test_rows_out_of_view_are_drawn_where_there_are_few(visit):
    """A picture of the whole page shows the first sixty; behind them those that nobody sees cost nothing."""
    page = visit()
    resize(page, 400, 300)
    rows = page.locator(".plan-plans").first.locator("tbody tr")
    drawn = "rows => rows.map(row => row.firstElementChild.checkVisibility({contentVisibilityAuto: true}))"
    assert rows.evaluate_all(drawn) == [True] * len(ACTIVE)
    rows.last.evaluate("row => { for (let n = 0; n < 96; n++) row.after(row.cloneNode(true)) }")
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    shown = rows.evaluate_all(drawn)
    assert (shown[:60], shown[-1]) == ([True] * 60, False)


def test_two_tasks_and_whose_they_are(visit):
    """With sign, number, title and initials; a draft has none to do."""
    page = visit()
    cells = page.locator(".plan-plans td.plan-col-next").all_inner_texts()
    assert [cell.split() for cell in cells[:2]] == [["○", "1.2", "Peel", "2", "AN"]] * 2
    assert page.locator(".plan-plans abbr").first.get_attribute("title") == "Ana"
    assert cells[3] == "nothing while it is a draft"
    assert page.locator(".plan-statuses a", has_text="tasks can start now").get_attribute("href").endswith("next/")


# Order and groups


@pytest.mark.parametrize(
    ("column", "first", "second"),
    [
        ("Plan", ["Apples", "Étagères", "Ovens", "Pears"], ["Pears", "Ovens", "Étagères", "Apples"]),
        ("Health", ["Apples", "Ovens", "Pears", "Étagères"], ["Étagères", "Pears", "Ovens", "Apples"]),
        ("Tasks", ["Étagères", "Apples", "Ovens", "Pears"], ["Apples", "Ovens", "Pears", "Étagères"]),
    ],
)
def test_sorting(visit, column, first, second):
    """One press sorts, the next turns the order, the third brings back the old one; what is not known stays last. The
    button keeps the focus, the column says its order, and the live region says it too."""
    page = visit()
    button = page.get_by_role("columnheader", name=column).get_by_role("button").first
    head = page.locator(".plan-plans thead").first.locator("th", has_text=column)
    said = page.locator(".plan-found > span").nth(1)
    usual = said.inner_text()
    ways = []
    for expected in (first, second):
        button.press("Enter")
        assert titles(page) == expected
        assert focused(page) == column
        ways.append(head.get_attribute("aria-sort"))
        assert said.inner_text() == f"Sorted by {column.lower()}, {ways[-1]}."
        page.reload()
        assert titles(page) == expected
        button.focus()
    assert sorted(ways) == ["ascending", "descending"]
    button.press("Enter")
    assert titles(page) == ACTIVE
    assert head.get_attribute("aria-sort") is None
    assert said.inner_text() == usual
    assert query(page) == ""


def test_numbers_and_dates_are_sorted_as_such(reader, tmp_path):
    """By their text 10 of 20 tasks behind 9 of 10, 10 Feb before 9 Feb, and Shed 100 before Shed 9."""
    shares = {"Shed 9": "x" + 9 * " ", "Shed 10": 10 * "x" + 10 * " ", "Shed 100": 9 * "x" + " "}
    days = {"Shed 9": "2026-02-10", "Shed 10": "2026-02-09", "Shed 100": "2026-03-02"}
    files = {
        f"plans/{name.replace(' ', '-')}.md": made(name, boxes=shares[name], front=f"due: {days[name]}").replace(
            "**Created:** 2026-02-05\n", ""
        )
        for name in shares
    }
    with served(str(make_site(tmp_path, {"index.md": "# Home\n", **files}, {}).folder)) as url:
        page = reader.page()
        orders = {}
        for column in ("tasks", "finish", "plan"):
            page.goto(f"{url}plans/?sort={column}")
            orders[column] = titles(page)
    assert orders == {
        "tasks": ["Shed 9", "Shed 10", "Shed 100"],
        "finish": ["Shed 10", "Shed 9", "Shed 100"],
        "plan": ["Shed 9", "Shed 10", "Shed 100"],
    }


def test_groups(visit):
    """By folder, by tag, where a plan of two tags stands twice and counts once, and by health, with their numbers."""
    page = visit()
    choose(page, "group", "folder")
    assert groups(page) == ["kitchen/ 2", "No folder 2"]
    assert titles(page) == ["Ovens", "Étagères", "Apples", "Pears"]
    choose(page, "group", "tag")
    assert groups(page) == ["fruit 2", "red 1", "No tag 2"]
    assert titles(page) == ["Apples", "Pears", "Apples", "Ovens", "Étagères"]
    page.locator("[name=find]").fill("apples")
    assert groups(page) == ["fruit 1", "red 1"]
    assert count(page) == "1 of 6 plans"
    page.locator("[name=find]").fill("")
    choose(page, "group", "health")
    assert groups(page) == ["Overdue 1", "Blocked 1", "On track 1", "Draft 1"]
    choose(page, "group", "")
    assert groups(page) == []
    assert titles(page) == ACTIVE


def test_the_board(visit):
    """The same rows in a column for each verdict; the switch is in the URL, and works by keyboard."""
    page = visit()
    page.evaluate("window.row = document.querySelector('.plan-plans tbody tr')")
    page.get_by_role("radio", name="Table").focus()
    page.keyboard.press("ArrowRight")
    assert query(page) == "?view=board"
    assert groups(page) == ["Overdue 1", "Blocked 1", "On track 1", "Draft 1"]
    assert titles(page) == ACTIVE
    boxes = [each.bounding_box() for each in page.locator(".plan-plans tbody:visible").all()]
    assert len({round(box["y"]) for box in boxes}) == 1
    assert len({round(box["x"]) for box in boxes}) == 4
    assert (
        page.evaluate("row.isConnected && document.querySelectorAll('.plan-plans tbody tr:not(.plan-group)').length")
        == 6
    )
    page.keyboard.press("ArrowLeft")
    assert query(page) == ""
    assert titles(page) == ACTIVE
    assert page.evaluate("row === document.querySelector('.plan-plans tbody tr')")


# Coming and going


def test_the_way_back_restores_the_state(reader, folder, address_with_theme):
    """From a plan back to the index, where the theme shows pages without loading them: the filters are as they were,
    and there is one set of controls."""
    page = reader.page()
    # The theme does so for the pages of the map, which knows nothing of the port.
    pages = (folder / "sitemap.xml").read_text("utf-8").replace("http://127.0.0.1/", address_with_theme)
    page.route("**/sitemap.xml", lambda route: route.fulfill(body=pages, content_type="text/xml"))
    with page.expect_response("**/sitemap.xml"):
        page.goto(f"{address_with_theme}plans/")
    page.wait_for_timeout(200)
    page.evaluate("window.mark = 1")
    page.locator("[name=find]").fill("pears")
    page.locator(".plan-plans a", has_text="Pears").click()
    page.wait_for_url("**/plans/pears/")
    page.go_back()
    page.wait_for_url("**/plans/?find=pears")
    page.wait_for_selector(".plan-live")
    assert page.evaluate("window.mark") == 1  # the page has not been loaded again
    assert page.locator("[name=find]").input_value() == "pears"
    assert titles(page) == ["Pears"]
    assert page.locator(".plan-plans thead").first.get_by_role("button").count() == 5


def test_one_page_comes_to_life_once(visit):
    """However often the theme announces it."""
    page = visit(with_theme=True)
    page.evaluate("dispatchEvent(new PopStateEvent('popstate')); document$.next(document)")
    assert page.locator(".plan-plans thead").first.get_by_role("button").count() == 5
    assert page.locator(".plan-tiles a a").count() == 0


def test_a_plain_page_and_history(visit):
    """A step in the history sets the controls, and what was set before goes."""
    page = visit("?find=pears")
    page.evaluate("history.pushState(null, '', '?health=blocked'); dispatchEvent(new PopStateEvent('popstate'))")
    assert titles(page) == ["Ovens"]
    assert page.locator("[name=find]").input_value() == ""


def test_under_a_strict_policy(reader, folder):
    """With nothing but the site's own files allowed, all works, and nothing of ours is refused."""
    with served(str(folder), with_policy("default-src 'self'")) as url:
        page = reader.page()
        page.goto(url + "plans/?find=pears&view=board")
        trouble: list[str] = []
        page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: trouble.append(str(error)))
        assert titles(page) == ["Pears"]
        choose(page, "risk", "high")
        assert count(page) == "0 of 6 plans"
        assert [each for each in trouble if "'data:image" not in each] == []  # those pictures are the theme's


def test_hostile_words_stay_words(reader, tmp_path):
    """Titles, tags, people and folders that mean harm are shown, filtered and grouped by, and do nothing."""
    front = f"tags: ['{HOSTILE}', '\"><b>']"
    files = {**FILES, "plans/x/evil.md": made(f"`{HOSTILE}`", front=front, owner=HOSTILE)}
    folder = make_site(tmp_path, files, {}).folder
    with served(str(folder)) as url:
        page = reader.page()
        asked: list[str] = []
        page.on("dialog", lambda dialog: asked.append(dialog.message))
        for query in ("?group=tag", "?view=board", f"?tag={HOSTILE}&person={HOSTILE}&health={HOSTILE}&only={HOSTILE}"):
            page.goto(f"{url}plans/{query}")
            page.wait_for_selector(".plan-live")
            assert page.locator(".plan-index :is(img, u, script)").count() == 0
        page.goto(f"{url}plans/?group=tag")
        assert HOSTILE in "".join(groups(page))
        assert asked == []


# Looks


@pytest.mark.parametrize("state", ["", "?view=board", "?group=tag"])
def test_nothing_sticks_out(visit, state):
    """Neither the page nor a cell is wider than its place, from a phone to a desk, also at 200% zoom."""
    page = visit(state)
    for width in (320, 760, 1250):
        resize(page, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert titles(page)[:1] == ["Apples"]
        out = page.evaluate("""() => [...document.querySelectorAll(".plan-index tr > *")].filter(cell =>
            cell.checkVisibility() && !cell.querySelector("p") && cell.scrollWidth > cell.clientWidth + 1).map(e => e.outerHTML)""")
        assert out == []


@pytest.mark.parametrize("name", FONTS)
def test_what_a_finish_is_compared_with_stands_on_one_line(reader, address, name):
    """The longest day of this year as well as the shortest, where the index is a table."""
    page = reader.page(font_name=name)
    page.goto(f"{address}plans/")
    for width in (768, 1280):
        resize(page, width)
        line = page.locator(".plan-col-finish > small").first
        heights = line.evaluate("""line => ["planned 1\u00a0Jul", "planned 28\u00a0Aug", "planned 28\u00a0Mar"].map(text => {
            line.textContent = text;
            return line.offsetHeight;
        })""")
        assert len(set(heights)) == 1, width


@pytest.mark.parametrize(("state", "width"), [("", 1250), ("", 360), ("?view=board", 1250)])
def test_a_screen_reader_hears_a_table(visit, state, width):
    """However rows are laid out, they are rows of a table, with headers for columns and rows."""
    page = visit(state, viewport={"width": width, "height": 800})
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    roles: list[str] = []
    for _ in range(50):  # one wait for all: rows and this tree are made after the page, each in its own time
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        roles = [node["role"]["value"] for node in nodes if not node["ignored"]]
        if roles.count("cell") >= 4 * 5:
            break
        page.wait_for_timeout(100)
    assert roles.count("table") == 2  # the other one is the timeline
    assert roles.count("columnheader") >= 5
    assert roles.count("rowheader") >= 4
    assert roles.count("cell") >= 4 * 5


def test_print(visit):
    """On paper all rows are there, those of the archive too, and nothing that asks to be pressed."""
    page = visit()
    page.emulate_media(media="print")
    assert titles(page) == [*ACTIVE, "Stove", "Cellar"]
    assert page.locator(".plan-filters:visible").count() == 0


def color_of(page, selector):
    return page.locator(selector).first.evaluate("element => getComputedStyle(element).color")


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_other_themes(reader, tmp_path, theme):
    """The index fits into other themes too: nothing sticks out, and filters work."""
    folder = make_site(tmp_path, PLANS, {}, theme=theme).folder
    with served(str(folder)) as url:
        for state in ("", "?view=board"):
            page = reader.page(viewport={"width": 1250, "height": 900})
            page.route(re.compile("^https://"), lambda route: route.abort())
            page.goto(f"{url}plans/{state}")
            assert page.evaluate("document.documentElement.scrollWidth") <= 1250
            cells = page.locator(".plan-index tbody td:visible").evaluate_all(
                "cells => cells.filter(c => c.scrollWidth > c.clientWidth + 1).map(c => c.outerHTML)"
            )
            assert cells == []
            assert set(page.locator(".plan-tiles > li").evaluate_all(EMPTY_BANDS)) == {0}
            late, other = (f"tbody td.plan-col-finish{name}" for name in (".plan-alarm", ":not(.plan-alarm)"))
            assert (
                color_of(page, late)
                == color_of(page, ".plan-tiles > .plan-status-overdue strong")
                != color_of(page, other)
            )
            assert all(size >= 12 for size in page.locator(".plan-layout label").evaluate_all(FONT_SIZES))
            page.locator("[name=find]").fill("pears")
            assert titles(page) == ["Pears"]


def test_long_names_on_a_narrow_phone(reader, tmp_path):
    """What has no place to break is broken, and tasks without owner and day are far enough from each other."""
    text = "# Plan: Cables\n\n## Phase 1: Dig\n\n- [ ] " + "a_name_that_never_ends_" * 4 + "\n- [ ] Dig\n- [ ] Fill\n"
    folder = make_site(tmp_path, {"index.md": "# Home\n", "plans/cables.md": text}, {}).folder
    with served(str(folder)) as url:
        page = reader.page(viewport={"width": 320, "height": 800})
        for path in ("plans/next/", "plans/", "plans/cables/"):
            page.goto(url + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
        tops = page.locator(".plan-work-row a").evaluate_all("all => all.map(e => e.getBoundingClientRect().top)")
        assert len(tops) == 3
        assert tops[2] - tops[1] >= 24
