"""Changing plans through the server of `mkdocs serve`: what a page may do, and what nobody else may."""

import http.client
import json
import logging
from concurrent.futures import ThreadPoolExecutor

import pytest
from serving import SNIPPET, serving
from sites import FILES, PLAN, built, logged, written

from mkdocs_planplugin.plugin import edit_server


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("editing")) as served:
        yield served


@pytest.fixture
def serve(shared):
    """The server; each test finds the files as they were when the pages were made."""
    before = {path: path.read_bytes() for path in shared.docs.rglob("*.md")}
    yield shared
    for path, content in before.items():
        if path.is_symlink() or (path.exists() and not path.stat().st_mode & 0o200):
            path.unlink()
        path.write_bytes(content)


def source(serve, name: str = "ledger.md") -> str:
    return (serve.docs / "plans" / name).read_bytes().decode()


def test_a_tick_changes_the_file(serve):
    """One mark; the answer has the new name of the line and the way back."""
    status, answer = serve.tick("Task 1.2:", "in_progress")
    assert status == 200
    assert source(serve) == PLAN.replace("- [ ] **Task 1.2", "- [/] **Task 1.2")
    plan, *_ = serve.box("Task 1.2:")
    status, after = serve.send({"plan": plan, "line": answer["fingerprint"], "state": "done"})
    assert status == 200
    assert source(serve) == PLAN.replace("- [ ] **Task 1.2", "- [x] **Task 1.2")
    assert serve.send({"undo": after["undo"]})[0] == 200
    assert serve.send({"undo": answer["undo"]})[0] == 200
    assert source(serve) == PLAN
    assert serve.send({"undo": answer["undo"]}) == (409, {"refused": "stale"})


def test_a_file_of_windows_keeps_its_line_ends_and_its_mark(serve):
    """A byte order mark and CRLF."""
    before = source(serve, "crlf.md")
    assert serve.tick("Tested", "done", "plans/crlf/index.html")[0] == 200
    assert source(serve, "crlf.md") == before.replace("- [ ] Tested", "- [x] Tested")
    assert "\ufeff" in before
    assert before.count("\r\n") == before.count("\n")


def test_a_status_is_changed_from_the_board(serve):
    """The value in the header, and back."""
    plan, line, status = serve.status("Payment ledger")
    assert status == "in_progress"
    answer = serve.send({"plan": plan, "line": line, "status": "on_hold"})
    assert answer[0] == 200
    assert source(serve) == PLAN.replace("In Progress", "On Hold")
    assert serve.send({"undo": answer[1]["undo"]})[0] == 200
    assert source(serve) == PLAN


def test_a_plan_without_a_status_says_so(serve):
    """And the page has words for it."""
    assert serve.status("Statusless") == ["refused", "no_status", "in_progress"]
    assert "**Status:**" in serve.data()["words"]["refusals"]["no_status"]


def test_boxes_have_names_where_they_can_be_changed(serve):
    """Their states and kinds; the boxes of a template are nobody's, and what a snippet brings is not in the file."""
    assert serve.box("Task 1.1:")[2:] == ["done", "task"]
    assert serve.box("Task 2.1:")[2:] == ["open", "task"]
    assert serve.box("Old rows")[2:] == ["open", "box"]
    assert serve.box("Reviewed")[2:] == ["done", "box"]
    assert [serve.box(task, "plans/kinds/index.html")[2] for task in ("1.1:", "1.2:")] == ["in_progress", "blocked"]
    assert "data-plan-" not in serve.page("plans/template/index.html")
    assert "planplugin-edit" not in serve.page("plans/template/index.html")
    assert "data-plan-box" in serve.page("plans/next/index.html")
    items = {each.partition(":</strong>")[0][-8:]: each for each in serve.page("plans/snippet/index.html").split("<li")}
    assert "data-plan-box" in items["Task 1.2"]
    assert "data-plan-box" not in items["Task 2.2"]
    assert serve.tick("Task 2.1:", "done", "plans/snippet/index.html")[0] == 200
    assert source(serve, "snippet.md") == SNIPPET.replace("- [ ] **Task 2.1", "- [x] **Task 2.1")


