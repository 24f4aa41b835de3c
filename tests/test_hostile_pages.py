"""Plans whose every field is an attack, in a real browser: nothing of it runs, and nothing of ours needs more leave than a
strict Content-Security-Policy gives."""

import pytest
from browser import served, with_policy
from sites import make_site

RUNS = [
    "<img src=q onerror=window.hit=1>",
    "<script>window.hit=2</script>",
    '"><svg/onload=window.hit=3>',
    "' autofocus onfocus='window.hit=4' tabindex=0 x='",
    "</script><script>window.hit=5</script>",
    "<iframe srcdoc='<script>parent.hit=6</script>'></iframe>",
    "<math><mtext><table><mglyph><style><img src=q onerror=window.hit=7>",
    "<noscript><p title='</noscript><img src=q onerror=window.hit=8>'>",
    "<details open ontoggle=window.hit=9>",
    "<svg><dd><noframes><img src=q onerror=window.hit=10>",
    "<p style=animation-name:x onanimationstart=window.hit=11>",
    "<!--><img src=q onerror=window.hit=12>-->",
    "<?php <img src=q onerror=window.hit=13> ?>",
    "<plaintext><img src=q onerror=window.hit=14>",
    "\x02\x03<img src=q onerror=window.hit=15>",
    "<form action=javascript:window.hit=16><button autofocus>go</button></form>",
    "<a href=javascript:window.hit=17>go</a>",
    "<base href=//x.invalid/><link rel=stylesheet href=//x.invalid/>",
    "\u202e<img src=q onerror=window.hit=18>\u2066",
]
LEAD = [
    "javascript:window.hit=20",
    "./javascript:window.hit=21",
    "JaVaScRiPt:window.hit=22",
    "java&#x73;cript:window.hit=23",
    "&#106;avascript&colon;window.hit=24",
    "java&Tab;script:window.hit=25",
    "&#1;javascript:window.hit=26",
    "vbscript:window.hit",
    "data:text/html,<script>parent.hit=27</script>",
    "<java\tscript:window.hit=28>",
    "%6aavascript:window.hit=29",
    "javascript\\:window.hit=30",
    "http://x.invalid/a",
    "view-source:javascript:window.hit=31",
]


def plan(number: int, attack: str) -> str:
    """A plan with an attack in each field; in those that must hold something else, too, behind it. Title and status of
    the front matter are not among them: themes show these as they are, with and without plans."""
    link = LEAD[number % len(LEAD)]
    row = attack.replace("|", "")
    return f"""\
---
plan: true
tags: [{attack!r}, x]
due: {attack!r}
---
# Implementation Plan: A {attack}

**Based on:** [{attack}]({link})
**Created:** 2026-01-12
**Owner:** {attack}
**Status:** {attack}
**Last Updated:** {attack}

## Discovery Summary {attack}

**Decisions:**
- D {attack} [go]({link})

## Implementation Phases

### Phase 1: P {attack} (Est: 3 days)

- [ ] **Task 1.{number}:** T {attack} [go]({link})
  - **Owner:** {attack}
  - **Estimate:** 2 days {attack}
  - **Risk Level:** High {attack}
  - **Dependencies:** {attack}
  - **Blocked by:** {attack}
  - **L {attack}:** {attack}
- [ ] **Task {attack}:** U

## Risk Assessment

**Risk {attack}:** R {attack}
- **Probability:** High {attack}
- **Impact:** High
- **Mitigation:** M {attack} [go]({link})

| Risk | Probability | Impact | Mitigation |
|---|---|---|---|
| {row} | High | {row} | [go]({link}) {row} |

## Success Metrics

- S {attack} [go]({link})

## Open Questions

- Q {attack} ![go](javascript:window.hit=60) [go]({link})

## Assumptions

- A [go][r] <{link}> {attack}

## Version History

| Date | Author | Changes |
|---|---|---|
| {row} | {row} | {row} |

[r]: {link.strip("<>")}
"""


