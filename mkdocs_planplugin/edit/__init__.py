# Changes that a reader makes by a click: bytes in, bytes out. Who may change what, and over which server a change
# comes, is the business of `plugin/`. To refuse a change means to raise `RefusedError`; the file is then as it was.
"""Changing one mark or one status in the file of a plan, and nothing else."""

from .boxes import box_fingerprints, next_state, states_by_line, tick
from .change import Change, undone
from .refusal import RefusedError
from .status import set_status, status_fingerprint, status_words
from .writing import file_within, replace_content

__all__ = [
    "Change",
    "RefusedError",
    "box_fingerprints",
    "file_within",
    "next_state",
    "replace_content",
    "set_status",
    "states_by_line",
    "status_fingerprint",
    "status_words",
    "tick",
    "undone",
]
