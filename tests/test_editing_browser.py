"""Plans that are changed in headless Chromium, under a server that looks for changes of files as `mkdocs serve` does."""

import time

import pytest
from browser import missing
from playwright.sync_api import expect
from serving import PAGES, serving
from test_accessibility import AXE, FOCUSED, PROBLEMS, SMALL, TAGS

LEDGER = PAGES["plans/ledger.md"]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    theme = {"name": "material", "font": False, "features": ["navigation.instant"]}
    with serving(tmp_path_factory.mktemp("live"), live=True, theme=theme) as served:
        served.first_names = served.names()
        yield served


@pytest.fixture
def serve(server):
    """The server; each test finds the files as they were at first, and the pages made of them."""
    yield server
    changed = [name for name, text in PAGES.items() if (server.docs / name).read_bytes() != text.encode()]
    for name in changed:
        (server.docs / name).write_bytes(PAGES[name].encode())
    wait_for(lambda: server.names() == server.first_names)


def wait_for(holds) -> None:
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.fixture
def visit(reader, serve):
    """Opens a page; fails when its console has an error."""
    trouble: list[str] = []

    def note(message) -> None:
        if message.type == "error" and "409" not in message.text:  # how the browser says that a change was refused
            trouble.append(message.text)

    def open_page(path: str, *, reloads: bool = True, **options):
        page = reader.page(**options)
        page.on("console", note)
        page.on("pageerror", lambda error: trouble.append(str(error)))
        if not reloads:
            page.add_init_script("XMLHttpRequest.prototype.send = () => {}")  # the only one that sends so
        page.goto(f"{serve.origin}/sub/{path}")
        page.wait_for_selector(".plan-toast", state="attached")
        return page

    yield open_page
    reader.close_pages()
    assert trouble == []


def file_says(serve, text: str, name: str = "plans/ledger.md") -> None:
    """Wait until a file has this content."""
    wait_for(lambda: (serve.docs / name).read_bytes().decode() == text)


def in_focus(page) -> str:
    return page.evaluate("document.activeElement.ariaLabel")


def test_a_click_is_in_the_file_and_on_the_page(serve, visit):
    """The page says at once what was done; loaded again it shows what follows, the focus is back, and so is the way
    back: by Ctrl+Z, which survives the load."""
    page = visit("plans/ledger/")
    assert page.locator(".plan-meter strong").first.inner_text() == "1 of 3"
    page.get_by_role("checkbox", name="Task 1.2: Backfill").click()
    begun = LEDGER.replace("- [ ] **Task 1.2", "- [/] **Task 1.2")
    file_says(serve, begun)
    said = page.get_by_role("status").filter(has_text="In progress: Task 1.2: Backfill")
    said.wait_for()
    box = page.locator("#plan-task-1\\.2 > .plan-box")
    expect(box).to_have_attribute("aria-checked", "mixed")  # the page is loaded again
    said.wait_for()
    wait_for(lambda: in_focus(page) == "In progress: Task 1.2: Backfill")
    page.keyboard.press("Enter")
    file_says(serve, LEDGER.replace("- [ ] **Task 1.2", "- [x] **Task 1.2"))
    page.wait_for_function("document.querySelector('.plan-meter strong')?.innerText === '2 of 3'")
    page.wait_for_selector(".plan-toast-shown")
    page.keyboard.press("Control+z")
    file_says(serve, begun)
    page.wait_for_function("document.querySelector('.plan-meter strong')?.innerText === '1 of 3'")
    page.wait_for_selector(".plan-toast-shown")
    page.get_by_role("button", name="Undo").click()
    file_says(serve, LEDGER)
    box.wait_for(state="detached")


def test_keys_are_enough(serve, visit):
    """Space ticks; Alt and the down arrow open a choice, which arrows, Enter and Escape serve."""
    page = visit("plans/ledger/", reloads=False)
    page.get_by_role("checkbox", name="Old rows are readable").focus()
    page.keyboard.press("Space")
    file_says(serve, LEDGER.replace("[ ] Old rows", "[x] Old rows"))
    task = page.get_by_role("checkbox", name="Task 2.1: Switch over")
    task.focus()
    page.keyboard.press("Alt+ArrowDown")
    choice = page.get_by_role("menu", name="Task 2.1: Switch over: choose a state")
    assert choice.get_by_role("menuitemradio", checked=True).inner_text().split() == ["○", "Open"]
    page.keyboard.press("Escape")
    choice.wait_for(state="detached")
    assert in_focus(page) == "Task 2.1: Switch over"
    page.keyboard.press("Alt+ArrowDown")
    for key in ("ArrowUp", "ArrowUp", "ArrowUp", "Enter"):
        page.keyboard.press(key)
    ticked = LEDGER.replace("[ ] Old rows", "[x] Old rows")
    file_says(serve, ticked.replace("- [ ] **Task 2.1", "- [!] **Task 2.1"))
    page.wait_for_function("document.querySelector('#plan-task-2\\\\.1').classList.contains('plan-state-blocked')")


