"""The example site in headless Chromium."""

import functools
import shutil
import subprocess

import pytest
from browser import FONTS, contrast, font, in_scheme, resize
from playwright.sync_api import expect


@pytest.fixture
def visit(reader, example_address, example_with_theme):
    """Loads a page, `with_theme` with the scripts of the theme."""

    def load(path: str, *, with_theme: bool = False, **options):
        return reader.visit(example_with_theme if with_theme else example_address, path, **options)

    return load


@pytest.fixture
def look(reader, example_address):
    """Shows a page to tests that leave it as it was."""
    return functools.partial(reader.look, example_address)


@pytest.fixture
def look_in_font(reader, example_with_theme):
    """Does so in one of FONTS, with the scripts of the theme: they give an author's wide table a place to scroll in."""
    return lambda path, font_name, **options: reader.look(example_with_theme, path, font_name=font_name, **options)


def test_fonts_are_what_their_names_say(look_in_font):
    """Else the tests of the layout would all look at the same letters: headings, running text and buttons change."""
    texts = ["h1", "[data-planplugin='summary'] dt", "button.plan-explore"]
    wide = """selectors => selectors.map(selector => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector(selector));
      return range.getBoundingClientRect().width;
    })"""
    shown = [look_in_font(LOCKERS, name).evaluate(wide, texts) for name in FONTS]
    for narrow, usual, widest in zip(*shown, strict=True):
        assert 0 < narrow < usual < widest


@pytest.mark.parametrize(("required", "outcome"), [("required", pytest.fail), ("", pytest.skip)])
def test_a_font_that_is_missing_is_told(chromium, monkeypatch, required, outcome):
    """Its tests are skipped; they fail where browser tests are required."""
    monkeypatch.setenv("PLANPLUGIN_BROWSER", required)
    monkeypatch.setitem(FONTS, "none", "No Such Font")
    with pytest.raises(outcome.Exception, match="the font No Such Font is not installed"):
        font(chromium, "none")


def test_heads_that_sort_nothing_do_not_look_as_if_they_did(look):
    """Material has an arrow and another pointer for heads that have a role; the place of the arrow would widen a page."""
    for path, table in (("plans/search-in-four-languages/", ".plan-schedule"), ("plans/", ".plan-lanes")):
        page = look(path, viewport={"width": 768, "height": 800})
        heads = page.locator(f"{table} thead th")
        seen = heads.evaluate_all(
            "all => all.map(th => [getComputedStyle(th).cursor, getComputedStyle(th, '::after').content])"
        )
        assert {tuple(each) for each in seen} == {("auto", "none")}
        assert page.evaluate("document.documentElement.scrollWidth") == 768


def test_links_lead_to_what_they_name(visit):
    """From the index to the next task, which shows itself, and from there back to the index."""
    page = visit("plans/")
    page.locator("table a[href*='#plan-task-3.3']").first.click()
    page.wait_for_url("**/pickup-lockers/#plan-task-3.3")
    assert page.locator("li:target").get_attribute("id") == "plan-task-3.3"
    assert page.locator("li:target").is_visible()
    page.locator("[data-planplugin='summary'] a", has_text="all plans").click()
    page.wait_for_url("**/plans/")


def test_without_javascript_all_is_there(visit):
    """Header, bars, timeline and index are complete when scripts are off."""
    page = visit("plans/pickup-lockers/", java_script_enabled=False)
    assert page.locator("[data-planplugin='timeline'] tbody tr[class^=plan-row-]").count() == 23
    assert page.locator("progress").first.is_visible()
    index = visit("plans/", java_script_enabled=False)
    plans = index.locator("[data-planplugin='index'] tbody tr").count()
    assert plans >= 3
    over = index.locator("[data-planplugin='portfolio'] details.plan-more li").count()
    assert index.locator("[data-planplugin='portfolio'] tbody tr").count() + over == plans
    assert "Tomasz Reyes is on two critical paths" in index.locator("#plan-clashes + ul").inner_text()
    finished = index.locator("details.plan-more").first
    finished.locator("summary").click()
    assert finished.locator("li a").first.is_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_next_shows_one_person_without_a_script(visit, scripts):
    """A link to a person shows this one and what nobody has, in the URL; "Everybody" brings all back, and so does Back."""
    page = visit("plans/next/", java_script_enabled=scripts)
    shown = page.locator("section.plan-person:visible")
    everybody = shown.count()
    page.locator(".plan-chips a", has_text="Ines Okafor").click()
    assert page.url.endswith("/plans/next/#ines-okafor")
    expect(shown.locator("h2")).to_have_text(["Ines Okafor", "Nobody yet"])
    if scripts:
        assert page.locator(".plan-chips [aria-current]").get_attribute("href").endswith("#ines-okafor")
    page.locator(".plan-chips a", has_text="Everybody").click()
    assert everybody > 4
    expect(shown).to_have_count(everybody)
    page.go_back()
    expect(shown).to_have_count(2)