def test_pages_without_plans_have_nothing(serve):
    """No script and no token."""
    home = serve.page("index.html")
    assert "planplugin-edit" not in home
    assert serve.data()["token"] not in home


FOREIGN = {
    "another origin": ({"Origin": "http://evil.example"}, 403),
    "another port": ({"Origin": "http://127.0.0.1:1"}, 403),
    "https": ({"Origin": "https://127.0.0.1:{port}"}, 403),
    "no origin": ({"Origin": None}, 403),
    "a file or a sandbox": ({"Origin": "null"}, 403),
    "another name of this machine": ({"Origin": "http://localhost:{port}"}, 403),
    "a name that leads to this machine": ({"Host": "evil.example:{port}", "Origin": "http://evil.example:{port}"}, 403),
    "a host that begins alike": ({"Host": "127.0.0.1.evil.example:{port}"}, 403),
    "another port of the host": ({"Host": "127.0.0.1:1", "Origin": "http://127.0.0.1:1"}, 403),
    "no port": ({"Host": "127.0.0.1", "Origin": "http://127.0.0.1"}, 403),
    "no host": ({"Host": None}, 403),
    "a name with a dot behind": ({"Host": "localhost.:{port}", "Origin": "http://localhost.:{port}"}, 403),
    "a short address": ({"Host": "127.1:{port}", "Origin": "http://127.1:{port}"}, 403),
    "two origins": ({"Origin": "http://127.0.0.1:{port}, http://evil.example"}, 403),
    "another site, says the browser": ({"Sec-Fetch-Site": "cross-site"}, 403),
    "the same site, says the browser": ({"Sec-Fetch-Site": "same-site"}, 403),
    "no token": ({"X-Planplugin-Token": None}, 403),
    "an empty token": ({"X-Planplugin-Token": ""}, 403),
    "a wrong token": ({"X-Planplugin-Token": "A" * 43}, 403),
    "a form": ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
    "text": ({"Content-Type": "text/plain"}, 415),
    "what is only like JSON": ({"Content-Type": "application/json-patch+json"}, 415),
    "text, and JSON behind it": ({"Content-Type": "text/plain; application/json"}, 415),
    "nothing said of the content": ({"Content-Type": None}, 415),
    "no length": ({"Content-Length": None}, 411),
    "a negative length": ({"Content-Length": "-1"}, 411),
    "two lengths": ({"Content-Length": "5, 77"}, 411),
    "a length in other digits": ({"Content-Length": "0x40"}, 411),
    "in pieces": ({"Transfer-Encoding": "chunked"}, 411),
    "more than allowed": ({"Content-Length": "2001"}, 413),
    "more than there is": ({"Content-Length": "9" * 5000}, 413),
}


@pytest.mark.parametrize(("headers", "expected"), FOREIGN.values(), ids=FOREIGN)
def test_what_no_page_of_ours_sends_changes_nothing(serve, headers, expected):
    """Each of these alone is enough."""
    port = str(serve.server.server_port)
    changed = {name.replace("-", "_"): value and value.replace("{port}", port) for name, value in headers.items()}
    status, answer = serve.tick("Task 1.2:", "done", **changed)
    assert (status, answer) == (expected, {"refused": "forbidden"})
    assert source(serve) == PLAN
    assert not any(name.lower().startswith("access-control") for name in serve.headers)


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_only_post_changes_something(serve, method):
    """An image, a link or a preflight of another site is none."""
    plan, line, *_ = serve.box("Task 1.2:")
    status, _ = serve.send(b"", method, f"{serve.data()['address']}?plan={plan}&line={line}&state=done")
    assert status in (405, 501)
    assert source(serve) == PLAN
    assert not any(name.lower().startswith("access-control") for name in serve.headers)


