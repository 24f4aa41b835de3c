"""Outlines as bytes: what is unpacked is what was packed, and takes little room until then."""

import tracemalloc

from hypothesis import example, given
from msgspec import Struct
from test_outline import TEXTS

from mkdocs_planplugin.gfm import ALL_SYNTAX, MAX_DEPTH, Syntax, packed, read_outline, unpacked

OF_EACH_KIND = """\
# Head

Text
===
> quote
> - [x] box
> - [x]

1. one

   | a | b |
   |---|---|
   | c | d |

!!! note
    inside

    code

<pre>
raw
</pre>
<div>
</div>

---
[a]: /b 'c'

~~~ py
never closed
"""


def values(thing):
    """All that a value holds, in plain lists."""
    if isinstance(thing, Struct):
        return [type(thing), *(values(getattr(thing, field)) for field in thing.__struct_fields__)]
    if isinstance(thing, (list, tuple)):
        return [values(each) for each in thing]
    return thing


@given(TEXTS)
@example(OF_EACH_KIND)
def test_what_is_unpacked_is_what_was_packed(text):
    """Whatever the text is, block by block."""
    for syntax in (ALL_SYNTAX, Syntax(footnotes=False, markdown_in_html=True)):
        outline = read_outline(text, syntax, 7)
        assert values(unpacked(packed(outline))) == values(outline)


def test_the_deepest_text_is_packed():
    """However deep an outline can be."""
    outline = read_outline("\n".join(f"{'  ' * level}- a" for level in range(MAX_DEPTH)))
    assert not outline.too_deep
    assert values(unpacked(packed(outline))) == values(outline)


def test_where_python_has_no_room_left_there_is_no_outline():
    """It is made again when the page is rendered."""
    outline = read_outline("\n".join(f"{'  ' * level}- a" for level in range(MAX_DEPTH)))
    kept = packed(outline)

    def deeper(levels, work):
        return work() if levels == 0 else deeper(levels - 1, work)

    assert deeper(700, lambda: packed(outline)) is None
    assert deeper(700, lambda: unpacked(kept)) is None


def test_halves_of_characters_are_not_packed():
    """No bytes stand for them."""
    assert packed(read_outline("a \ud800")) is None


def test_packed_it_takes_a_fifth_of_the_memory():
    """Of a text with many blocks."""
    text = "".join(f"- [ ] **Task {n}:** Dig\n  - **Owner:** Ana\n  - **Estimate:** 2 hours\n\n" for n in range(200))
    tracemalloc.start()
    try:
        outline = read_outline(text)
        whole, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(packed(outline)) < whole / 5
