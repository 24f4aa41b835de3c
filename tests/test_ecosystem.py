"""The plugin among others: sites as people have them, built strictly. What else was tried stands in docs/ecosystem.md."""

import json
import re

from sites import FILES, PLAN, make_site

SITE = "https://example.org/"
WORDS = ("planplugin", "Task 1.1", "Backfill")


def whole(site, page="plans/ledger/index.html"):
    """A plan page has its views, once, and its boxes; the author's nested list is nested."""
    content = site.content(page)
    for view in ("summary", "timeline", "risks", "definition_of_done"):
        assert len(re.findall(rf'data-planplugin="?{view}"?[ >]', content)) == 1, view
    assert len(re.findall(r"<li\b[^>]*\btask-list-item\b", content)) == 6
    return content


def searched(site, path="search/search_index.json"):
    """The words of the search index."""
    return " ".join(entry["text"] for entry in json.loads(site.text(path))["docs"])


def unwarned(site):
    """Nothing of ours is warned about; strict builds fail on any other warning."""
    assert not [line for line in site.log if line.startswith("WARNING")]


def test_among_macros_includes_and_a_navigation_of_folders(tmp_path):
    """awesome-nav, macros, include-markdown, redirects, tags and minify: what others put into a plan is shown, the
    generated index is in the navigation, and search finds the plan by its words alone."""
    plan = PLAN.replace(
        "## Risk Assessment",
        '## Risk Assessment\n\n{% include-markdown "../parts/risks.md" %}\n\nBy {{ who }}.',
    )
    site = make_site(
        tmp_path,
        {
            **FILES,
            "plans/ledger.md": f"---\ntags: [money]\n---\n{plan}",
            "plans/.nav.yml": "nav:\n  - index.md\n  - '*'\n",
            "parts/risks.md": "Risks are looked at on Mondays.\n",
            "tags.md": "# Tags\n\n<!-- material/tags -->\n",
        },
        plugins=[
            "search",
            "tags",
            "awesome-nav",
            "macros",
            "include-markdown",
            {"redirects": {"redirect_maps": {"old.md": "plans/ledger.md"}}},
            {"minify": {"minify_html": True}},
            {"planplugin": {"as_of": "2026-02-06"}},
        ],
        extra={"who": "Ana"},
        exclude_docs="parts/",
        strict=True,
    )
    unwarned(site)
    content = whole(site)
    assert "Risks are looked at on Mondays." in content
    assert "By Ana." in content
    assert re.search(r'href="?\.\./\.\./plans/"?', site.text("specs/ledger/index.html"))
    words = searched(site)
    assert "Backfill" in words
    assert "assumptions of this schedule" not in words


def test_among_a_literate_navigation_api_docs_and_a_blog(tmp_path):
    """literate-nav, section-index, mkdocstrings with autorefs, the blog, the privacy plugin and Mermaid fences: their
    pages stay as they are, and the index is where the navigation names it."""
    plan = PLAN + "\n```mermaid\ngraph LR\n  A --> B\n```\n"
    site = make_site(
        tmp_path,
        {
            **FILES,
            "plans/ledger.md": plan,
            "SUMMARY.md": "- [Home](index.md)\n- Plans\n    - [Plans](plans/index.md)\n    - [Ledger](plans/ledger.md)\n- [Spec](specs/ledger.md)\n- [API](api.md)\n- [Blog](blog/index.md)\n",
            "api.md": "# API\n\n::: json.dumps\n",
            "blog/index.md": "# Blog\n",
            "blog/posts/one.md": "---\ndate: 2026-01-10\n---\n# One\n\nFirst.\n\n<!-- more -->\n\nSecond.\n",
        },
        plugins=[
            "search",
            "blog",
            {"literate-nav": {"nav_file": "SUMMARY.md"}},
            "section-index",
            "autorefs",
            {"mkdocstrings": {"handlers": {"python": {"options": {"show_source": False}}}}},
            {"privacy": {"assets": False, "links": False}},
            {"planplugin": {"as_of": "2026-02-06"}},
        ],
        markdown_extensions=[
            "attr_list",
            {"pymdownx.superfences": {"custom_fences": [{"name": "mermaid", "class": "mermaid"}]}},
        ],
        strict=True,
    )
    unwarned(site)
    content = whole(site)
    assert '<pre class="mermaid">' in content
    assert "json.dumps" in site.content("api/index.html")
    assert "First." in site.content("blog/index.html")
    assert "Ledger" in site.text("plans/index.html")


def test_in_several_languages_offline(tmp_path):
    """static-i18n and offline: every language has its own index and data, of its own plans."""
    site = make_site(
        tmp_path,
        {
            **FILES,
            "index.de.md": "# Start\n",
            "plans/ledger.de.md": PLAN.replace("Payment ledger", "Zahlungsbuch"),
            "specs/ledger.de.md": "# Spezifikation\n",
        },
        plugins=[
            "search",
            "offline",
            {"planplugin": {"as_of": "2026-02-06"}},
            {
                "i18n": {
                    "docs_structure": "suffix",
                    "languages": [
                        {"locale": "en", "default": True, "name": "English"},
                        {"locale": "de", "name": "Deutsch"},
                    ],
                }
            },
        ],
        strict=True,
    )
    unwarned(site)
    whole(site, "plans/ledger.html")
    whole(site, "de/plans/ledger.html")
    titles = {
        path: [plan["title"] for plan in json.loads(site.text(path))["plans"]]
        for path in ("plans.json", "de/plans.json")
    }
    assert titles == {"plans.json": ["Payment ledger"], "de/plans.json": ["Zahlungsbuch"]}
    assert "Zahlungsbuch" in site.content("de/plans/index.html")
    assert "Zahlungsbuch" in site.content("de/plans/risks.html")  # beside the index, as the index is
    assert "Zahlungsbuch" in site.content("de/specs/ledger.html")  # the link to the spec is one to its translation
    assert "Zahlungsbuch" not in site.content("plans/index.html")