@pytest.mark.parametrize("path", ["plans/ledger/", "plans/?view=board", "plans/next/"])
def test_axe_finds_nothing_where_plans_can_be_changed(visit, path):
    """Boxes have names, and are as large and as clear as all else."""
    if not AXE.is_file():
        missing("axe-core is not installed: `make node_modules/installed`")
    page = visit(path, viewport={"width": 1250, "height": 900}, reduced_motion="reduce")
    page.evaluate(AXE.read_text("utf-8"))
    assert page.evaluate(PROBLEMS, TAGS) == []
    assert page.evaluate(SMALL) == []


def test_the_keyboard_walks_through_all_boxes(visit):
    """In the order of the page, each in view and with an outline."""
    page = visit("plans/ledger/", viewport={"width": 1250, "height": 900})
    boxes = "[data-plan-box]"
    expected = page.locator(boxes).count()
    page.locator("h1").evaluate("title => { title.tabIndex = -1; title.focus(); }")
    walked = []
    for _stop in range(200):
        page.keyboard.press("Tab")
        number, has_outline, in_view = page.evaluate(FOCUSED, boxes)
        if number >= 0:
            assert has_outline, number
            assert in_view, number
            walked.append(number)
        if len(walked) == expected:
            break
    assert walked == list(range(expected))
    assert expected > 3


def test_clicks_in_a_row_are_all_made(serve, visit):
    """The second one does not wait for the page to be loaded again, and the file has both."""
    page = visit("plans/ledger/", reloads=False)
    box = page.get_by_role("checkbox", name="Task 1.2: Backfill")
    box.dblclick()
    page.get_by_role("checkbox", name="Tested").click()
    file_says(serve, LEDGER.replace("- [ ] **Task 1.2", "- [x] **Task 1.2").replace("[ ] Tested", "[x] Tested"))
    assert box.is_checked()
    for left in ("[ ] Tested", "- [/] **Task 1.2", "- [ ] **Task 1.2"):
        page.keyboard.press("Control+z")
        wait_for(lambda left=left: left in (serve.docs / "plans/ledger.md").read_text("utf-8"))
    file_says(serve, LEDGER)


def test_a_stale_page_says_why_nothing_was_done(serve, visit):
    """Somebody has changed the task in an editor."""
    page = visit("plans/ledger/", reloads=False)
    edited = LEDGER.replace("Backfill", "Fill")
    (serve.docs / "plans/ledger.md").write_text(edited, "utf-8")
    box = page.get_by_role("checkbox", name="Task 1.2: Backfill")
    with page.expect_response("**/planplugin-edit"):
        box.click(no_wait_after=True)
    page.get_by_role("status").filter(has_text="has changed since").wait_for()
    assert not box.is_checked()
    assert page.get_by_role("button", name="Undo").is_hidden()
    file_says(serve, edited)


def test_what_cannot_be_changed_says_why(serve, visit):
    """A box from a snippet; a plan without a status."""
    page = visit("plans/snippet/", reloads=False)
    page.get_by_role("checkbox", name="Task 2.2: From a snippet").click()
    page.get_by_role("status").filter(has_text="A snippet, a macro").wait_for()
    page = visit("plans/statusless/", reloads=False)
    page.get_by_role("button", name="Change: Implementation Plan: Statusless ledger").click()
    page.get_by_role("status").filter(has_text="has no status to change").wait_for()


def test_next_tasks_are_begun_where_they_are_listed(serve, visit):
    """One that is ready is in progress after a click; the row follows."""
    page = visit("plans/next/", reloads=False)
    row = page.locator("tr", has_text="Backfill").filter(has_text="Payment")
    row.get_by_role("button", name="ready").click()
    file_says(serve, LEDGER.replace("- [ ] **Task 1.2", "- [/] **Task 1.2"))
    row.get_by_role("button", name="In progress. Change: 1.2 Backfill", exact=True).wait_for()
    row.get_by_role("button").click(button="right")
    page.get_by_role("menuitemradio", name="Deferred").click()
    file_says(serve, LEDGER.replace("- [ ] **Task 1.2", "- [>] **Task 1.2"))


def test_a_change_is_taken_back_before_the_server_has_answered(serve, visit):
    """It is made first, and then undone."""
    page = visit("plans/ledger/", reloads=False)
    held = []

    def hold_first(route):
        if held or route.request.method != "POST":
            route.continue_()
        else:
            held.append(route)

    page.route("**/*planplugin*", hold_first)
    with page.expect_request(lambda request: request.method == "POST"):
        page.get_by_role("checkbox", name="Task 1.2: Backfill").click()
    page.keyboard.press("Control+z")
    held[0].continue_()
    page.get_by_role("status").filter(has_text="Undone. Open: Task 1.2: Backfill").wait_for()
    file_says(serve, LEDGER)


