# A plan that waits for another one ends later when that does. So the expected finishes of a site are found one after
# the other, each plan after those that it waits for.
"""Expected finishes over all plans of a site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import TopologicalSorter

from msgspec.structs import replace

from mkdocs_planplugin.catalog import FindingKind
from mkdocs_planplugin.measure import behind_others
from mkdocs_planplugin.model import Finding, Hold, NotCounted, NotCountedKind, OtherPlan, Severity
from mkdocs_planplugin.schedule import schedule_with_holds

from .dependencies import LinkedParts, linked_parts
from .entries import Entry
from .parts import remaining_finish

PLANS_IN_CYCLE = FindingKind(
    "PLAN302",
    Severity.INFO,
    "Plans that wait for each other",
    "Links lead from this plan to another one and back again. Their expected finishes do not count each other.",
    "Take one of the links out, or let it lead to the page as a text that no task waits for.",
    for_readers=True,
)

KINDS = (PLANS_IN_CYCLE,)

_ORDER = {kind: place for place, kind in enumerate(NotCountedKind)}


def behind_each_other(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """These plans, in the same order, with new expected finishes, which count the finishes of the plans that each one
    waits for.

    Work that has begun does not wait any more. Plans that wait for each other in a cycle are not changed, but get a
    finding.
    """
    pairs = [pair for pair in linked_parts(entries) if pair.dependent.part is not None]
    if not pairs:
        return tuple(entries)
    by_path = {entry.path: entry for entry in entries}
    cycle = _in_cycles({(pair.dependent.entry.path, pair.predecessor.entry.path) for pair in pairs})
    by_dependent: dict[str, list[LinkedParts]] = defaultdict(list)
    for pair in pairs:
        by_dependent[pair.dependent.entry.path].append(pair)
    needs = {path: {pair.predecessor.entry.path for pair in of} - cycle[path] for path, of in by_dependent.items()}
    for path in TopologicalSorter(needs).static_order():
        if path in by_dependent:
            by_path[path] = _behind(by_path[path], by_dependent[path], by_path, cycle[path])
    return tuple(by_path[entry.path] for entry in entries)


def _behind(entry: Entry, pairs: Sequence[LinkedParts], by_path: Mapping[str, Entry], cycle: set[str]) -> Entry:
    """A plan with the finishes of the plans that it waits for. Those of its `cycle` are not known and do not count."""
    holds: list[Hold] = []
    unknown: list[NotCounted] = []
    for pair in pairs:
        part, by, path = pair.dependent.part, pair.by, pair.predecessor.entry.path
        if part is None or by is None or part.begun:
            continue
        other = by_path[path]
        plan = OtherPlan(path, other.name)
        finish = None if path in cycle else remaining_finish(replace(pair.predecessor, entry=other))
        if finish is None or finish < entry.measures.today:
            unknown.append(NotCounted(NotCountedKind.PLAN, (part,), plan=plan))
        else:
            holds.append(Hold(by, finish, plan=plan))
    return _behind_these(entry, holds, unknown).with_findings(_cycle_findings(pairs, cycle))


def _behind_these(entry: Entry, holds: Sequence[Hold], unknown: Sequence[NotCounted]) -> Entry:
    if not (holds or unknown):
        return entry
    schedule = entry.schedule
    if schedule is None or schedule.expected is None:  # there is no finish to move, but what waits is not ready
        own = schedule.holds if schedule else ()
        return replace(entry, measures=behind_others(entry.measures, entry.plan, (*own, *holds), unknown))
    if holds:
        schedule = schedule_with_holds(entry.plan, schedule, entry.measures.today, holds)
    omissions = sorted((*schedule.not_counted, *unknown), key=lambda omission: _ORDER[omission.kind])
    schedule = schedule.leaving_out(omissions)
    measures = behind_others(entry.measures, entry.plan, schedule.holds, omissions)
    return replace(entry, schedule=schedule, measures=measures)


def _cycle_findings(pairs: Iterable[LinkedParts], cycle: set[str]) -> Iterator[Finding]:
    """A finding for each plan that also waits for this one, at the first link that leads there."""
    lines: dict[str, int] = {}
    for pair in pairs:
        if pair.predecessor.entry.path in cycle:
            lines.setdefault(pair.predecessor.entry.path, pair.line)
    for path, line in lines.items():
        message = f"this plan waits for {path}, which waits for it in turn: their finishes do not count each other"
        yield PLANS_IN_CYCLE.at(line, message, "take one of the links out")


def _in_cycles(edges: Iterable[tuple[str, str]]) -> Mapping[str, set[str]]:
    """For each plan those that it waits for in a cycle: the edges within a strongly connected component (R. Tarjan,
    SIAM J. Computing 1(2), 1972)."""
    after: dict[str, list[str]] = defaultdict(list)
    for source, target in sorted(edges):
        after[source].append(target)
    component = _components(after)
    cycles: dict[str, set[str]] = defaultdict(set)
    for source, targets in after.items():
        cycles[source] = {target for target in targets if component[target] == component[source]}
    return cycles


def _components(after: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """The number of the component of each node. It is not recursive, because a chain of plans may be long."""
    seen: dict[str, int] = {}
    low: dict[str, int] = {}
    component: dict[str, int] = {}
    stack: list[str] = []
    for root in after:
        walk = [] if root in seen else [(root, iter(after.get(root, ())))]
        if walk:
            seen[root] = low[root] = len(seen)
            stack.append(root)
        while walk:
            node, targets = walk[-1]
            target = next((other for other in targets if other not in component), None)
            if target is not None and target not in seen:
                seen[target] = low[target] = len(seen)
                stack.append(target)
                walk.append((target, iter(after.get(target, ()))))
            elif target is not None:
                low[node] = min(low[node], seen[target])
            else:
                walk.pop()
                if walk:
                    low[walk[-1][0]] = min(low[walk[-1][0]], low[node])
                if low[node] == seen[node]:
                    members = stack[stack.index(node) :]
                    del stack[-len(members) :]
                    component.update(dict.fromkeys(members, len(component)))
    return component