EVERYTHING = "# All\n\n" + "\n\n".join(
    f"<!-- plan:{view} -->" for view in ("index", "portfolio", "decisions", "questions", "next", "metrics")
)
FILES = {
    "index.md": "# Home\n",
    "all.md": EVERYTHING + "\n\n<!-- plan:timeline plan=plans/0.md -->\n\n<!-- plan:summary plan=plans/3.md -->\n",
    **{f"plans/{number}.md": plan(number, attack) for number, attack in enumerate(RUNS)},
    "plans/<img src=q onerror=window.hit=40>.md": plan(90, "name"),
    "plans/'onload='window.hit=41'.md": plan(91, "name"),
}
# As an address can be written: state of the index that is none.
QUERY = (
    "?sort=constructor&group=__proto__&view=toString&find=<svg/onload=window.hit=50>&health=hasOwnProperty&risk=valueOf"
    "&tag=%3Cimg%20src%3Dq%20onerror%3Dwindow.hit%3D51%3E&person=__proto__&only=constructor#plan-<img src=q onerror=window.hit=52>"
)
THEME = """\
<!doctype html><title>T</title>
{% for path in config.extra_css %}<link rel="stylesheet" href="{{ path | url }}">{% endfor %}
<main>{{ page.content }}</main>
{% for script in config.extra_javascript %}{{ script | script_tag }}{% endfor %}
"""
# The addresses of all links as the browser understands them, and forms that lead anywhere.
LINKS = """() => [...document.querySelectorAll('[data-planplugin] a[href], [data-planplugin] area, [data-planplugin] form[action]')]
  .map(element => element.href ?? element.action)"""
# What listens to events by an attribute, which nothing of ours does.
HANDLERS = """() => [...document.querySelectorAll('[data-planplugin] *')]
  .filter(element => [...element.attributes].some(attribute => attribute.name.startsWith('on')))
  .map(element => element.outerHTML)"""


@pytest.fixture(scope="module", params=["material", "bare"])
def site(request, tmp_path_factory):
    """The site with a theme that has scripts of its own in its pages, and with one that has nothing."""
    folder = tmp_path_factory.mktemp(request.param)
    theme = {"name": "material", "font": False}
    if request.param == "bare":
        (folder / "theme").mkdir()
        (folder / "theme/main.html").write_text(THEME, "utf-8")
        theme = {"name": None, "custom_dir": str(folder / "theme")}
    ours = {"planplugin": {"as_of": "2026-02-06", "interactive": "auto"}}
    built = make_site(folder, FILES, theme=theme, plugins=[ours])
    assert len(built.plans) == len(FILES) - 2
    assert not [line for line in built.log if "the plugin failed" in line]
    return built, request.param


def test_nothing_runs_and_nothing_is_refused(reader, site):
    """On one page with all views over all plans, and views of single plans."""
    built, theme = site
    # Material needs leave for its own scripts, so it is looked at without a policy: then an attack would run.
    handler = [with_policy("default-src 'self'")] if theme == "bare" else []
    trouble, asked = [], []
    with served(str(built.folder), *handler) as url:
        page = reader.page()
        page.on("dialog", lambda dialog: trouble.append(dialog.message))
        page.on("pageerror", lambda error: trouble.append(f"{error} {error.stack}"))
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: "Content Security" in message.text and trouble.append(message.text))
        page.goto(f"{url}all/{QUERY}")
        page.wait_for_selector(".plan-live", state="attached")
        page.get_by_role("button", name="Reset").first.click()  # rows that do not match are taken out
        page.wait_for_timeout(300)
        assert page.evaluate("window.hit") is None
        schemes = {link.partition(":")[0] for link in page.evaluate(LINKS)}
        assert schemes <= {"http", "https", "mailto"}
        assert page.locator("[data-planplugin]").locator("iframe, form[action], base, object, style").count() == 0
        assert page.evaluate(HANDLERS) == []
        rows = sum(not plan["is_template"] for plan in built.plans.values())
        assert page.locator("tbody tr[data-is]").count() == rows > 10
    assert not trouble, "\n".join(trouble)
    assert [address for address in asked if not address.startswith(url) and not address.startswith("data:")] == []
