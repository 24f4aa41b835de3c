# A picture of a plan's progress for pages elsewhere: a README, a wiki, a mail. It is one file without fonts, scripts or
# links, dark on light wherever it is shown. Of the plan's own text it holds only the title, for screen readers.
"""A badge for each plan, as SVG."""

from __future__ import annotations

import re
from html import escape

from mkdocs_planplugin.catalog import Tone
from mkdocs_planplugin.language import _, n_
from mkdocs_planplugin.measure import Count
from mkdocs_planplugin.model import Status
from mkdocs_planplugin.portfolio import Entry

# In pixels: the average width of a character, and the space left and right of a text. `textLength` stretches the text
# to the computed width, whatever the font.
_CHARACTER_WIDTH, _PADDING = 6.1, 7
# The colours of the bar on white, which do not depend on the theme of the page that shows the badge.
_COLORS = {Tone.GOOD: "#1a7f37", Tone.ALARM: "#b3261e", Tone.WARNING: "#b35900"}
_DEFAULT_COLOR = "#3f51b5"
# Characters that XML does not allow.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="20" viewBox="0 0 {width} 20" role="img" \
aria-labelledby="title">
<title id="title">{title}</title>
<rect x=".5" y=".5" width="{inner}" height="19" rx="3" fill="#fff" stroke="#c3c8d1"/>
<path d="M{left} 1V19" stroke="#c3c8d1"/>
<rect x="{bar_x}" y="15" width="{bar}" height="2.5" rx="1.25" fill="#e3e6eb"/>
<rect x="{bar_x}" y="15" width="{done}" height="2.5" rx="1.25" fill="{color}"/>
<g fill="#24292f" font-family="Verdana,DejaVu Sans,sans-serif" font-size="10.5" text-anchor="middle">
<text x="{label_x}" y="14" textLength="{label_width}">{label}</text>
<text x="{words_x}" y="12" textLength="{words_width}">{words}</text>
</g>
</svg>
"""


def plan_badge(entry: Entry) -> bytes:
    """The badge of a plan as SVG: the verdict, and how many of its tasks or phases are done, in words and as a bar."""
    count, status = _count(entry), entry.measures.shown_status
    label, words = _("plan"), _progress_words(entry)
    share = count.done / count.total if count.total else float(status is Status.COMPLETE)
    label_width, words_width = (round(len(text) * _CHARACTER_WIDTH) for text in (label, words))
    left, right = label_width + 2 * _PADDING, words_width + 2 * _PADDING
    width = left + right
    svg = _SVG.format(
        width=width,
        inner=width - 1,
        left=left,
        bar_x=left + _PADDING,
        bar=words_width,
        done=round(words_width * share, 1),
        color=_COLORS.get(entry.health.label.tone, _DEFAULT_COLOR),
        label=escape(label),
        label_x=left / 2,
        label_width=label_width,
        words=escape(words),
        words_x=left + right / 2,
        words_width=words_width,
        title=escape(_NOT_XML.sub("", f"{entry.name}: {words}")),
    )
    return svg.encode()


def _progress_words(entry: Entry) -> str:
    """The verdict, and how many tasks or phases are done."""
    count, verdict = _count(entry), entry.health.label.inline
    if not count.total:
        return verdict
    words = n_("{done} of {n} task", "{done} of {n} tasks", count.total)
    if not entry.measures.shown_progress.tasks.total:
        words = n_("{done} of {n} phase", "{done} of {n} phases", count.total)
    return f"{verdict}, {words.format(done=count.done, n=count.total)}"


def _count(entry: Entry) -> Count:
    """How many tasks are done; where there are none, how many phases."""
    progress = entry.measures.shown_progress
    return progress.tasks if progress.tasks.total else progress.phases
