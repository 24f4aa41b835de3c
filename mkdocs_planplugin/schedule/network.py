# The critical path method on bare numbers: nodes with durations, edges "this before that", and the passes over them.
# No plan in here, so that tests can compare the passes with the examples of textbooks.
"""An activity-on-node network (J. E. Kelley and M. R. Walker, Critical-Path Planning and Scheduling, 1959)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

Edge = tuple[int, int]  # (before, after): the second node starts when the first is finished
Adjacency = list[list[int]]


class Times(Struct, frozen=True):
    """A start and a finish for each node, in minutes from the start of the plan."""

    starts: Sequence[int]
    finishes: Sequence[int]


class Network(Struct, frozen=True):
    """Nodes 0 to n - 1 with finish-to-start edges. Times are whole minutes from the start. A lag between two nodes is a
    node of its own; one that lasts less than nothing lets the second begin before the first is finished.

    `not_before` is the earliest time a node may start, whatever it waits for; `order` has every node after the nodes
    it waits for, and lacks those that a cycle leads to. Build one with `Network.of`.
    """

    durations: Sequence[int]
    not_before: Sequence[int]
    before: Adjacency  # the nodes each node waits for
    after: Adjacency  # the nodes that wait for each node
    order: Sequence[int]

    @classmethod
    def of(cls, durations: Sequence[int], not_before: Sequence[int], edges: Iterable[Edge]) -> Network:
        """The network of these edges."""
        before, after = _adjacent(len(durations), edges)
        return cls(durations, not_before, before, after, _in_order(before, after))

    @property
    def has_cycle(self) -> bool:
        """Whether its edges close a cycle: then it has no times (see `closing_edges`)."""
        return len(self.order) < len(self.durations)

    def early(self) -> Times:
        """Early starts and finishes, by the forward pass: each node starts when the last one it waits for is
        finished."""
        starts, finishes = list(self.not_before), [0] * len(self.order)
        for node in self.order:
            starts[node] = max([starts[node], *[finishes[other] for other in self.before[node]]])
            finishes[node] = starts[node] + self.durations[node]
        return Times(starts, finishes)

    def late(self, finish: int) -> Times:
        """Late starts and finishes, by the backward pass: the latest with which all is finished at `finish`, where the
        forward pass ends."""
        starts, finishes = [0] * len(self.order), [finish] * len(self.order)
        for node in reversed(self.order):
            finishes[node] = min([finish, *[starts[other] for other in self.after[node]]])
            starts[node] = finishes[node] - self.durations[node]
        return Times(starts, finishes)


# With more edges per node than this, and at most this many nodes, a table of all paths costs less than many searches.
_DENSE = 8
_MOST_NODES = 5000


def closing_edges(size: int, edges: Sequence[Edge]) -> set[int]:
    """The indices of the edges that close a cycle. Edges are added one by one, and those that close a cycle are not.

    It takes linear time if there is no cycle. Otherwise only edges between nodes on cycles, or on paths between cycles,
    are added one by one.
    """
    before, after = _adjacent(size, edges)
    cyclic = set(range(size)) - set(_in_order(before, after)) - set(_in_order(after, before))
    doubtful = [(index, edge) for index, edge in enumerate(edges) if edge[0] in cyclic and edge[1] in cyclic]
    if len(doubtful) > _DENSE * len(cyclic) and len(cyclic) <= _MOST_NODES:
        return _closing_among_many(sorted(cyclic), doubtful)
    before, after = _adjacent(size, ())
    closing = set()
    for index, (first, second) in doubtful:
        if _leads_to(second, first, before, after):
            closing.add(index)
        else:
            before[second].append(first)
            after[first].append(second)
    return closing


def _closing_among_many(nodes: Sequence[int], edges: Iterable[tuple[int, Edge]]) -> set[int]:
    """`closing_edges` for many edges between few nodes. A table holds which node leads to which. Most edges change
    nothing in it, and any other costs no more than the number of pairs of nodes that it connects."""
    place = {node: n for n, node in enumerate(nodes)}
    leads_to = [1 << n for n in range(len(nodes))]  # for each node those that it leads to: bit n is node n
    led_from = leads_to.copy()  # and those that lead to it
    closing = set()
    for index, edge in edges:
        first, second = place[edge[0]], place[edge[1]]
        if leads_to[second] >> first & 1:
            closing.add(index)
            continue
        starts, ends = led_from[first] & ~led_from[second], leads_to[second] & ~leads_to[first]
        if starts and ends:
            for node in _bits(starts):
                leads_to[node] |= leads_to[second]
            for node in _bits(ends):
                led_from[node] |= led_from[first]
    return closing


def _bits(number: int) -> Iterator[int]:
    """The places of the bits that are set."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest


def _adjacent(size: int, edges: Iterable[Edge]) -> tuple[Adjacency, Adjacency]:
    """For each node the nodes before it, and the nodes after it."""
    before: Adjacency = [[] for _ in range(size)]
    after: Adjacency = [[] for _ in range(size)]
    for first, second in edges:
        before[second].append(first)
        after[first].append(second)
    return before, after


def _in_order(before: Adjacency, after: Adjacency) -> list[int]:
    """The nodes that no cycle leads to, each after all before it (A. B. Kahn, CACM 5(11), 1962)."""
    waiting = [len(others) for others in before]
    order = [node for node, count in enumerate(waiting) if not count]
    for node in order:  # grows while it is walked
        for other in after[node]:
            waiting[other] -= 1
            if not waiting[other]:
                order.append(other)
    return order


def _leads_to(source: int, target: int, before: Adjacency, after: Adjacency) -> bool:
    """Whether a path leads from `source` to `target`.

    Searched from both ends by turns, one node each: it is over when either end has no more nodes to visit. In a plan
    an edge mostly goes to a node that nothing waits for yet, so that end is soon done.
    """
    if source == target:
        return True
    neighbours, seen, unvisited = (after, before), ({source}, {target}), ([source], [target])
    side = 0
    while unvisited[side]:
        for other in neighbours[side][unvisited[side].pop()]:
            if other in seen[1 - side]:
                return True
            if other not in seen[side]:
                seen[side].add(other)
                unvisited[side].append(other)
        side = 1 - side
    return False
