# A build reads all texts before it renders the first page. An outline is hundreds of small objects, twelve times its
# text; packed it is twice its text, and to pack it and unpack it takes a quarter of the time of making it again.
"""Outlines as bytes, for as long as nobody looks at them."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any

from msgspec import msgpack

from .html_blocks import STARTS
from .outline import Outline

_ENDS = {end.pattern.pattern: end.pattern for _, end in STARTS if end.pattern is not None}


def _written(pattern: re.Pattern[str]) -> str:
    return pattern.pattern


def _read(_type: type, pattern: str) -> Any:  # noqa: ANN401 (as msgspec declares it)
    return _ENDS[pattern]


_ENCODER = msgpack.Encoder(enc_hook=_written)
_DECODER = msgpack.Decoder(Outline, dec_hook=_read)


def packed(outline: Outline) -> bytes | None:
    """An outline for `unpacked`; `None` where its text holds halves of characters, which no bytes stand for, or where
    it is nested too deeply for what is left of Python's stack."""
    with suppress(UnicodeEncodeError, RecursionError):
        return _ENCODER.encode(outline)
    return None


def unpacked(outline: bytes) -> Outline | None:
    """The outline again, in which `open_fence` is a copy; `None` where it is nested too deeply for what is left of
    Python's stack."""
    with suppress(RecursionError):
        return _DECODER.decode(outline)
    return None
