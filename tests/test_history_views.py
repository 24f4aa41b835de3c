"""What readers see of the past of a plan: the burn-up, the baseline, the week, and the ground of *stale*."""

import datetime as dt

import pytest
from browser import missing, resize, served
from bs4 import BeautifulSoup
from made_plans import phase, plan, risk_id, task
from msgspec.structs import replace
from msgspec.structs import replace as version_with
from repositories import Made
from shown import CALENDAR, TODAY, context, entry, said, views
from sites import PLAN, built, written
from test_accessibility import AXE, PROBLEMS, TAGS

from mkdocs_planplugin.history import Baseline, BaselineKind, PlanHistory, Point
from mkdocs_planplugin.language import load_language, use_language
from mkdocs_planplugin.model import Level, Risk, State, Status
from mkdocs_planplugin.portfolio import Entry, PlanVersion, Portfolio, changes
from mkdocs_planplugin.reading import read
from mkdocs_planplugin.schedule import planned_work
from mkdocs_planplugin.views import index_view, plan_views

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
FIRST = dt.date(2026, 1, 4)
NOW = plan(
    phase(
        "1",
        task("1.1", 8, state=State.DONE),
        task("1.2", 8, due=dt.date(2026, 1, 20)),
        task("1.3", 8),
    ),
    status=Status.IN_PROGRESS,
    start=dt.date(2026, 1, 12),
    risks=(Risk(risk_id("1"), "Double posting", 1, "plan-risk-1", probability=Level.HIGH, impact=Level.HIGH),),
)


def version(of) -> PlanVersion:
    return PlanVersion.of(of, planned_work(of, CALENDAR))


def point(day, done, total, added=0, removed=0, hours=True, committed=True) -> Point:
    """A point of a plan whose tasks take eight hours each."""
    amounts = (8.0 * done, 8.0 * total) if hours else (None, None)
    return Point(day, done, total, added, removed, *amounts, 8.0 * added, 8.0 * removed, committed)


def past(*points: Point, before: PlanVersion | None = None, **values) -> PlanHistory:
    """A history whose baseline and last week began with the version `before`."""
    changed = changes(before, version(NOW))
    baseline = Baseline(BaselineKind.TAG, "v1", "0" * 40, FIRST, changed) if before else None
    return PlanHistory(**{"points": points, "is_complete": True, "changed": TODAY, "baseline": baseline} | values)


def earlier() -> PlanVersion:
    """The plan as it was: 1.1 open, 1.2 due earlier, 1.3 not there and another in its place, the risk lower."""
    now = version(NOW)
    first, second, _third = now.tasks
    gone = version_with(first, id="1.9", title="Cut over", state=State.OPEN)
    return version_with(
        now,
        done=0,
        due=dt.date(2026, 2, 3),
        tasks=(version_with(first, state=State.OPEN), version_with(second, due=dt.date(2026, 1, 16)), gone),
        risks=(version_with(now.risks[0], score=2),),
    )


def shown(history: PlanHistory | None, of=NOW) -> dict[str, BeautifulSoup]:
    on_page, of_plan = context(), entry(of)
    histories = {of_plan.path: history} if history else {}
    made = plan_views(of_plan, CALENDAR, replace(on_page, histories=histories))
    return {name: BeautifulSoup(html, "html.parser") for name, html in made.items()}


def sentences(history: PlanHistory) -> list[str]:
    return [said(element) for element in shown(history)["history"].select(".plan-history-words :is(p, li)")]


GROWN = past(point(FIRST, 0, 3), point(dt.date(2026, 1, 8), 0, 5, 2), point(dt.date(2026, 1, 12), 1, 4, 0, 1))


# The burn-up


def test_nothing_known():
    """There is no view, and the header says nothing of a baseline."""
    html = shown(None)
    assert "history" not in html
    assert not html["summary"].select(".plan-since")
    assert html == views(NOW)


