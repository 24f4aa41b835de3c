# From a file's text to its plan: first the outline (which blocks there are), then one small reader for each section of
# the format, then the value grammars (estimates, dates, levels). No text makes it fail.
"""Markdown text and front matter in, a `Plan` with its findings out."""

from .detection import Verdict
from .outline import Syntax
from .reader import Reading, read
from .values.statuses import read_status

__all__ = ["Reading", "Syntax", "Verdict", "read", "read_status"]