@pytest.mark.parametrize("scripts", [True, False])
def test_the_scale_of_all_plans_is_chosen_without_a_script(visit, scripts):
    """One drawing of a row is shown at a time, by mouse and by keyboard."""
    page = visit("plans/", java_script_enabled=scripts)
    lane = page.locator(".plan-lanes tbody tr").first.locator(".plan-lane:visible")
    assert "plan-scale-3m" in lane.get_attribute("class")
    page.locator(".plan-portfolio-head .plan-switch label").last.click()
    assert "plan-scale-all" in lane.get_attribute("class")
    page.keyboard.press("ArrowLeft")
    assert "plan-scale-1y" in lane.get_attribute("class")


def test_a_person_finds_what_is_theirs_in_two_clicks(visit):
    """From the home page by way of the index, whose initials lead to it."""
    page = visit("", viewport={"width": 1440, "height": 900})
    page.locator(".md-nav--primary a:visible", has_text="Plans").first.click()
    page.locator(".plan-plans a:has(abbr[title='Mairi Lund'])").first.click()
    expect(page.locator("section.plan-person:visible h2").first).to_have_text("Mairi Lund")
    expect(page.locator("section.plan-person:visible h2").first).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_no_due_day_of_the_timeline_over_all_plans_is_cut(look, width):
    """It stands beside its flag, or below where there is no room."""
    page = look("plans/", viewport={"width": width, "height": 900})
    lanes = page.locator(".plan-lanes-frame").bounding_box()
    days = page.locator(".plan-lane:visible :is(.plan-lane-due, .plan-lane-narrow):visible")
    assert days.count() >= 1
    for place in range(days.count()):
        box = days.nth(place).bounding_box()
        assert box["x"] >= lanes["x"]
        assert box["x"] + box["width"] <= lanes["x"] + lanes["width"] + 1


def test_forced_colours_reach_what_is_drawn(visit):
    """Words in drawings have the colour that the reader has chosen for text."""
    page = visit("plans/", forced_colors="active", color_scheme="dark")
    page.locator(".plan-lanes").scroll_into_view_if_needed()
    page.evaluate("document.body.append(Object.assign(document.createElement('i'), {style: 'color: CanvasText'}))")
    chosen = page.locator("body > i").evaluate("element => getComputedStyle(element).color")
    for drawn in (".plan-draw-now:visible", ".plan-draw-month:visible", ".plan-lane-over:visible"):
        assert page.locator(drawn).first.evaluate("element => getComputedStyle(element).fill") == chosen


def test_questions_to_the_risk_register_need_no_script(visit):
    """A link shows the risks that it names, and their number is right; "All" brings the others back."""
    page = visit("plans/risks/", java_script_enabled=False)
    rows = page.locator(".plan-register > table tbody tr:visible")
    every = rows.count()
    page.locator(".plan-chips a", has_text="High").first.click()
    assert page.locator("li:target").inner_text().split() == ["High", str(rows.count())]
    assert 0 < rows.count() < every
    page.locator(".plan-chips a", has_text="All").click()
    assert rows.count() == every


def test_a_risk_of_the_matrix_shows_itself(visit):
    """Its number leads to its row, which is marked, and from there to the plan. It stays marked where the theme replaces
    the page by the same one, as Material does after the first link within a page."""
    page = visit("plans/risks/", with_theme=True)
    page.locator(".plan-matrix a").first.click()
    row = page.locator("tr:target")
    expect(row).to_be_visible()
    page.evaluate(
        """() => {
          const register = document.querySelector(".plan-register");
          register.replaceWith(register.cloneNode(true));
          document$.next(document);
        }"""
    )
    expect(row).to_be_visible()
    assert row.locator("td").first.evaluate("cell => getComputedStyle(cell).backgroundColor") != "rgba(0, 0, 0, 0)"
    row.locator("th a").first.click()
    page.wait_for_url("**/#plan-risk-*")
    assert page.locator(".plan-risk:target").is_visible()