def test_steps():
    """Both lines keep their height until the next change, up to today; the scope says what came and went."""
    svg = shown(GROWN)["history"].svg
    assert svg["role"] == "img"
    assert svg.select_one(".plan-burn-total")["d"] == "M0 40H160V0H320V20H400"
    assert svg.select_one(".plan-burn-done")["d"] == "M0 100H320V80H400"
    assert [said(text) for text in svg.select("text")] == [
        "+16 h", "32 h", "8 h done", "4 Jan", "today, 14 Jan",
    ]  # fmt: skip


def test_words_say_all_of_it():
    """What is done, since when, what came and went, the last change."""
    assert sentences(GROWN) == [
        "1 of 4 tasks is done, 8 h of 32 h; the plan began on 4 Jan with 3 tasks.",
        "2 tasks were added, 1 removed.",
        "The work grew by 16 h and shrank by 8 h.",
        "Last real change: 14 Jan, today.",
    ]


def test_tasks_where_hours_are_not_known():
    """In one version is enough: else two things would be drawn in one line."""
    points = (point(FIRST, 0, 2, hours=False), point(TODAY, 1, 4, 2))
    html = shown(past(*points))["history"]
    assert said(html.p) == "1 of 4 tasks is done; the plan began on 4 Jan with 2 tasks."
    assert html.select_one("svg").select("text")[0].get_text() == "4 tasks"


def test_one_day():
    """There is no drawing of a single day, and in a shallow clone nobody knows what was before it."""
    html = shown(past(point(TODAY, 1, 3)))["history"]
    assert html.svg is None
    assert said(html.p) == "1 of 3 tasks is done, 8 h of 24 h; the plan dates from 14 Jan."
    words = sentences(past(point(TODAY, 1, 3), is_complete=False, changed=None))
    assert words == [
        "1 of 3 tasks is done, 8 h of 24 h; before 14 Jan nothing is known.",
        "No change since 14 Jan, as far as git goes back.",
    ]


def test_what_is_not_committed():
    """It is said, and the point is hollow."""
    history = past(point(FIRST, 0, 3), point(TODAY, 1, 3, committed=False))
    assert shown(history)["history"].select_one("circle.plan-burn-open")
    assert "The last point shows files that are not committed yet." in sentences(history)


def test_many_points_are_not_many_bytes():
    """A drawing has so many columns, however often a plan changed."""
    days = [dt.date(2020, 1, 1) + dt.timedelta(number) for number in range(2000)]
    history = past(*(point(day, number, 2000) for number, day in enumerate(days)))
    assert len(str(shown(history)["history"])) < 8000


@pytest.mark.parametrize("done", range(0, 41, 4))
def test_labels_at_the_end_stand_apart(done):
    """What is done and what there is: in one label where the lines are near."""
    history = past(point(FIRST, 0, 40), point(TODAY, done, 40))
    svg = shown(history)["history"].svg
    labels = [text for text in svg.select("text[text-anchor=end]") if "today" not in text.get_text()]
    places = sorted(int(text["y"]) for text in labels)
    assert len(places) == 1 or places[1] - places[0] >= 14
    assert places[-1] < 108


# The baseline


def test_since_the_baseline():
    """In a line what changed; behind it each task, day and risk, with the way to it."""
    html = shown(past(point(FIRST, 0, 3), point(TODAY, 1, 3), before=earlier()))
    since = html["summary"].select_one("details.plan-since")
    assert said(since.summary) == (
        "Since the baseline (v1, 4 Jan): 1 task done, 1 task added, 1 task removed, due 3 Feb → none, "
        "1 task due on another day and 1 risk raised."
    )
    assert not since.summary.select("a")
    assert [said(line) for line in since.select("li")] == [
        "Done: 1.1 Do 1.1",
        "Added: 1.3 Do 1.3",
        "Removed: 1.9 Cut over",
        "Dates moved: due 3 Feb → none; 1.2 due 16 Jan → 20 Jan",
        "Risks raised: Double posting (score 2 → 9)",
    ]
    assert [link["href"] for link in since.select("a")] == [
        "#a-1.1",
        "#a-1.3",
        "#a-1.2",
        "#plan-risk-1",
    ]
    assert "baseline, 4 Jan" in said(html["history"].svg)
    assert sentences(past(point(FIRST, 0, 3), before=earlier()))[-1] == (
        "At the baseline (v1, 4 Jan), 0 of 3 tasks were done."
    )


