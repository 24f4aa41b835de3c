# The properties by which the index filters and groups plans: their owners, their folders, and what is wrong with them.
"""What the plans of a site are filtered and grouped by."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping

from mkdocs_planplugin.catalog import spellings

from .entries import Entry
from .plans import Portfolio

# Anchors of the page of next tasks that do not stand for a person, so that no person may have them.
EVERYBODY, NOBODY = "everybody", "nobody-yet"
_TAKEN = (EVERYBODY, NOBODY, "next")
_NOT_IN_KEYS = re.compile(r"[^\w]+")
# In days. It suits readers who open the index each week.
CHANGED_WITHIN = 7


def people_of(entry: Entry) -> tuple[str, ...]:
    """The owners of the remaining work of a plan, in the order of the text. Spellings that differ in capitals are
    one."""
    remaining = (task for task in entry.plan.walk() if task.id not in entry.measures.outcomes)
    return tuple(spellings(name for task in remaining for name in task.owners).values())


def _person_keys(names: Iterable[str]) -> Mapping[str, str]:
    """The key of each person in links, such as `ines-okafor`. No two people have the same."""
    taken = set(_TAKEN)
    keys: dict[str, str] = {}
    for name in names:
        base = _NOT_IN_KEYS.sub("-", _plain(name)).strip("-_") or "person"
        key, number = base, 2
        while key in taken:
            key, number = f"{base}-{number}", number + 1
        taken.add(key)
        keys[name] = key
    return keys


def owner_keys(entries: Iterable[Entry]) -> Mapping[str, str]:
    """The key in links of each owner of remaining work of plans under way, by the name in small letters. All pages have
    them from here: two names that are nearly alike would else have each other's."""
    names = spellings(name for entry in entries if entry.under_way for name in people_of(entry)).values()
    keys = _person_keys(name for name, _count in tally(names))
    return {name.casefold(): key for name, key in keys.items()}


def _plain(name: str) -> str:
    """A name in small letters, without accents and apostrophes."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if letter.isalnum() or letter in " -_.")


def concerns(entry: Entry, today: dt.date) -> tuple[str, ...]:
    """Reasons besides its health to look at a plan, as single words: `stale`, `risky` (it has high risks and is not
    finished) and `changed` (within the last days)."""
    measures, changed = entry.measures, entry.measures.last_change
    holds = {
        "stale": measures.stale,
        "risky": measures.open_high > 0 and not entry.finished,
        "changed": changed is not None and 0 <= (today - changed).days <= CHANGED_WITHIN,
    }
    return tuple(name for name, it_does in holds.items() if it_does)


def folders(entries: Iterable[Entry]) -> Mapping[str, str]:
    """The folder of each plan, by its path, relative to the innermost folder that holds all plans; empty for plans
    directly in that one."""
    folders = {entry.path: posixpath.dirname(entry.path) for entry in entries}
    common = posixpath.commonpath([f"/{folder}" for folder in folders.values()]) if folders else "/"
    below = {folder: posixpath.relpath(f"/{folder}", common) for folder in set(folders.values())}
    return {path: "" if below[folder] == "." else below[folder] for path, folder in folders.items()}


def chosen(portfolio: Portfolio, wanted: Mapping[str, Collection[str]]) -> Portfolio:
    """The plans that match all keys. A key matches if one of its values does: `plan` (a path), `status` (the shown
    one), `tag`, `person` (an owner of remaining work), `folder` (or a folder in it)."""
    return Portfolio(tuple(entry for entry in portfolio.entries if _is_wanted(entry, wanted)))


def _is_wanted(entry: Entry, wanted: Mapping[str, Collection[str]]) -> bool:
    tests: Mapping[str, Callable[[str], bool]] = {
        "plan": lambda path: path == entry.path,
        "status": lambda status: status == entry.measures.shown_status,
        "tag": lambda tag: tag.casefold() in map(str.casefold, entry.plan.tags),
        "person": lambda name: name.lstrip("@").casefold() in map(str.casefold, people_of(entry)),
        "folder": lambda folder: entry.path.startswith(f"{folder.strip('/')}/"),
    }
    return all(any(map(tests[key], values)) for key, values in wanted.items())


def tally(words: Iterable[str]) -> list[tuple[str, int]]:
    """How often each word occurs, in alphabetical order."""
    return sorted(Counter(words).items(), key=lambda pair: (pair[0].casefold(), pair[0]))
