"""The passes over bare numbers: what delays and further waits do, and which edges close a cycle."""

from __future__ import annotations

from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from mkdocs_planplugin.schedule.analysis import Analysis
from mkdocs_planplugin.schedule.network import Network, closing_edges


@st.composite
def networks(draw):
    """A network in which edges lead from lower to higher numbers."""
    size = draw(st.integers(1, 9))
    numbers = st.integers(0, size - 1)
    pairs = draw(st.lists(st.tuples(numbers, numbers), max_size=2 * size))
    minutes = st.lists(st.integers(0, 30), min_size=size, max_size=size)
    not_before = draw(st.just([0] * size) | st.lists(st.sampled_from([0, 0, 0, 17, 40]), min_size=size, max_size=size))
    return Network.of(draw(minutes), not_before, [(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]])


def finish_of(network):
    return max(network.early().finishes)


@given(networks())
def test_slack_is_what_can_be_lost(network):
    """Later by its slack, nothing that is late moves the finish; by a minute more, it does, by a minute. Later by its
    free slack, it moves nothing else; by a minute more, it moves something, or the finish."""
    analysis = Analysis(network, [0] * len(network.durations))
    early = analysis.early
    for node in range(analysis.work):

        def delayed(by, node=node):
            not_before = list(network.not_before)
            not_before[node] = early.starts[node] + by
            return replace(network, not_before=not_before)

        slack, free = analysis.slacks[node], analysis.free_slacks[node]
        assert 0 <= free <= slack
        assert finish_of(delayed(slack)) == analysis.finish
        assert finish_of(delayed(slack + 1)) == analysis.finish + 1

        def others(network, node=node):
            starts = list(network.early().starts)
            return [finish_of(network), *starts[:node], *starts[node + 1 :]]

        assert others(delayed(free)) == others(network)
        assert others(delayed(free + 1)) != others(network)


@given(networks(), st.integers(0, 8), st.integers(0, 8))
def test_a_wait_makes_nothing_earlier(network, one, other):
    """Who waits for more does not start earlier, and nobody else does either; nor is there more slack for a given
    finish."""
    size = len(network.durations)
    first, second = sorted((one % size, other % size))
    if first == second:
        return
    edges = [(before, after) for before in range(size) for after in network.after[before]]
    more = Network.of(network.durations, network.not_before, [*edges, (first, second)])
    assert all(new >= old for new, old in zip(more.early().starts, network.early().starts, strict=True))
    finish = finish_of(more)
    assert all(new <= old for new, old in zip(more.late(finish).starts, network.late(finish).starts, strict=True))


@given(networks())
def test_longer_takes_longer(network):
    """A minute more of anything that is critical makes the finish a minute later; of anything else, it does not."""
    analysis = Analysis(network, [0] * len(network.durations))
    for node, slack in enumerate(analysis.slacks):
        durations = list(network.durations)
        durations[node] += 1
        assert finish_of(replace(network, durations=durations)) == analysis.finish + (not slack)


@given(networks(), st.data())
def test_moments_are_looked_through(network, data):
    """Nodes that are no work change neither slack nor free slack of the work around them: an edge may as well lead over
    one."""
    size = len(network.durations)
    edges = [(before, after) for before in range(size) for after in network.after[before]]
    over = data.draw(st.lists(st.booleans(), min_size=len(edges), max_size=len(edges)))
    led, moments = [], size
    for edge, by_moment in zip(edges, over, strict=True):
        led += [(edge[0], moments), (moments, edge[1])] if by_moment else [edge]
        moments += by_moment
    spreads = [duration**2 for duration in network.durations]
    plain = Analysis(network, spreads)
    longer = Analysis(
        Network.of([*network.durations, *[0] * (moments - size)], [*network.not_before, *[0] * (moments - size)], led),
        spreads,
    )
    assert longer.free_slacks == plain.free_slacks
    assert longer.slacks[:size] == plain.slacks
    assert longer.finish_p80 == plain.finish_p80
    assert longer.critical_path == plain.critical_path


@given(
    st.integers(1, 8).flatmap(
        lambda size: st.tuples(
            st.just(size), st.lists(st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)), max_size=20)
        )
    )
)
@settings(max_examples=examples(200))
def test_closing_edges(case):
    """An edge closes a cycle when the edges kept before it lead back; with the rest a network is in order."""
    size, edges = case
    kept, closing = [], set()
    for index, (first, second) in enumerate(edges):
        reached = {second}
        for _ in range(size):
            reached |= {after for before, after in kept if before in reached}
        if first in reached:
            closing.add(index)
        else:
            kept.append((first, second))
    assert closing_edges(size, edges) == closing
    assert Network.of([0] * size, [0] * size, edges).has_cycle == bool(closing)
    order = list(Network.of([0] * size, [0] * size, kept).order)
    assert sorted(order) == list(range(size))
    assert all(order.index(first) < order.index(second) for first, second in kept)