@pytest.mark.parametrize(
    ("kind", "name", "words"),
    [
        (BaselineKind.DATE, "2026-01-06", "as it was on 6 Jan"),
        (BaselineKind.STATUS, "", "in progress since 4 Jan"),
    ],
)
def test_which_baseline(kind, name, words):
    """The day that was asked for, or that on which the plan came to be in progress; and nothing may have changed."""
    changed = changes(version(NOW), version(NOW))
    baseline = Baseline(kind, name, "0" * 40, FIRST, changed)
    html = shown(past(point(FIRST, 0, 3), baseline=baseline))["summary"]
    assert f"Since the baseline ({words}): no task, day or risk has changed." in said(html)


def test_hostile_words():
    """Of tags, tasks and risks."""
    before = version_with(earlier(), tasks=(version_with(earlier().tasks[0], id=None, title=HOSTILE),))
    history = past(point(FIRST, 0, 3), point(TODAY, 1, 3), before=before)
    history = replace(history, baseline=replace(history.baseline, name=HOSTILE))
    html = shown(history)
    assert not any(view.select("script, img") for view in (html["summary"], html["history"]))


def test_in_german():
    """No English word is left."""
    with use_language(load_language("de")):
        words = sentences(GROWN)
        html = shown(past(point(FIRST, 0, 3), point(TODAY, 1, 3), before=earlier()))["summary"]
    assert words[1] == "2 Aufgaben kamen dazu, 1 fielen weg."
    assert "Seit dem Basisplan (v1, 4. Jan" in said(html)
    assert "Erledigt: 1.1 Do 1.1" in said(html)


# The index


def week(*histories: tuple[str, PlanHistory]) -> BeautifulSoup:
    made = [Entry.of(path, path, NOW, CALENDAR, TODAY) for path, _history in histories]
    pages = ("plans/index.md", *(path for path, _history in histories))
    on_page = replace(context(pages=pages), histories=dict(histories))
    return BeautifulSoup(index_view(Portfolio.of(made), on_page), "html.parser")


def test_changed_this_week():
    """The last changed plan first, what is new as such, what did not change not at all."""
    changed = past(point(FIRST, 0, 3), week=changes(earlier(), version(NOW)), changed=dt.date(2026, 1, 12))
    new = past(point(TODAY, 1, 3), week=changes(None, version(NOW)))
    same = past(point(FIRST, 1, 3), week=changes(version(NOW), version(NOW)))
    details = week(("a.md", changed), ("b.md", new), ("c.md", same)).select_one("details.plan-week")
    assert said(details.summary) == "Changed this week: 2 plans"
    first, second = details.select(":scope > ul > li")
    assert said(first).endswith("14 Jan · new. 1 of 3 tasks done")
    assert "12 Jan · 1 of 3 tasks done, 0 of 3 before" in said(second)
    assert "Done: 1.1 Do 1.1" in said(second)
    assert second.select("a")[1]["href"] == "../../a/#a-1.1"
    assert week(("c.md", same)).select_one("details.plan-week") is None


def test_a_week_is_bounded():
    """Of many plans the last changed, and how many more."""
    new = past(point(TODAY, 1, 3), week=changes(None, version(NOW)))
    details = week(*((f"{number}.md", new) for number in range(15))).select_one("details.plan-week")
    lines = details.select(":scope > ul > li")
    assert (len(lines), said(lines[-1])) == (13, "3 more")


# The ground of *stale*


def test_stale_by_git():
    """The day is said, and where it comes from."""
    stale = entry(plan(phase("1", task("1.1")), status=Status.IN_PROGRESS)).changed_on(dt.date(2025, 12, 2), 30)
    html = plan_views(stale, CALENDAR, context())["summary"]
    assert "no change since 2 Dec 2025 (git)" in said(BeautifulSoup(html, "html.parser"))


# A site


