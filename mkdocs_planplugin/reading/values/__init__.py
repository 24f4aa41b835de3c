# Each module reads one kind of value: a text in, a value out.
"""Dates, lengths, levels, statuses, references, people."""

from .date_ranges import read_days, read_span, read_week_of
from .dates import find_date, read_date
from .estimates import estimate_words, read_estimate, read_hours, split_heading_estimate
from .lags import without_lags
from .lengths import is_time_of_day, read_length
from .levels import read_level
from .nearly import (
    MOST_WORDS_OF_DAY,
    ends_like_length,
    is_day,
    is_like_date,
    is_like_length,
    near_label,
    near_level,
    near_state,
    near_status,
)
from .people import read_people
from .placeholders import count_placeholders, is_placeholder, says_unknown
from .positions import PositionReading, find_position, leading_position, read_position, split_heading_position
from .references import ReferenceIndex, References, is_nothing
from .risks import highest_score, read_factors, read_risk_state, read_score, split_risk_state, state_of_group
from .shares import read_share
from .status_words import is_status_sign, sign_of_status, status_like
from .statuses import (
    STANDING_OF_STATUS,
    box_state,
    is_rating,
    is_state,
    read_heading_state,
    read_remark_state,
    read_state,
    read_status,
)
from .vocabulary import Vocabulary

__all__ = [
    "MOST_WORDS_OF_DAY",
    "STANDING_OF_STATUS",
    "PositionReading",
    "ReferenceIndex",
    "References",
    "Vocabulary",
    "box_state",
    "count_placeholders",
    "ends_like_length",
    "estimate_words",
    "find_date",
    "find_position",
    "highest_score",
    "is_day",
    "is_like_date",
    "is_like_length",
    "is_nothing",
    "is_placeholder",
    "is_rating",
    "is_state",
    "is_status_sign",
    "is_time_of_day",
    "leading_position",
    "near_label",
    "near_level",
    "near_state",
    "near_status",
    "read_date",
    "read_days",
    "read_estimate",
    "read_factors",
    "read_heading_state",
    "read_hours",
    "read_length",
    "read_level",
    "read_people",
    "read_position",
    "read_remark_state",
    "read_risk_state",
    "read_score",
    "read_share",
    "read_span",
    "read_state",
    "read_status",
    "read_week_of",
    "says_unknown",
    "sign_of_status",
    "split_heading_estimate",
    "split_heading_position",
    "split_risk_state",
    "state_of_group",
    "status_like",
    "without_lags",
]
