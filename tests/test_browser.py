"""The example site in headless Chromium."""

import pytest
from browser import browser, served
from sites import EXAMPLE, built

PAGES = ["plans/pickup-lockers/", "plans/template/", "plans/"]
REGISTERS = ["plans/risks/", "plans/decisions/", "plans/questions/", "plans/next/", "plans/metrics/"]
VIEW = "[data-planplugin='summary'], [data-planplugin='index'], .plan-register"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("browser")
    built(EXAMPLE / "mkdocs.yml", folder, strict=True)
    with served(str(folder)) as url:
        yield url


@pytest.fixture(scope="module")
def chromium():
    with browser() as running:
        yield running


@pytest.fixture
def visit(chromium, address):
    """Opens a page; fails when the console has an error or another host is asked."""
    opened = []

    def open_page(path: str, **options):
        context = chromium.new_context(**options)
        page = context.new_page()
        trouble: list[str] = []
        page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("request", lambda asked: trouble.append(asked.url) if not asked.url.startswith(address) else None)
        opened.append((context, trouble))
        page.goto(address + path)
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
    assert page.locator("[data-planplugin='timeline'] tbody tr").count() == 22
    assert page.locator("progress").first.is_visible()
    index = visit("plans/", java_script_enabled=False)
    plans = index.locator("[data-planplugin='index'] tbody tr").count()
    assert plans >= 3
    assert index.locator("[data-planplugin='portfolio'] tbody tr:not(.plan-group)").count() == plans
    assert "Tomasz is on two critical paths" in index.locator("#plan-clashes + ul").inner_text()
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
