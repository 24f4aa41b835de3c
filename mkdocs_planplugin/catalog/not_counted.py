"""The sentences that say what an expected finish leaves out."""

from __future__ import annotations

import datetime as dt

from mkdocs_planplugin.model import NotCounted, NotCountedKind

from .sentences import Names, Sentence, names_of, plan_name, say, say_number, team_of

# Where a date is shown, this many omissions are named beside it, the most harmful first.
MOST_OMISSIONS = 3


def not_counted_sentence(omission: NotCounted) -> Sentence:
    """What is left out, as a clause without a full stop."""
    works, number = names_of(omission.works), len(omission.works)
    day = omission.day or dt.date.max
    match omission.kind:
        case NotCountedKind.BLOCKED:
            return say_number(
                number,
                "{names} is blocked, and nobody has said until when",
                "{names} are blocked, and nobody has said until when",
                names=works,
            )
        case NotCountedKind.STILL_BLOCKED:
            return _still_blocked(omission, works, day)
        case NotCountedKind.PLAN if omission.plan:
            return say("{names} waits for {plan}", names=works, plan=plan_name(omission.plan))
        case NotCountedKind.NO_ESTIMATE:
            return say_number(number, "{names} has no estimate", "{names} have no estimate", names=works)
        case NotCountedKind.AT_ONCE:
            return say("{person} has {names} at once on {day}", person=omission.person, names=works, day=day)
        case _:
            promises = omission.promises
            words = [say("{team} ({day})", team=team_of(promise), day=promise.date or day) for promise in promises]
            return say_number(
                len(promises),
                "{promises} promises what no task waits for",
                "{promises} promise what no task waits for",
                promises=Names(tuple(words)),
            )


def _still_blocked(omission: NotCounted, works: Names, day: dt.date) -> Sentence:
    if omission.promises:
        team = team_of(omission.promises[0])
        return say("{names} is still blocked ({team} had promised {day})", names=works, team=team, day=day)
    return say("{names} is still blocked, which was to end on {day}", names=works, day=day)
