# Who waits for whom, as lines from row to row. A row is as high as its words, which only the browser knows: so a line
# is drawn in pieces, one in each row that it crosses. It goes down or up from the finish of what is waited for, then
# along to what waits.
"""Connections between plans in the timeline over all plans."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs_planplugin.portfolio import PlanDependency

from .dated_plans import DaySpan
from .layout import RowLayout


@dataclass(frozen=True, slots=True)
class ConnectorLine:
    """A straight piece of a connection; `early` where one begins before what it waits for is finished."""

    x1: str
    y1: str
    x2: str
    y2: str
    early: bool


@dataclass(frozen=True, slots=True)
class ConnectorEnd:
    """An end of a connection: where it begins ("from"), or the point of its arrow ("right" or "left")."""

    x: str
    y: str
    kind: str
    early: bool


@dataclass(slots=True)
class Connectors:
    """The pieces of connections in one row. `passing` are those that only cross it, in percent of the axis: first those
    that hold, then those that are early."""

    lines: list[ConnectorLine] = field(default_factory=list)
    ends: list[ConnectorEnd] = field(default_factory=list)
    passing: tuple[list[float], list[float]] = field(default_factory=lambda: ([], []))

    @property
    def passing_paths(self) -> tuple[str, str]:
        """The connections that only cross the row, as paths of an SVG that is 100 wide and 1 high: first those that
        hold, then those that are early."""
        holding, early = ("".join(f"M{x:.2f} 0V1" for x in sorted(set(places))) for places in self.passing)
        return holding, early


@dataclass(frozen=True, slots=True)
class _End:
    """An end of a connection: the number of its row, how far along the axis it lies in percent, and how far down."""

    row: int
    x: float
    y: str


def connectors_by_row(
    layouts: Sequence[RowLayout | None], dependencies: Iterable[PlanDependency], axis: DaySpan
) -> Mapping[int, Connectors]:
    """What is drawn of these connections, by the number of the row; a row without a layout has words only."""
    rows = {layout.plan.entry.path: (number, layout) for number, layout in enumerate(layouts) if layout}
    connectors: dict[int, Connectors] = defaultdict(Connectors)
    for dependency in dependencies:
        predecessor, dependent = rows.get(dependency.predecessor.entry.path), rows.get(dependency.dependent.entry.path)
        if not (predecessor and dependent and dependency.start and dependency.finish):
            continue
        finish, start = dependency.finish.toordinal() + 1, dependency.start.toordinal()
        if axis.first <= min(finish, start) and max(finish, start) <= axis.last:
            leaves = predecessor[1].connector_y(dependency.predecessor, at_finish=True)
            arrives = dependent[1].connector_y(dependency.dependent, at_finish=False)
            one = _End(predecessor[0], axis.percent(finish), em(leaves))
            other = _End(dependent[0], axis.percent(start), em(arrives))
            _connect(one, other, connectors, early=dependency.is_early)
    return connectors


def _connect(one: _End, other: _End, connectors: dict[int, Connectors], *, early: bool) -> None:
    """Draw a connection from `one` end to the `other`."""
    x, end = percent(one.x), percent(other.x)
    edge, opposite = ("100%", "0") if other.row > one.row else ("0", "100%")
    first, last = connectors[one.row], connectors[other.row]
    first.ends.append(ConnectorEnd(x, one.y, "from", early))
    first.lines.append(ConnectorLine(x, one.y, x, edge, early))
    for row in range(min(one.row, other.row) + 1, max(one.row, other.row)):
        connectors[row].passing[early].append(one.x)
    last.lines.append(ConnectorLine(x, opposite, x, other.y, early))
    last.lines.append(ConnectorLine(x, other.y, end, other.y, early))
    last.ends.append(ConnectorEnd(end, other.y, "left" if other.x < one.x else "right", early))


def percent(number: float) -> str:
    """A length as SVG writes it: a share of the axis."""
    return f"{number:.2f}%"


def em(number: float) -> str:
    """A length as SVG writes it: in the text's size."""
    return f"{number:.2f}em"
