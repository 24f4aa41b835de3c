"""What every reader needs of a page: axe finds nothing, letters are large enough, the keyboard reaches everything."""

import pathlib

import pytest
from browser import contrast, in_scheme, missing, resize, trouble

AXE = pathlib.Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"
# One of each kind: plans with all views, with many tasks, finished, a draft; a template; pages over all plans; a page
# that plans are based on.
PAGES = [
    "plans/pickup-lockers/",
    "plans/one-catalogue/",
    "plans/overdue-reminders/",
    "plans/van-offline-lending/",
    "plans/template/",
    "plans/",
    "plans/risks/",
    "plans/decisions/",
    "plans/questions/",
    "plans/next/",
    "plans/metrics/",
    "specs/one-catalogue/",
]
# What a page has of ours: of a plan, of the index, of another page over all plans, of one that plans are based on.
VIEW = "[data-planplugin='summary'], [data-planplugin='index'], .plan-register, [data-planplugin='built_on']"
# What axe finds in our elements, a line for each; the theme answers for its own.
PROBLEMS = """async runOnly => {
  const {violations} = await axe.run({include: [["[data-planplugin]"]]}, {runOnly, resultTypes: ["violations"], preload: false});
  return violations.flatMap(({id, nodes}) => nodes.map(node => `${id}: ${node.html}: ${node.failureSummary}`));
}"""
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The rules of axe whose answer depends on colours or on where things are: names and roles are the same on each screen.
LOOKS = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]
# Words of ours that are seen and smaller than 12 px.
SMALL = """() => {
  const words = [];
  for (const root of document.querySelectorAll("[data-planplugin]")) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const {parentElement: element, textContent: text} = walker.currentNode;
      if (!text.trim() || element.closest("template, .plan-hidden")) continue;
      if (parseFloat(getComputedStyle(element).fontSize) < 11.99) words.push(text.trim());
    }
  }
  return words;
}"""
# What one presses and is less than 24 px high. Links in a line of text are as high as the line.
LOW = """() => [...document.querySelectorAll("[data-planplugin] :is(a, button, select, input[type=search], summary, label), a[data-planplugin]")]
  .filter(e => e.checkVisibility({visibilityProperty: true}) && getComputedStyle(e).display !== "inline" && !e.closest("svg"))
  .filter(e => e.getBoundingClientRect().height < 23.5).map(e => e.outerHTML.slice(0, 120))"""
# What can have the focus in the views of a plan, in the order of the page; what is folded cannot.
STOPS = "[data-planplugin] :is(a[href], button, summary, input)"
FOCUSED = """selector => {
  const element = document.activeElement;
  const seen = element.matches("label > input") ? element.parentElement : element;
  const {outlineStyle, outlineWidth} = getComputedStyle(seen);
  const {top, bottom} = seen.getBoundingClientRect();
  const all = [...document.querySelectorAll(selector)];
  return [all.indexOf(element), outlineStyle !== "none" && outlineWidth !== "0px", bottom > 0 && top < innerHeight];
}"""
MOVES = """() => [...document.querySelectorAll("[data-planplugin], [data-planplugin] *")].filter(element => {
  const {transitionDuration, animationName} = getComputedStyle(element);
  return animationName !== "none" || transitionDuration.split(", ").some(time => parseFloat(time));
}).map(element => element.outerHTML.slice(0, 80))"""


@pytest.fixture
def visit(reader, example_with_theme):
    """Opens a page of the example; fails when the console has an error or another host is asked."""
    opened: list[list[str]] = []

    def open_page(path, **options):
        page = reader.page(**options)
        opened.append(trouble(page, example_with_theme))
        page.goto(example_with_theme + path)
        return page

    yield open_page
    assert list(filter(None, opened)) == []


def stands_out(page) -> None:
    """Our text is seen on its ground."""
    assert page.locator("[data-planplugin]").first.is_visible()
    assert contrast(page, VIEW) >= 4.5
    assert page.locator(".plan-remark").count() == 0 or contrast(page, ".plan-remark") >= 4.5


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_quiet_and_readable(visit, path):
    """Axe finds nothing, in light on a wide page and in dark on a phone; no word is smaller than 12 px; what one presses
    is 24 px high, unless it is a link in running text; our text stands out from its ground; on a phone of 360 px the page
    is no wider than the screen. Nothing moves: those whom motion makes ill have said so to this browser. Each page is
    loaded once."""
    if not AXE.is_file():
        missing("axe-core is not installed: `make node_modules/installed`")
    page = visit(path, viewport={"width": 1250, "height": 900}, reduced_motion="reduce")
    assert page.evaluate(MOVES) == []
    assert page.evaluate(LOW) == []
    stands_out(page)
    page.evaluate(AXE.read_text("utf-8"))
    assert page.evaluate(PROBLEMS, TAGS) == []
    assert page.evaluate(SMALL) == []
    resize(page, 390)
    in_scheme(page, "dark")
    stands_out(page)
    assert page.evaluate(PROBLEMS, LOOKS) == []
    assert page.evaluate(SMALL) == []
    resize(page, 360, 740)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator(VIEW).first.is_visible()


def test_the_keyboard_walks_through_a_plan(visit):
    """From the first link of the header to the end of the timeline: in the order of the page, nothing left out that is
    shown, each stop in view and with an outline."""
    page = visit("plans/pickup-lockers/", viewport={"width": 1250, "height": 900})
    page.wait_for_selector("button.plan-explore")
    page.locator(".plan-summary a").first.focus()
    page.keyboard.press("Shift+Tab")
    shown = page.evaluate(
        """selector => [...document.querySelectorAll(selector)].map((each, number) => [each, number])
          .filter(([each]) => each.checkVisibility({visibilityProperty: true}) && each.closest(".plan-summary, .plan-timeline")
            && !(each.type === "radio" && !each.checked)).map(([_each, number]) => number)""",
        STOPS,
    )
    walked = []
    while len(walked) < len(shown):
        page.keyboard.press("Tab")
        number, has_outline, in_view = page.evaluate(FOCUSED, STOPS)
        if number >= 0:  # and no link of the author's, of which there are some between the two views
            assert has_outline, number
            assert in_view, number
            walked.append(number)
    assert walked == shown
    assert len(walked) > 30
