# Each concept that pages, data and options have in common, once: a new status, level, view or register is a record
# here. Values and words only: what is computed or drawn with them is the business of the other rooms.
"""The concepts of plans with their words, signs, names and order."""

from .assumptions import assumption_text
from .blocking import causes, said_of_blocking
from .dates import date_words, month_name
from .findings import FINDINGS, FindingKind
from .labels import (
    LEVEL_LABELS,
    OUTSIDE_LABEL,
    PHASE_STATE_LABELS,
    SEVERITY_LABELS,
    STATE_LABELS,
    STATUS_LABELS,
    Label,
    Tone,
)
from .lateness import STALE_AFTER, slip_sign, slip_words
from .not_counted import not_counted_sentence
from .risks import HIGH_SCORE, LEAST_SCORES, risk_level, score_level
from .sentences import (
    Name,
    Names,
    Sentence,
    names_of,
    pieces,
    plain,
    plan_name,
    risk_name,
    say,
    say_number,
    team_of,
    work_name,
)
from .verdicts import IN_TROUBLE, LATE_DAYS, LATE_PERCENT, RISKY_SCORE, SPARE_DAYS, VERDICT_LABELS, Verdict
from .views import (
    INDEX,
    MARKER_KEYS,
    PLAN_MARKERS,
    PLAN_VIEWS,
    PORTFOLIO,
    REGISTERS,
    SITE_VIEWS,
    PlanView,
    SiteView,
    place_of,
    view_at,
)

__all__ = [
    "FINDINGS",
    "HIGH_SCORE",
    "INDEX",
    "IN_TROUBLE",
    "LATE_DAYS",
    "LATE_PERCENT",
    "LEAST_SCORES",
    "LEVEL_LABELS",
    "MARKER_KEYS",
    "OUTSIDE_LABEL",
    "PHASE_STATE_LABELS",
    "PLAN_MARKERS",
    "PLAN_VIEWS",
    "PORTFOLIO",
    "REGISTERS",
    "RISKY_SCORE",
    "SEVERITY_LABELS",
    "SITE_VIEWS",
    "SPARE_DAYS",
    "STALE_AFTER",
    "STATE_LABELS",
    "STATUS_LABELS",
    "VERDICT_LABELS",
    "FindingKind",
    "Label",
    "Name",
    "Names",
    "PlanView",
    "Sentence",
    "SiteView",
    "Tone",
    "Verdict",
    "assumption_text",
    "causes",
    "date_words",
    "month_name",
    "names_of",
    "not_counted_sentence",
    "pieces",
    "place_of",
    "plain",
    "plan_name",
    "risk_level",
    "risk_name",
    "said_of_blocking",
    "say",
    "say_number",
    "score_level",
    "slip_sign",
    "slip_words",
    "team_of",
    "view_at",
    "work_name",
]
