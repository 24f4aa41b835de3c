"""Plotly's charts in headless Chromium: drawn on the reader's wish, from the site's own files."""

import functools
import re

import pytest
from browser import Reader, WithoutScripts, contrast, in_scheme, resize, served, with_policy
from playwright.sync_api import expect
from sites import FILES, PLAN, make_site

LOCKERS = "plans/pickup-lockers/"
STRICT = "default-src 'self'"
SHOWN = ".plan-plot .main-svg"
FILLED = ".plan-plot .trace.bars:nth-of-type(2) .point path"


def opened(reader, url, *, before=None, **options):
    """The page at an address; its `trouble` and `asked` are what its console complains of and what it loads."""
    page = reader.page(**options)
    page.trouble, page.asked = [], []
    page.on("console", lambda said: page.trouble.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: page.trouble.append(str(error)))
    page.on("request", lambda asked: page.asked.append(asked.url))
    if before:
        before(page)
    page.goto(url)
    return page


@pytest.fixture
def visit(reader):
    """Opens an address, as `opened` does."""
    return functools.partial(opened, reader)


@pytest.fixture(scope="module")
def lockers(chromium, example_address):
    """A plan of the example, for all tests that need no fresh page: to load Plotly takes seconds."""
    contexts = Reader(chromium)
    yield opened(contexts, example_address + LOCKERS, viewport={"width": 1250, "height": 900})
    contexts.close_pages()


@pytest.fixture
def plan(lockers):
    """The same page in light with the chart closed."""
    lockers.keyboard.press("Escape")
    assert not lockers.locator(".plan-drawing").is_visible()
    in_scheme(lockers, "light")
    lockers.trouble.clear()
    return lockers


def explore(page):
    page.get_by_role("button", name="Explore").click()
    page.wait_for_selector(SHOWN)


def bars_and_signs(page):
    """How many rows the chart shows: planned bars, and signs for what takes no time."""
    return page.evaluate(
        """() => document.querySelector(".plan-plot").data
          .filter(trace => ["planned", "no time"].includes(trace.name))
          .reduce((sum, trace) => sum + trace.y.length, 0)"""
    )


def test_a_click_draws_the_chart_and_another_one_closes_it(plan, example_address):
    """With as many bars as the table has rows; the table stays."""
    button = plan.get_by_role("button", name="Explore")
    assert button.get_attribute("aria-expanded") == "false"
    explore(plan)
    assert button.get_attribute("aria-expanded") == "true"
    assert bars_and_signs(plan) == plan.locator(".plan-schedule tbody tr[class^=plan-row-]").count() == 23
    assert plan.locator(".plan-schedule").is_visible()
    button.click()
    assert button.get_attribute("aria-expanded") == "false"
    assert not plan.locator(".plan-drawing").is_visible()
    explore(plan)
    assert bars_and_signs(plan) == 23
    assert plan.trouble == []
    assert all(url.startswith(example_address) for url in plan.asked)


def names(page) -> list[str]:
    """The names of the rows of a chart, which stand above their bars."""
    words = page.locator(".plan-plot .annotation-text").all_text_contents()
    return [each for each in words if not each.startswith(("today, ", "due, "))]


def test_the_chart_agrees_with_the_table(plan):
    """The bars are as thick where work is expected, and names are whole, as there."""
    explore(plan)
    said = plan.locator(".plan-row-task > th > a").all_text_contents()
    assert {" ".join(name.split()) for name in said} <= set(names(plan))
    planned, expected = (plan.locator(".plan-plot .trace.bars").nth(n).locator(".point path").first for n in (0, 1))
    assert planned.bounding_box()["height"] < expected.bounding_box()["height"]
    assert plan.trouble == []


def test_escape_closes_the_chart(plan):
    """It opens below its button, as wide as the timeline, in view; Escape closes it, and the button has the focus."""
    explore(plan)
    plan.wait_for_timeout(300)
    button, panel, frame = (
        plan.locator(name).bounding_box() for name in (".plan-explore", ".plan-drawing", ".plan-frame")
    )
    assert 0 <= panel["y"] - (button["y"] + button["height"]) < 20
    assert abs(panel["width"] - frame["width"]) < 2
    assert 0 < button["y"] < 900
    assert panel["y"] + min(panel["height"], 700) <= 900
    plan.keyboard.press("Escape")
    assert not plan.locator(".plan-drawing").is_visible()
    assert plan.evaluate("document.activeElement.matches('.plan-explore')")
    assert plan.trouble == []