WRONG = [
    b"",
    b"{",
    b"[]",
    b'"x"',
    b"\xff\xfe",
    b"[" * 1900,
    b'{"undo": 5}',
    b'{"undo": ["x"]}',
    b'{"plan": "x", "line": "y"}',
    b'{"plan": "x", "line": "y", "state": "maybe"}',
    b'{"plan": "x", "line": "y", "state": ["done"]}',
    b'{"plan": "x", "line": "y", "state": "done", "status": "draft"}',
    b'{"plan": "x", "line": "y", "status": "done"}',
    b'{"plan": "x", "line": 3, "state": "done"}',
    b'{"plan": "x", "line": "y", "state": "done", "file": "/etc/passwd"}',
]


@pytest.mark.parametrize("body", WRONG, ids=lambda body: body[:60].decode("latin-1"))
def test_what_is_no_request_is_refused(serve, body):
    """Whatever it is."""
    assert serve.send(body) == (400, {"refused": "forbidden"})


@pytest.mark.parametrize(
    "plan",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "plans/ledger.md",
        "..%2f..%2fmkdocs.yml",
        "0",
        "",
        "\x00",
        "file:///etc/passwd",
    ],
)
def test_no_path_is_ever_taken(serve, plan):
    """A plan is named by what its pages call it, and by nothing else."""
    _, line, *_ = serve.box("Task 1.2:")
    assert serve.send({"plan": plan, "line": line, "state": "done"}) == (409, {"refused": "stale"})
    assert serve.send({"plan": plan, "line": line, "status": "draft"}) == (409, {"refused": "stale"})


def test_a_body_that_does_not_come_is_not_waited_for(serve, monkeypatch):
    """The request says more than it has; what it has would be a change. The server gives up, and takes the next."""
    plan, line, *_ = serve.box("Task 1.2:")
    change = {"plan": plan, "line": line, "state": "done"}
    length = str(len(json.dumps(change)) + 1)
    with monkeypatch.context() as impatient:
        impatient.setattr(edit_server, "MOST_SECONDS", 0.2)
        assert serve.send(change, Content_Length=length) == (408, {"refused": "forbidden"})
    assert source(serve) == PLAN
    assert serve.send(change)[0] == 200


def test_the_line_of_another_plan_is_none_of_this_one(serve):
    """A name is of one file."""
    plan, *_ = serve.box("Task 1.1:", "plans/kinds/index.html")
    _, line, *_ = serve.box("Task 1.2:")
    assert serve.send({"plan": plan, "line": line, "state": "done"}) == (409, {"refused": "stale"})


def test_a_stale_page_changes_nothing(serve):
    """Somebody has edited the task, or one above it."""
    file = serve.docs / "plans" / "ledger.md"
    for text in (PLAN.replace("Backfill", "Fill"), PLAN.replace("- [x] **Task 1.1:** Tables", "- [x] **Task 1.1:** T")):
        file.write_text(text, "utf-8")
        assert serve.tick("Task 1.2:", "done") == (409, {"refused": "stale"})
        assert source(serve) == text


def test_two_tabs_at_once(serve):
    """Of many who tick the same box one does; ticks of different boxes are all made."""
    boxes = ("Task 1.2:", "Task 2.1:", "Old rows", "Tested")
    with ThreadPoolExecutor(8) as pool:
        same = list(pool.map(lambda _: serve.tick("Task 1.1:", "open")[0], range(8)))
        others = list(pool.map(lambda words: serve.tick(words, "done")[0], boxes))
    assert sorted(same) == [200] + [409] * 7
    assert others == [200] * 4
    expected = PLAN.replace("[x] **Task 1.1", "[O] **Task 1.1").replace("[ ]", "[x]").replace("[O]", "[ ]")
    assert source(serve) == expected
    assert not [path for path in (serve.docs / "plans").iterdir() if path.name.startswith(".")]


def test_a_file_that_is_gone(serve):
    """Nothing is made in its place."""
    file = serve.docs / "plans" / "ledger.md"
    file.unlink()
    assert serve.tick("Task 1.2:", "done") == (409, {"refused": "gone"})
    assert not file.exists()
    file.write_text(PLAN, "utf-8")