def test_the_badge_is_a_picture(look):
    """The browser can draw it, as small as it says."""
    page = look("plans/")
    size = page.evaluate(
        """async () => {
          const image = new Image();
          image.src = "../badges/plans/pickup-lockers.svg";
          await image.decode();
          return [image.naturalWidth, image.naturalHeight];
        }"""
    )
    assert size == [198, 20]


# The timeline of a plan page

LOCKERS = "plans/pickup-lockers/"
CATALOGUE = "plans/one-catalogue/"
ROWS = ".plan-schedule tbody tr"


def row(page, name):
    """The row of a task or phase."""
    return page.locator(ROWS).filter(has=page.locator(f"b:text-is('{name}')"))


def linked(page):
    """What the rows show that are highlighted as ends of a tie."""
    return page.locator(f"{ROWS}.plan-linked b").all_text_contents()


def test_pointing_at_a_row_shows_its_ties(look):
    """The rows at both ends are marked, and ties are drawn between the bars that are shown; elsewhere nothing is."""
    page = look(LOCKERS)
    row(page, "2.3").locator("td").first.hover()
    assert linked(page) == ["1.3", "2.1", "2.3", "3.5"]
    path = page.locator(".plan-threads path")
    assert path.count() == 2
    box, first, last = path.first.bounding_box(), *(row(page, name).bounding_box() for name in ("2.3", "3.5"))
    assert first["y"] < box["y"] < first["y"] + first["height"]
    assert last["y"] < box["y"] + box["height"] < last["y"] + last["height"]
    page.locator("h1").first.hover()
    assert linked(page) == []
    assert path.count() == 0


def test_the_keyboard_shows_the_ties_of_a_row(look):
    """As soon as its link has the focus, which its box had before."""
    page = look(LOCKERS)
    row(page, "Phase 4").locator("input").focus()
    page.keyboard.press("Tab")
    assert row(page, "Phase 4").locator("a:focus").count() == 1
    assert linked(page) == ["Phase 2", "Phase 3", "Phase 4"]
    page.keyboard.press("Tab")
    assert linked(page) == ["Phase 2", "Phase 3", "4.1", "4.2", "4.3"]


def test_a_finish_after_the_due_day_is_red(look):
    """That of the whole plan; the finish of a phase is as dark as its name."""
    page = look("plans/pickup-lockers/")
    colour = "cell => getComputedStyle(cell).color"
    alarm = page.locator(".plan-health > .plan-verdict > strong").first.evaluate(colour)
    assert page.locator(".plan-whole > td").evaluate(colour) == alarm
    phase = page.locator(".plan-row-phase").last
    assert phase.locator("> td").evaluate(colour) == phase.locator("> th a").evaluate(colour)


def test_what_is_over_is_folded_without_a_script(visit):
    """A finished phase, and settled tasks of an open one; boxes unfold them, and a switch all of it."""
    page = visit(LOCKERS, java_script_enabled=False)
    shown = lambda *names: [row(page, name).is_visible() for name in names]  # noqa: E731
    assert shown("Phase 1", "1.1", "2.1", "3.1", "3.2", "3.4") == [True, False, True, False, True, False]
    row(page, "Phase 1").locator("label").click()
    assert shown("1.1") == [True]
    page.locator(f"{ROWS}.plan-fold label").first.click()
    assert shown("3.1", "3.4") == [True, True]
    row(page, "Phase 3").locator("label").click()
    assert shown("Phase 3", "3.1", "3.2") == [True, False, False]
    page.locator(".plan-switch label", has_text="All tasks").click()
    assert shown("1.1", "3.1", "3.2", "3.4") == [True] * 4
    assert not page.locator(f"{ROWS}.plan-fold").first.is_visible()


def test_without_has_all_is_open(reader, example_address):
    """A browser that cannot fold shows everything, and no controls that would do nothing."""
    page = reader.page()
    page.route(
        "**/planplugin.css",
        lambda route: route.fulfill(body=cannot_fold(route.fetch().text()), content_type="text/css"),
    )
    page.goto(example_address + LOCKERS)
    assert all(each.is_visible() for each in page.locator(f"{ROWS}:not(.plan-fold)").all())
    assert not page.locator(".plan-switch, .plan-fold, .plan-schedule label").first.is_visible()