def test_the_button_is_for_the_keyboard_too(plan):
    """It takes the focus, and opens with Enter."""
    plan.get_by_role("button", name="Explore").focus()
    plan.keyboard.press("Enter")
    plan.wait_for_selector(SHOWN)


def test_the_chart_as_a_reader_uses_it(plan):
    """Labels are Mondays, as in the table, and days where the reader has zoomed in. In another colour scheme it is drawn
    again, in the colours of the page as it looks then. A click on a bar goes to the task, which shows itself."""
    page = plan
    explore(page)
    labels = ".plan-plot .xtick text"
    assert page.locator(labels).first.text_content() == "12 Jan"
    page.evaluate(
        "Plotly.relayout(document.querySelector('.plan-plot'), {'xaxis.range': ['2026-01-26', '2026-01-30']})"
    )
    page.wait_for_function(
        f"[...document.querySelectorAll('{labels}')].map(label => label.textContent).includes('27 Jan')"
    )
    read = f'() => getComputedStyle(document.querySelector("{FILLED}")).fill'
    before = page.evaluate(read)
    page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
    page.wait_for_function(f"before => ({read})() !== before", arg=before)
    ground = page.evaluate(
        "getComputedStyle(document.querySelector('.plan-plot .infolayer .annotation:last-child text')).fill"
    )
    light = [int(number) for number in re.findall(r"\d+", ground)[:3]]
    assert min(light) > 120  # light letters on the dark ground
    page.evaluate("Plotly.relayout(document.querySelector('.plan-plot'), {'xaxis.autorange': true})")
    page.wait_for_function(f"document.querySelector('{labels}').textContent === '12 Jan'")
    bar = page.locator(".plan-plot .trace.bars").first.locator(".point").nth(9)
    bar.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    box = bar.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url(f"**/{LOCKERS}#plan-task-3.1")
    assert page.locator("li:target").is_visible()
    assert page.trouble == []


def test_after_instant_navigation(visit, tmp_path):
    """From one plan to the next without loading a page: the chart of each is its own, and the old one is let go."""
    files = {**FILES, "plans/other.md": PLAN.replace("Payment ledger", "Other").replace("Backfill", "Carry on")}
    theme = {"name": "material", "font": False, "features": ["navigation.instant"]}
    with served(str(tmp_path / "site")) as url:
        make_site(tmp_path, files, {}, theme=theme, site_url=url)
        seen: list[str] = []
        sitemap = url + "sitemap.xml"  # the theme has to know its pages before it can replace one by another
        page = visit(url, before=lambda page: page.on("requestfinished", lambda done: seen.append(done.url)))
        while sitemap not in seen:
            page.wait_for_timeout(50)
        page.wait_for_timeout(200)
        page.evaluate("window.same = true")
        for name, task in (("ledger", "1.2 Backfill"), ("other", "1.2 Carry on"), ("ledger", "1.2 Backfill")):
            page.locator(f".md-nav a[href$='plans/{name}/'], .md-nav a[href$='../{name}/']").first.evaluate(
                "link => link.click()"
            )
            page.wait_for_url(f"**/plans/{name}/")
            page.wait_for_selector(f"text={task.partition(' ')[2]}")
            assert page.locator(".plan-plot").count() == 0
            explore(page)
            assert page.locator(".plan-explore").count() == 1
            assert names(page)[2] == task
            assert bars_and_signs(page) == 5
        page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
        page.wait_for_timeout(200)
        assert page.evaluate("window.same")
        assert page.trouble == []


def test_without_scripts_there_is_no_button(plan, visit, example_address):
    """The button comes with the script."""
    assert plan.locator(".plan-explore").count() == 1
    page = visit(example_address + LOCKERS, java_script_enabled=False)
    assert page.locator(".plan-explore").count() == 0


@pytest.mark.parametrize("saves", [True, False])
def test_the_library_is_fetched_ahead_when_in_view(visit, example_address, saves):
    """Not before, and not where the reader saves data."""
    value = "true" if saves else "false"
    said = f"Object.defineProperty(navigator, 'connection', {{value: {{saveData: {value}}}}})"
    small = {"width": 900, "height": 300}
    page = visit(example_address + LOCKERS, before=lambda page: page.add_init_script(said), viewport=small)
    fetched = page.locator("link[rel=prefetch]")
    page.wait_for_timeout(200)
    assert page.evaluate("typeof Plotly") == "undefined"
    assert fetched.count() == 0
    page.locator(".plan-explore").scroll_into_view_if_needed()
    if saves:
        page.wait_for_timeout(300)
    expect(fetched).to_have_count(int(not saves))


