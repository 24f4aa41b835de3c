"""The example site in headless Chromium."""

from itertools import pairwise

import pytest
from browser import FONTS, font, new_context

PAGES = ["plans/pickup-lockers/", "plans/template/", "plans/"]
REGISTERS = ["plans/risks/", "plans/decisions/", "plans/questions/", "plans/next/", "plans/metrics/"]
VIEW = "[data-planplugin='summary'], [data-planplugin='index'], .plan-register"


@pytest.fixture
def visit(chromium, example_address):
    """Opens a page; fails when the console has an error or another host is asked."""
    opened = []

    def open_page(path: str, **options):
        context = new_context(chromium, **options)
        page = context.new_page()
        trouble: list[str] = []
        page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on(
            "request", lambda asked: trouble.append(asked.url) if not asked.url.startswith(example_address) else None
        )
        opened.append((context, trouble))
        page.goto(example_address + path)
        return page

    yield open_page
    for context, trouble in opened:
        context.close()
        assert trouble == []


def contrast(page, selector: str) -> float:
    """The WCAG contrast ratio of an element's text against the background it stands on."""
    return page.evaluate(
        """selector => {
          const rgb = text => text.match(/[\\d.]+/g).map(Number);
          const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
          const light = color => {
            const [r, g, b] = color.map(c => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const element = document.querySelector(selector);
          const layers = [];
          for (let e = element; e; e = e.parentElement) layers.unshift(getComputedStyle(e).backgroundColor);
          const paint = colors => {
            canvas.fillStyle = "white"; canvas.fillRect(0, 0, 1, 1);
            for (const color of colors) { canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); }
            return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
          };
          const back = light(paint(layers)), front = light(paint([...layers, getComputedStyle(element).color]));
          return (Math.max(back, front) + 0.05) / (Math.min(back, front) + 0.05);
        }""",
        selector,
    )