@pytest.fixture
def repository(tmp_path, monkeypatch) -> Made:
    """A plan that grew: its first version, a task done, another one added; and a change that is not committed."""
    monkeypatch.setenv("TZ", "UTC")
    made = Made(tmp_path)
    made.commit("2026-01-12", {"docs/plans/ledger.md": PLAN, "docs/specs/ledger.md": "# Ledger spec\n"})
    ticked = PLAN.replace("- [ ] **Task 1.2", "- [x] **Task 1.2")
    made.commit("2026-02-02", {"docs/plans/ledger.md": ticked})
    made.write({"docs/plans/ledger.md": ticked.replace("- [ ] **Task 2.1", "- [/] **Task 2.1")})
    return made


def test_a_site(repository):
    """The view stands behind the timeline, or at its marker; without the option there is no byte of it."""
    config = written(repository.folder, {}, {"history": True, "as_of": "2026-02-06"})
    site = built(config, repository.folder / "site", strict=True)
    page = site.text("plans/ledger/index.html")
    order = [page.index(f'data-planplugin="{name}"') for name in ("summary", "timeline", "history", "progress")]
    assert order == sorted(order)
    assert "Since the baseline (in progress since 12 Jan): 1 task done." in said(BeautifulSoup(page, "html.parser"))
    assert "plan-week" in site.text("plans/index.html")
    marked = PLAN.replace("## Risk Assessment", "<!-- plan:history -->\n\n## Risk Assessment")
    repository.write({"docs/plans/ledger.md": marked})
    page = built(config, repository.folder / "site", strict=True).text("plans/ledger/index.html")
    assert page.count('data-planplugin="history"') == 1
    assert page.index('data-planplugin="history"') > page.index("Task 2.1")
    config = written(repository.folder, {}, {"as_of": "2026-02-06"})
    page = built(config, repository.folder / "site", strict=True).text("plans/ledger/index.html")
    assert not any(word in page for word in ('"history"', "plan-since", "place:history"))


CUT = """() => [...document.querySelectorAll("[data-planplugin=history] :is(text, li, p), .plan-since :is(summary, li)")]
  .filter(each => { const {left, right} = each.getBoundingClientRect(); return left < -1 || right > innerWidth + 1; })
  .map(each => each.textContent)"""


def test_a_reader_sees_all_of_it(repository, reader):
    """On a wide page and on a phone: nothing is cut, nothing scrolls sideways, axe finds nothing."""
    config = written(repository.folder, {}, {"history": True, "as_of": "2026-02-06"})
    site = built(config, repository.folder / "site")
    with served(str(site.folder)) as url:
        page = reader.page(viewport={"width": 1250, "height": 900}, reduced_motion="reduce")
        page.goto(f"{url}plans/ledger/")
        page.locator(".plan-since > summary").click()
        for width in (1250, 320):
            resize(page, width)
            assert page.evaluate(CUT) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        if not AXE.is_file():
            missing("axe-core is not installed: `make node_modules/installed`")
        page.evaluate(AXE.read_text("utf-8"))
        assert page.evaluate(PROBLEMS, TAGS) == []


def test_phases_with_new_numbers_keep_their_days():
    """A phase that is put in before others moves their numbers, not their days; one with a new name is told by its
    number."""
    hull, sail = "Hull\n\n**Due:** 2026-03-02", "Sail\n\n**Due:** 2026-04-01"
    before = read(f"# Boat plan\n\n## Phase 1: {hull}\n\n## Phase 2: {sail}\n", is_plan=True).plan
    texts = {
        f"## Phase 1: Wood\n\n## Phase 2: {hull}\n\n## Phase 3: {sail}\n": [],
        f"## Phase 1: {hull}\n\n## Phase 2: {sail.replace('Sail', 'Sails')}\n": [],
        f"## Phase 1: {hull}\n\n## Phase 2: {sail.replace('04-01', '04-02')}\n": ["phase 2 due"],
        f"## Phase 1: {hull}\n\n## Phase 2: {sail.replace('Sail', 'Sails').replace('04-01', '04-02')}\n": [
            "phase 2 due"
        ],
    }
    for text, moved in texts.items():
        after = read(f"# Boat plan\n\n{text}", is_plan=True).plan
        days = changes(PlanVersion.of(before, None), PlanVersion.of(after, None)).days
        assert [day.name for day in days] == moved