def test_a_plan_is_moved_on_the_board(serve, visit):
    """By keys, and by dragging it to a status or into a column."""
    page = visit("plans/?view=board", reloads=False, viewport={"width": 1280, "height": 1600})
    page.get_by_role("button", name="In progress. Change: Payment ledger").focus()
    for key in ("Enter", "End", "ArrowUp", "ArrowUp", "Enter"):
        page.keyboard.press(key)
    file_says(serve, LEDGER.replace("In Progress", "On Hold"))
    page.keyboard.press("Control+z")
    file_says(serve, LEDGER)
    card = page.locator(".plan-board tr", has_text="Payment ledger")
    drag(page, card, lambda: page.locator("[data-plan-drop='blocked']"))
    file_says(serve, LEDGER.replace("In Progress", "Blocked"))
    assert page.locator(".plan-drops").count() == 0
    drag(page, card, lambda: page.locator(".plan-board tbody", has_text="Windows ledger").locator(".plan-group"))
    file_says(serve, LEDGER)


def drag(page, card, place) -> None:
    card.locator(".plan-col-tasks").hover()
    page.mouse.down()
    page.mouse.move(300, 600)
    page.mouse.move(310, 610)
    place().wait_for()
    box = place().bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 10)
    page.mouse.move(box["x"] + 22, box["y"] + 12)
    page.mouse.up()


def test_instant_navigation_makes_each_page_ready(serve, visit):
    """Material replaces a page without loading it."""
    page = visit("plans/ledger/", reloads=False)
    page.locator(".md-nav--primary").get_by_role("link", name="Kinds").click()
    page.get_by_role("button", name="Blocked: Task 1.2: Two").click()
    page.get_by_role("menuitemradio", name="Done").click()
    file_says(serve, PAGES["plans/kinds.md"].replace("[!]", "[x]"), "plans/kinds.md")


def test_a_page_in_a_frame_takes_no_clicks(serve, reader):
    """Another page could lead them there."""
    page = reader.page()
    page.set_content(f'<iframe src="{serve.origin}/sub/plans/ledger/" width="900" height="700"></iframe>')
    frame = page.frame_locator("iframe")
    frame.get_by_role("checkbox", name="Tested").wait_for()
    assert frame.get_by_role("checkbox", name="Tested").is_disabled()


def test_what_is_said_fits_a_phone(serve, visit):
    """With what can be pressed large enough for a finger."""
    page = visit("plans/ledger/", reloads=False, viewport={"width": 360, "height": 640})
    page.get_by_role("checkbox", name="Tested").click()
    toast = page.locator(".plan-toast-shown")
    toast.wait_for()
    box = toast.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert box["y"] + box["height"] <= 640
    assert min(button.bounding_box()["height"] for button in toast.get_by_role("button").all()) >= 24
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("button", name="Undo").click()
    file_says(serve, LEDGER)


WEEK = """\ufeff# Implementation Plan: Boat house

**Status:** In Progress  \r
**Owner:** Ana\t \r
\r
## Phase 1: Roof\r

- [ ] **Task 1.1:** Take off the tiles  \r
    - [ ] North side\r
    \t- [ ] Where the gutter is
    - [ ] South side\r
* [ ] **Task 1.2:** Lay the beams\r
\r
\t* [x] Oak\t\r
\r
1. [ ] **Task 1.3:** Nail\r

> **Phase Completion Criteria:**\r
>\r
> - [ ] No rain comes in
> - [x] The neighbours have seen it\r

=== "Later"

    - [ ] **Task 1.4:** Paint\r
    - [X] **Task 1.5:** Choose a colour

!!! note
    - [ ] Tell the harbour master\r

## Definition of Done\r
\r
- [ ] Inspected
"""


def test_a_week_of_ticks(tmp_path, reader):
    """Of each box of a file with several kinds of line ends, a byte order mark, boxes in boxes, in quotes, tabs and
    notes: a click changes its mark and nothing else, and taken back all of it is as it was."""
    extensions = ["admonition", {"pymdownx.tabbed": {"alternate_style": True}}]
    with serving(tmp_path, live=True, markdown_extensions=extensions) as served:
        file = served.docs / "plans/week.md"
        file.write_bytes(WEEK.encode())
        place = served.folder / "site/plans/week/index.html"
        wait_for(lambda: place.exists() and "data-plan-box" in place.read_text("utf-8"))
        page = reader.page()
        page.add_init_script("XMLHttpRequest.prototype.send = () => {}")  # the page is not loaded again
        page.goto(f"{served.origin}/sub/plans/week/")
        page.wait_for_selector(".plan-toast", state="attached")
        boxes = page.get_by_role("checkbox")
        ticked = 0
        for number in range(boxes.count()):
            before = file.read_bytes()
            boxes.nth(number).evaluate("box => box.click()")
            wait_for(lambda before=before: file.read_bytes() != before)
            after = file.read_bytes()
            (changed,) = [place for place, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
            assert (before[changed - 1 : changed], before[changed + 1 : changed + 2]) == (b"[", b"]")
            ticked += 1
        quoted = 2  # they are no work, and nothing that a click could change
        assert ticked == WEEK.lower().count("[ ]") + WEEK.lower().count("[x]") - quoted
        for _ in range(ticked):
            before = file.read_bytes()
            page.keyboard.press("Control+z")
            wait_for(lambda before=before: file.read_bytes() != before)
        assert file.read_bytes() == WEEK.encode()
        reader.close_pages()
