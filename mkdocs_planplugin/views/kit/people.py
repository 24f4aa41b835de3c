"""How people are called where there is little room."""

from __future__ import annotations


def initials(name: str) -> str:
    """`ML` of Mairi Lund, `AN` of ana."""
    words = [word for word in name.split() if word[0].isalnum()] or [name]
    if len(words) == 1:
        return words[0][:2].upper()
    return f"{words[0][0]}{words[-1][0]}".upper()