@pytest.mark.parametrize("path", PAGES + REGISTERS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_quiet_and_readable(visit, path, scheme):
    """In light and dark no error is logged, nothing else is asked, and our text stands out from its ground."""
    page = visit(path, color_scheme=scheme)
    view = page.locator("[data-planplugin]").first
    assert view.is_visible()
    assert contrast(page, VIEW) >= 4.5
    assert page.locator(".plan-remark").count() == 0 or contrast(page, ".plan-remark") >= 4.5


def test_fonts_are_what_their_names_say(visit):
    """Else the tests of the layout would all look at the same letters: headings, running text and buttons change."""
    texts = ["h1", "[data-planplugin='summary'] dt", "button.plan-explore"]
    wide = """selectors => selectors.map(selector => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector(selector));
      return range.getBoundingClientRect().width;
    })"""
    shown = [visit("plans/pickup-lockers/", font_name=name).evaluate(wide, texts) for name in FONTS]
    for narrow, usual, widest in zip(*shown, strict=True):
        assert 0 < narrow < usual < widest


@pytest.mark.parametrize(("required", "outcome"), [("required", pytest.fail), ("", pytest.skip)])
def test_a_font_that_is_missing_is_told(chromium, monkeypatch, required, outcome):
    """Its tests are skipped; they fail where browser tests are required."""
    monkeypatch.setenv("PLANPLUGIN_BROWSER", required)
    monkeypatch.setitem(FONTS, "none", "No Such Font")
    with pytest.raises(outcome.Exception, match="the font No Such Font is not installed"):
        font(chromium, "none")


@pytest.mark.parametrize("path", PAGES + REGISTERS)
def test_a_phone_does_not_scroll_sideways(visit, path):
    """At 360 px the page itself is no wider than the screen."""
    page = visit(path, viewport={"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator(VIEW).first.is_visible()


def test_links_lead_to_what_they_name(visit):
    """From the index to the next task, which shows itself, and from there back to the index."""
    page = visit("plans/")
    page.locator("table a[href*='#plan-task-3.2']").first.click()
    page.wait_for_url("**/pickup-lockers/#plan-task-3.2")
    assert page.locator("li:target").get_attribute("id") == "plan-task-3.2"
    assert page.locator("li:target").is_visible()
    page.locator("[data-planplugin='summary'] a", has_text="all plans").click()
    page.wait_for_url("**/plans/")


def test_without_javascript_all_is_there(visit):
    """Header, bars, timeline and index are complete when scripts are off."""
    page = visit("plans/pickup-lockers/", java_script_enabled=False)
    assert page.locator("[data-planplugin='timeline'] tbody tr").count() == 23
    assert page.locator("progress").first.is_visible()
    index = visit("plans/", java_script_enabled=False)
    plans = index.locator("[data-planplugin='index'] tbody tr").count()
    assert plans >= 3
    assert index.locator("[data-planplugin='portfolio'] tbody tr:not(.plan-group)").count() == plans
    assert "Tomasz Reyes is on two critical paths" in index.locator("#plan-clashes + ul").inner_text()
    finished = index.locator("details.plan-more").first
    finished.locator("summary").click()
    assert finished.locator(".plan-lane").first.is_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_next_is_switched_without_a_script(visit, scripts):
    """One grouping is shown at a time, the one that is wanted; by mouse and by keyboard."""
    page = visit("plans/next/", java_script_enabled=scripts)
    sections = {name: page.locator(f".plan-by-{name}") for name in ("plan", "person", "risk")}
    assert [name for name, section in sections.items() if section.is_visible()] == ["plan"]
    page.locator(".plan-switch label", has_text="By person").click()
    assert [name for name, section in sections.items() if section.is_visible()] == ["person"]
    page.keyboard.press("ArrowRight")
    assert [name for name, section in sections.items() if section.is_visible()] == ["risk"]
    assert sections["risk"].locator("th", has_text="high risk").first.is_visible()


def test_a_risk_of_the_matrix_shows_itself(visit):
    """Its number leads to its row, which is marked, and from there to the plan."""
    page = visit("plans/risks/")
    page.locator(".plan-matrix a").first.click()
    row = page.locator("tr:target")
    assert row.is_visible()
    assert row.locator("td").first.evaluate("cell => getComputedStyle(cell).backgroundColor") != "rgba(0, 0, 0, 0)"
    row.locator("th a").first.click()
    page.wait_for_url("**/#plan-risk-*")
    assert page.locator(".plan-risk:target").is_visible()


def test_the_badge_is_a_picture(visit):
    """The browser can draw it, as small as it says."""
    page = visit("plans/")
    size = page.evaluate(
        """async () => {
          const image = new Image();
          image.src = "../badges/plans/pickup-lockers.svg";
          await image.decode();
          return [image.naturalWidth, image.naturalHeight];
        }"""
    )
    assert size == [131, 20]


# The timeline of a plan page

LOCKERS = "plans/pickup-lockers/"
ROWS = ".plan-schedule tbody tr"


def row(page, name):
    """The row of a task or phase."""
    return page.locator(ROWS).filter(has=page.locator(f".plan-id:text-is('{name}')"))


def linked(page):
    """What the rows show that are highlighted as ends of a line."""
    return page.locator(f"{ROWS}.plan-linked .plan-id").all_text_contents()


def test_pointing_at_a_row_shows_its_lines(visit):
    """The rows at both ends are marked, and the lines are drawn from bar to bar; elsewhere nothing is."""
    page = visit(LOCKERS)
    row(page, "2.3").locator("td").first.hover()
    assert linked(page) == ["1.3", "2.1", "2.3", "3.5"]
    path = page.locator(".plan-draw-path")
    assert path.count() == 1
    box, first, last = path.bounding_box(), *(row(page, name).bounding_box() for name in ("1.3", "3.5"))
    assert first["y"] < box["y"] < first["y"] + first["height"]
    assert last["y"] < box["y"] + box["height"] < last["y"] + last["height"]
    page.locator("h1").first.hover()
    assert linked(page) == []
    assert path.count() == 0


def test_the_keyboard_shows_the_lines_of_a_row(visit):
    """As soon as its link has the focus."""
    page = visit(LOCKERS)
    row(page, "Phase 4").locator("a").focus()
    assert linked(page) == ["Phase 2", "Phase 3", "Phase 4"]
    page.keyboard.press("Tab")
    assert linked(page) == ["Phase 2", "Phase 3", "4.1", "4.2", "4.3"]


def test_lines_are_there_without_a_script(visit):
    """Thin, and without a gap from row to row."""
    page = visit(LOCKERS, java_script_enabled=False)
    assert page.locator(f"{ROWS} .plan-draw-link").count() > 10
    assert row(page, "4.4").locator(".plan-draw-link").first.bounding_box()["width"] > 5
    drawings = [box.bounding_box() for box in page.locator(f"{ROWS} svg.plan-draw").all()]
    for above, below in pairwise(drawings):
        assert below["y"] <= above["y"] + above["height"] + 0.01
        assert below["height"] == pytest.approx(above["height"], abs=1.1)


def test_on_a_phone_the_labels_stay(visit):
    """While the chart passes below them, inside its region; the first of it is seen at once."""
    page = visit(LOCKERS, viewport={"width": 360, "height": 740})
    label, chart = row(page, "2.1").locator("th"), row(page, "2.1").locator(".plan-chart")
    before, bars = label.bounding_box(), chart.bounding_box()
    assert bars["x"] < 300
    page.evaluate("document.querySelector('.plan-scroll').scrollLeft = 120")
    assert label.bounding_box()["x"] == before["x"]
    assert chart.bounding_box()["x"] < bars["x"] - 100
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("width", [700, 1000])
def test_on_paper_all_of_it_is_there(visit, width):
    """No part of the chart is cut off or scrolls, and titles are whole."""
    page = visit(LOCKERS, viewport={"width": width, "height": 900})
    page.emulate_media(media="print")
    fits = """() => {
      const region = document.querySelector(".plan-scroll");
      return [region.scrollWidth <= region.clientWidth + 1, getComputedStyle(region).overflowX,
        [...document.querySelectorAll(".plan-schedule th")].every(each => each.scrollWidth <= each.clientWidth + 1)];
    }"""
    assert page.evaluate(fits) == [True, "visible", True]
    assert not page.locator(".plan-explore").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_stand_out(visit, scheme):
    """Lines, tails, edges and the forecast have three times the light of their ground, or a third of it."""
    page = visit(LOCKERS, color_scheme=scheme)
    found = page.evaluate(
        """() => {
          const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
          const ground = getComputedStyle(document.body).backgroundColor;
          const light = colors => {
            for (const [color, alpha] of colors) {
              canvas.globalAlpha = alpha; canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
            }
            const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data]
              .map(c => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const marks = {link: "stroke", tail: "stroke", today: "stroke", task: "stroke", done: "fill", forecast: "fill"};
          return Object.fromEntries(Object.entries(marks).map(([name, side]) => {
            const style = getComputedStyle(document.querySelector(`.plan-schedule .plan-draw-${name}`));
            const back = light([["white", 1], [ground, 1]]);
            const front = light([["white", 1], [ground, 1], [style[side], Number(style[`${side}Opacity`])]]);
            return [name, (Math.max(back, front) + 0.05) / (Math.min(back, front) + 0.05)];
          }));
        }"""
    )
    assert all(ratio >= 3 for ratio in found.values()), found


@pytest.mark.parametrize("path", [LOCKERS, "plans/one-catalogue/"])
def test_rows_have_one_line(visit, path):
    """However long a title is: all rows are equally high, but for the border above a group."""
    page = visit(path, viewport={"width": 1250, "height": 900})
    heights = page.evaluate(
        f"[...document.querySelectorAll('{ROWS}')].map(each => each.getBoundingClientRect().height)"
    )
    assert max(heights) - min(heights) <= 1.1


@pytest.mark.parametrize("path", [LOCKERS, "plans/van-offline-lending/"])
def test_what_is_drawn_has_a_name(visit, path):
    """Every cell of the chart is an image with words, every column has a header, every row a name."""
    page = visit(path)
    rows = page.locator(ROWS).count()
    assert page.locator(f"{ROWS} svg[role=img]").count() == rows
    assert all(page.locator(f"{ROWS} svg[role=img] > title").all_text_contents())
    assert page.locator(".plan-schedule thead th[scope=col]").count() == 4
    assert page.locator(f"{ROWS} > th[scope]").count() == rows


def test_a_closed_block_around_the_target_of_a_link_opens(visit):
    """Also where the browser does not open it: when a script has changed the address, and only tells of it."""
    page = visit("plans/risks/")
    block = page.locator("details.plan-past")
    row = block.locator("tbody tr").first
    assert not row.is_visible()
    name = row.get_attribute("id")
    page.evaluate("name => history.replaceState(null, '', `#${name}`)", name)
    assert not row.is_visible()
    page.evaluate("dispatchEvent(new HashChangeEvent('hashchange'))")
    assert row.is_visible()
    assert block.evaluate("block => block.open")