def cannot_fold(style):
    """A style sheet as a browser reads it that does not know `:has`."""
    return style.replace("@supports not selector(:has(*))", "@supports (color: red)").replace(
        "@supports selector(:has(*))", "@supports not (color: red)"
    )


NAMES_FIT = """() => {
  const names = [...document.querySelectorAll(".plan-schedule tbody bdi, .plan-schedule tbody time")].filter(each => each.checkVisibility());
  const frame = document.querySelector(".plan-frame").getBoundingClientRect();
  return names.filter(each => {
    const box = each.getBoundingClientRect(), cell = each.closest("th, td").getBoundingClientRect();
    return !box.width || box.left < frame.left - 1 || box.right > frame.right + 1
      || box.top < cell.top - 1 || box.bottom > cell.bottom + 1;
  }).map(each => each.textContent);
}"""


@pytest.mark.parametrize("path", [LOCKERS, CATALOGUE])
@pytest.mark.parametrize("font_name", FONTS)
def test_no_name_is_cut(look_in_font, font_name, path):
    """Nor does the page scroll sideways, in fonts that are narrower and wider than usual; all are there without folds."""
    page = look_in_font(path, font_name)
    page.locator(".plan-switch label", has_text="All tasks").click()
    assert page.locator(".plan-schedule bdi").count() > 20
    for width in (320, 390, 768, 1024, 1440):
        resize(page, width, 900)
        assert page.evaluate(NAMES_FIT) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_names_do_not_stand_on_bars(look_in_font):
    """On a usual page a name is beside its bar, or above it."""
    page = look_in_font(LOCKERS, "usual", viewport={"width": 1440, "height": 900})
    meet = page.evaluate(
        """() => [...document.querySelectorAll(".plan-row-task")].filter(row => {
          const bar = row.querySelector(".plan-draw-work")?.getBoundingClientRect();
          const name = row.querySelector("bdi").getBoundingClientRect();
          return bar?.width && name.left < bar.right && name.right > bar.left && name.top < bar.bottom && name.bottom > bar.top;
        }).map(row => row.textContent)"""
    )
    assert meet == []


def test_on_a_phone_bars_have_the_whole_width(look):
    """The name stands above, the word of the state is left out to the eye and not to the ear."""
    page = look(LOCKERS, viewport={"width": 390, "height": 740})
    drawing = row(page, "2.2").locator("svg.plan-draw").bounding_box()
    name, state = (row(page, "2.2").locator(each).first.bounding_box() for each in ("bdi", "td"))
    assert drawing["width"] > 340
    assert name["y"] + name["height"] <= drawing["y"] + 8
    assert state["width"] < 24
    assert "in progress" in row(page, "2.2").locator("td").first.text_content()


def test_the_axis_stays_in_view(look):
    """Below the head of the site, as long as rows of it are."""
    page = look(CATALOGUE, viewport={"width": 1440, "height": 700})
    row(page, "7.8").evaluate("row => row.scrollIntoView({block: 'end'})")
    head, site = page.locator(".plan-schedule thead tr").bounding_box(), page.locator(".md-header").bounding_box()
    assert head["y"] == pytest.approx(site["y"] + site["height"], abs=2)


def test_the_key_looks_as_the_bars(visit):
    """On a page that has the whole style sheet, too: the edge of what sets the finish and the planned time are thin."""
    page = visit(LOCKERS)
    for name in ("edge", "plan"):
        heights = page.locator(f".plan-draw-{name}").evaluate_all(
            "all => all.map(e => e.getBoundingClientRect().height)"
        )
        assert max(heights) < 5


def test_on_paper_no_name_is_lost(look, tmp_path):
    """What is not folded is in the text of the pages, and the axis on each of them; boxes and switches are not."""
    page = look(CATALOGUE)
    wanted = [name for name in page.locator(".plan-schedule bdi").all() if name.is_visible()]
    names = [name.text_content() for name in wanted]
    page.pdf(path=tmp_path / "plan.pdf", format="A4")
    text = pdf_text(tmp_path / "plan.pdf")
    assert len(names) > 30
    assert [name for name in names if "".join(name.split()) not in text] == []
    assert text.count("today,6Feb") >= 2
    assert "Alltasks" not in text