def test_a_read_only_file(serve):
    """Stays as it is."""
    (serve.docs / "plans" / "ledger.md").chmod(0o444)
    assert serve.tick("Task 1.2:", "done") == (409, {"refused": "read_only"})
    assert source(serve) == PLAN


def test_a_file_that_has_become_a_link_to_the_outside(serve):
    """What it leads to is not touched."""
    outside = serve.folder / "outside.md"
    outside.write_text(PLAN, "utf-8")
    file = serve.docs / "plans" / "ledger.md"
    file.unlink()
    file.symlink_to(outside)
    assert serve.tick("Task 1.2:", "done") == (409, {"refused": "outside"})
    assert outside.read_text("utf-8") == PLAN


def test_a_file_in_another_encoding(serve):
    """Nobody knows what its bytes mean."""
    file = serve.docs / "plans" / "ledger.md"
    file.write_bytes(PLAN.encode() + "\nGröße\n".encode("latin-1"))
    assert serve.tick("Task 1.2:", "done") == (409, {"refused": "not_utf8"})


def test_a_failure_is_told_and_logged(serve, monkeypatch):
    """The page is told that it failed; the log says why."""

    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("mkdocs_planplugin.plugin.editing.tick", broken)
    with logged() as log:
        assert serve.tick("Task 1.2:", "done") == (500, {"refused": "failed"})
    assert any("failed" in line for line in log)
    assert source(serve) == PLAN


def test_names_live_as_long_as_the_server(serve):
    """After a build anew, what another tab still shows is right."""
    before = serve.box("Task 2.1:")
    assert serve.tick("Task 1.2:", "done")[0] == 200
    token = serve.data()["token"]
    serve.build()
    assert serve.box("Task 1.2:")[2] == "done"
    assert serve.box("Task 2.1:") == before
    assert serve.data()["token"] == token
    (serve.docs / "plans" / "ledger.md").write_text(PLAN, "utf-8")
    serve.build()


def test_all_other_requests_pass_through(serve):
    """The site itself."""
    connection = http.client.HTTPConnection("127.0.0.1", serve.server.server_port, timeout=10)
    connection.request("GET", "/sub/plans/ledger/")
    assert b"Payment ledger" in connection.getresponse().read()
    connection.close()


def test_a_server_that_others_can_reach_takes_no_changes(tmp_path):
    """One line says so; pages have nothing of it."""
    with serving(tmp_path, host="0.0.0.0") as served:  # noqa: S104 (that is the question)
        assert sum("cannot be edited" in line for line in served.log) == 1
        assert "data-plan-" not in served.page("plans/ledger/index.html")
        assert not (served.folder / "site/assets/planplugin/planplugin-edit.js").exists()


def test_an_option_that_is_switched_off_while_serving(tmp_path):
    """The pages lose it, and what an open page still asks for is refused."""
    with serving(tmp_path) as served:
        data, (plan, line, *_) = served.data(), served.box("Task 1.2:")
        text = served.config_file.read_text("utf-8").replace("edit: true", "edit: false")
        served.config_file.write_text(text, "utf-8")
        served.build()
        assert "data-plan-" not in served.page("plans/ledger/index.html")
        served.data = lambda *_: data
        assert served.send({"plan": plan, "line": line, "state": "done"}) == (409, {"refused": "stale"})


def test_a_built_site_has_nothing_of_it(tmp_path):
    """The same bytes, with the option and without."""
    sites = []
    for number, plugin in enumerate(({}, {"edit": True})):
        site = built(written(tmp_path / str(number), FILES, plugin), tmp_path / f"site-{number}").folder
        sites.append({path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()})
    assert sites[0].keys() == sites[1].keys()
    assert [path for path, content in sites[0].items() if content != sites[1][path] and path.suffix != ".gz"] == []
    assert not any(b"data-plan-box" in content or b"data-editing" in content for content in sites[1].values())


logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
