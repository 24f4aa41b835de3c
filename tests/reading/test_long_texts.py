"""Whole texts with one thing in them again and again: reading takes time linear in the text."""

import time

import pytest

from mkdocs_planplugin.reading import read

BOXES = "\n\n- [ ] a\n"


def seconds(text):
    """How much of the processor's time it takes to weigh a text, and to read it as a plan."""
    start = time.process_time()
    read(text)
    read(text, is_plan=True)
    return time.process_time() - start


@pytest.mark.parametrize(
    "text",
    [
        f"# {'a' * 12_000}{BOXES}",
        f"# {'1' * 12_000}{BOXES}",
        f"# {'a-' * 6_000}{BOXES}",
        f"# {'a -> ' * 2_400}{BOXES}",
        f"# {'a -> b, ' * 1_500}{BOXES}",
        f"# Plan{BOXES}\n## Risks\n\n" + "### Rain\n\nIt may fall.\n\n" * 900,
        f"# Plan{BOXES}\n## Risks\n\n" + "**Rain**\n\n**Mitigation:** tent\n\n" * 400,
        "# Plan\n\n" + "## Tasks\n\n| a | b |\n|-|-|\n| 1 | 2 |\n\n" * 350,
        "# Plan\n\n" + "## Monday\n\n**Tasks:**\n\n- a\n\n" * 400,
    ],
    ids=lambda text: text[:40].replace("\n", " "),
)
def test_repeated_pieces_take_linear_time(text):
    """Ten to twenty thousand characters take a second or so; what grows with the square takes many."""
    assert min(seconds(text) for _ in range(2)) < 3