def test_what_cannot_be_loaded_is_told(visit, example_address):
    """In words; the table stays, and the next click tries again."""

    def refuse(page):
        page.route("**/plotly.min.js", lambda route: route.abort())

    page = visit(example_address + LOCKERS, before=refuse)
    page.get_by_role("button", name="Explore").click()
    page.wait_for_selector("text=could not be loaded")
    assert page.locator(".plan-schedule").is_visible()
    page.unroute("**/plotly.min.js")
    page.get_by_role("button", name="Explore").click()
    explore(page)


def test_under_a_content_security_policy(visit, example):
    """Where a server allows nothing but the site's own files, charts are drawn. What is refused then is the theme's, and a
    style of Plotly's own: so where inline styles are allowed too, nothing is."""
    with served(str(example.folder), with_policy(STRICT)) as url:
        page = visit(url + LOCKERS)
        theme = list(page.trouble)
        explore(page)
        page.wait_for_timeout(200)
        assert bars_and_signs(page) == 23
        refused = page.trouble[len(theme) :]
        assert [line for line in refused if "inline style" not in line] == []
        bar = page.locator(".plan-plot .modebar").bounding_box()
        plot = page.locator(".plan-plot").bounding_box()
        assert bar["y"] - plot["y"] < 10  # our style sheet has Plotly's rules
        assert plot["height"] > 300


def test_from_a_folder(visit, tmp_path):
    """A site without directory URLs, opened without a server."""
    site = make_site(tmp_path, FILES, {}, use_directory_urls=False)
    page = visit((site.folder / "plans" / "ledger.html").as_uri())
    explore(page)
    assert bars_and_signs(page) == 5
    assert page.trouble == []


# Words whose colour is mixed with that of the theme's text.
MIXED = [".plan-verdict strong", ".plan-dates dt", ".plan-remark", ".plan-state-in-progress", ".plan-state-waiting td"]


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_other_themes(visit, tmp_path, theme):
    """Charts need nothing of Material."""
    site = make_site(tmp_path, FILES, {}, theme={"name": theme}, use_directory_urls=False)
    page = visit((site.folder / "plans" / "ledger.html").as_uri())
    explore(page)
    assert bars_and_signs(page) == 5
    assert [words for words in MIXED if contrast(page, words) < 4.5] == []
    # The stripes of a theme are colours of the ground or shadows on it; a picture shows through both.
    toned = page.locator(".plan-matrix td:is(.plan-score-medium, .plan-score-high)")
    looks = toned.evaluate_all(
        "cells => cells.map(cell => getComputedStyle(cell)).map(({backgroundImage, boxShadow}) => [backgroundImage, boxShadow])"
    )
    assert looks
    assert all("gradient" in tone and "0.0" not in stripe for tone, stripe in looks), looks


def test_drawn_by_itself(visit, tmp_path):
    """`interactive: auto` draws when the timeline comes into view. Hostile names are text: no markup, no formula."""
    evil = PLAN.replace("Tables", "`<b>x</b>` &amp;lt; $a$ `</script><img src=x onerror=alert(1)>`")
    site = make_site(tmp_path, {**FILES, "plans/ledger.md": evil}, {"interactive": "auto"})
    with served(str(site.folder), WithoutScripts) as url:
        page = visit(url + "plans/ledger/")
        page.locator(".plan-explore").scroll_into_view_if_needed()
        page.wait_for_selector(SHOWN)
        assert names(page)[1].startswith("1.1 <b>x</b> &lt; $a$ ")
        assert page.trouble == []


@pytest.mark.parametrize("font_name", ["narrow", "wide"])
def test_the_timeline_of_all_plans(visit, example_address, font_name):
    """Is there in every scheme, font and width, with nothing to scroll sideways; its names lead to the plans."""
    page = visit(example_address + "plans/", font_name=font_name)
    name = page.locator(".plan-lanes th a[href$='pickup-lockers/']")
    for width in (360, 1250):
        resize(page, width)
        for scheme in ("light", "dark"):
            in_scheme(page, scheme)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            frame = page.locator(".plan-lanes-frame")
            assert frame.evaluate("element => element.scrollWidth <= element.clientWidth")
            lanes = page.locator(".plan-lanes tbody .plan-scale-usual > svg")
            assert lanes.count() == page.locator(".plan-lanes tbody tr").count() > 3
            assert lanes.first.bounding_box()["width"] > 280
            name.click(trial=True)
    name.click()
    page.wait_for_url(f"**/{LOCKERS}")
    assert page.trouble == []
