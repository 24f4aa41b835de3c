# Each concept that pages, data and options have in common, once: a new status, level, view or register is a record
# here. Values and words only: what is computed or drawn with them is the business of the other rooms.
"""The concepts of plans with their words, signs, names and order."""

from .assumptions import assumption_text
from .baselines import WrongBaselineError, read_baseline
from .check_policy import CHECKS_SCHEMA, CheckPolicy, UnknownCheckError, codes_of, read_check_levels
from .dates import date_words, month_name
from .findings import FINDING_GROUPS, FINDINGS, FindingKind
from .glyphs import Glyph
from .labels import (
    LEVEL_LABELS,
    OUTSIDE_LABEL,
    PHASE_STATE_LABELS,
    READY_LABEL,
    RISK_STATE_LABELS,
    SEVERITY_LABELS,
    STATE_LABELS,
    STATUS_LABELS,
    WAITING_LABEL,
    Label,
    Tone,
)
from .lateness import STALE_AFTER
from .not_counted import not_counted_sentence
from .people import owners, spellings
from .risks import HIGH_SCORE, risk_level, score_level
from .sentences import (
    Name,
    Names,
    Sentence,
    names_of,
    pieces,
    plan_name,
    promised_words,
    risk_name,
    say,
    say_number,
    sentence_text,
    shortened_english,
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
    "CHECKS_SCHEMA",
    "FINDINGS",
    "FINDING_GROUPS",
    "HIGH_SCORE",
    "INDEX",
    "IN_TROUBLE",
    "LATE_DAYS",
    "LATE_PERCENT",
    "LEVEL_LABELS",
    "MARKER_KEYS",
    "OUTSIDE_LABEL",
    "PHASE_STATE_LABELS",
    "PLAN_MARKERS",
    "PLAN_VIEWS",
    "PORTFOLIO",
    "READY_LABEL",
    "REGISTERS",
    "RISKY_SCORE",
    "RISK_STATE_LABELS",
    "SEVERITY_LABELS",
    "SITE_VIEWS",
    "SPARE_DAYS",
    "STALE_AFTER",
    "STATE_LABELS",
    "STATUS_LABELS",
    "VERDICT_LABELS",
    "WAITING_LABEL",
    "CheckPolicy",
    "FindingKind",
    "Glyph",
    "Label",
    "Name",
    "Names",
    "PlanView",
    "Sentence",
    "SiteView",
    "Tone",
    "UnknownCheckError",
    "Verdict",
    "WrongBaselineError",
    "assumption_text",
    "codes_of",
    "date_words",
    "month_name",
    "names_of",
    "not_counted_sentence",
    "owners",
    "pieces",
    "place_of",
    "plan_name",
    "promised_words",
    "read_baseline",
    "read_check_levels",
    "risk_level",
    "risk_name",
    "say",
    "say_number",
    "score_level",
    "sentence_text",
    "shortened_english",
    "spellings",
    "team_of",
    "view_at",
    "work_name",
]