def test_on_paper_no_heading_stands_alone(visit, tmp_path):
    """That of the timeline over all plans goes to the next page with the head of its table, wherever it falls."""
    page = visit("plans/")
    seen = set()
    for room in range(600, 840, 30):
        page.locator("h1").evaluate("(title, room) => title.style.paddingBottom = `${room}px`", room)
        page.pdf(path=tmp_path / "index.pdf", format="A4")
        text = next(each for each in pdf_pages(tmp_path / "index.pdf") if "Timeline" in each)
        assert "today,6Feb" in text.rpartition("Timeline")[2]
        seen.add(text)
    assert len(seen) > 1  # it has fallen in several places


def test_on_paper_no_head_of_a_table_stands_alone(visit, tmp_path):
    """Nor the name of a person above it; what a press would load is left out."""
    page, pages = visit("plans/next/"), []
    for room in (0, 200, 400):
        page.locator("h1").evaluate("(title, room) => title.style.paddingBottom = `${room}px`", room)
        page.pdf(path=tmp_path / "next.pdf", format="A4")
        pages += pdf_pages(tmp_path / "next.pdf")
    assert len(pages) > 12
    assert not [each[-60:] for each in pages if each.endswith(("DueRisk", "waiting", "ready", "together."))]
    visit("plans/").pdf(path=tmp_path / "index.pdf", format="A4")
    assert "plans.ics" not in pdf_text(tmp_path / "index.pdf")


def pdf_text(path):
    """The text of a PDF without spaces, for lines may be broken anywhere."""
    return "".join(pdf_pages(path))


def pdf_pages(path):
    """The same, page by page."""
    tool = shutil.which("pdftotext") or pytest.skip("pdftotext is not installed")
    text = subprocess.run([tool, "-raw", path, "-"], capture_output=True, text=True, check=True).stdout
    return ["".join(page.split()) for page in text.split("\f")]


MARKS = """() => {
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
  const marks = {work: "stroke", today: "stroke", "due-line": "stroke", done: "fill", edge: "fill", plan: "fill"};
  return Object.fromEntries(Object.entries(marks).map(([name, side]) => {
    const style = getComputedStyle(document.querySelector(`.plan-frame :is(.plan-row-task, .plan-lines) .plan-draw-${name}`));
    const back = light([["white", 1], [ground, 1]]);
    const front = light([["white", 1], [ground, 1], [style[side], Number(style[`${side}Opacity`])]]);
    return [name, (Math.max(back, front) + 0.05) / (Math.min(back, front) + 0.05)];
  }));
}"""
QUIET_WORDS = [
    ".plan-schedule .plan-said", ".plan-state-done bdi", ".plan-state-waiting td", ".plan-alarm", "td > [role=img]",
]  # fmt: skip


def test_what_a_timeline_shows_stands_out(look):
    """Lines, edges and frames have three times the light of their ground, or a third of it. So have words, the quiet ones
    too."""
    page = look(LOCKERS)
    for scheme in ("dark", "light"):
        in_scheme(page, scheme)
        ratios = page.evaluate(MARKS)
        assert all(ratio >= 3 for ratio in ratios.values()), (scheme, ratios)
        for where in QUIET_WORDS:
            assert contrast(page, where) >= 4.5, (scheme, where)


@pytest.mark.parametrize("path", [LOCKERS, "plans/van-offline-lending/"])
def test_what_is_drawn_is_said(look, path):
    """Drawings are for eyes only: every column has a header, every row a name, each task its words in the last cell."""
    page = look(path)
    tasks = page.locator(".plan-row-task").count()
    assert page.locator(".plan-row-task > td:last-child > .plan-hidden").count() == tasks > 4
    assert page.locator(".plan-frame svg:not([aria-hidden] *):not([aria-hidden])").count() == 0
    assert page.locator(".plan-schedule thead th[scope=col]").count() == 4
    named = page.locator(f"{ROWS}:not(.plan-fold) > th[role=rowheader]").count()
    assert named == page.locator(f"{ROWS}:not(.plan-fold)").count()
    assert page.get_by_role("table", name="Timeline").count() == 1


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


def test_a_closed_block_of_the_author_opens_too(visit):
    """Only the script opens it: no link leads there, and its id is none of ours."""
    page = visit("plans/risks/")
    block = "<details class='own'><summary>More</summary><p id='own-words'>Words</p></details>"
    page.evaluate("block => document.querySelector('article').insertAdjacentHTML('beforeend', block)", block)
    page.evaluate("history.replaceState(null, '', '#own-words')")
    words = page.locator("#own-words")
    assert not words.is_visible()
    page.evaluate("dispatchEvent(new HashChangeEvent('hashchange'))")
    assert words.is_visible()
