# Authors keep plans together: in a folder `plans`, in files called `ROADMAP.md` or `api-migration-plan.md`. Where a
# page lies is a sign like its title.
"""What the path of a page says about it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from .patterns import when_used
from .profiles import OTHER_TITLES, PLAN_TITLES, TEMPLATE_PLACES, WORK_TITLES, alternatives, phrase_finder, phrase_set
from .remembered import remembered

_PLAN = phrase_finder(lambda profile: profile.detection.plan_places)
_OTHER_FILE = phrase_set(lambda profile: profile.detection.other_files)
_OTHER = phrase_finder(lambda profile: profile.detection.other_places)
_FIXED = phrase_set(lambda profile: profile.detection.fixed_names)
_COMMANDS = phrase_set(lambda profile: profile.detection.command_folders)
_THINGS = phrase_set(lambda profile: profile.detection.things)
# Behind a word in a longer name, but not `for`, `list` and the like: `Tasks for the shed`.
_NO_NAME = "|".join(
    (
        alternatives(lambda profile: profile.detection.plan_for),
        alternatives(lambda profile: profile.detection.plan_of),
        alternatives(lambda profile: profile.detection.list_of_things),
    )
)
_NEXT_WORD = when_used(rf" (?!(?:{_NO_NAME})\b)[^\W\d_]{{2}}")
_TRIAL = phrase_set(lambda profile: profile.detection.trial_folders)
# Between two words of a name: `api_migration-plan`, `ApiMigrationPlan`, `phase2`.
_BETWEEN_WORDS = when_used(r"[\W_]+|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])|(?<=[a-z])(?=[A-Z])")


class Place(Struct, frozen=True):
    """What the names of a file and of its folders say about it.

    `plan_folder` is a word for plans in the name of a folder, `plan_file` what calls the file one. `says_plan` says
    that there is such a word in a folder, or in the name of the file, unless that names another kind of document.
    `other` is a word for other documents in one of the names; `is_other_kind` says that the file, or the folder that it
    lies in, is called one. `commands` is the name of that folder if what lies in such folders tells somebody what to
    do, whatever it is called: `commands/create-plan.md`. `fixed` is a name that tools use for something else.
    `words_of_file` is the name of the file as words.
    """

    plan_folder: str = ""
    plan_file: str = ""
    says_plan: bool = False
    is_other_kind: bool = False
    other_file: str = ""
    is_other_file: bool = False
    is_trial: bool = False
    other: str = ""
    is_template: bool = False
    commands: str = ""
    fixed: str = ""
    words_of_file: str = ""


class _Name(Struct, frozen=True):
    """What a single name of a path says."""

    words: str
    plan: str
    other: str
    other_kind: str
    called_plan: str
    is_other_file: bool
    is_trial: bool
    is_template: bool
    is_of_templates: bool  # `plan_templates`, but not `TemplateBrowser`, `012_new_template`
    commands: str
    fixed: str

    @property
    def is_other_kind(self) -> bool:
        return bool(self.other_kind)


def read_place(path: str) -> Place:
    """What a path says, with its folders; nothing for an empty path."""
    *folders, file = (_read_name(name) for name in path.removesuffix(".md").split("/"))
    plan_folder = next((folder.plan for folder in folders if folder.plan), "")
    return Place(
        plan_folder,
        "" if file.is_other_kind else file.called_plan,
        bool(plan_folder or file.plan) and not file.is_other_kind,
        file.is_other_kind or any(folder.is_other_kind for folder in folders[-1:]),
        file.other_kind,
        file.is_other_file,
        any(folder.is_trial for folder in folders),
        next((name.other for name in (*folders, file) if name.other), ""),
        file.is_template or any(folder.is_of_templates for folder in folders),
        folders[-1].commands if folders else "",
        file.fixed or _fixed_folder(folders),
        file.words,
    )


def _fixed_folder(folders: Sequence[_Name]) -> str:
    """The first name of a folder that tools use for something else, unless a folder of plans is inside it:
    `.claude/plans`."""
    plans_follow = [*(bool(inner.plan) for inner in folders[1:]), False]
    names = (folder.fixed for folder, plans in zip(folders, plans_follow, strict=False) if not plans)
    return next(filter(None, names), "")


def names_things(word: str) -> bool:
    """Whether programs, too, deal with what a word for plans names: `tasks`, `milestones`."""
    return _THINGS.fits(word)


def is_thing(match: re.Match[str]) -> bool:
    """Whether a word at the beginning of a name is what a program deals with, and the name goes on: `Tasks API`."""
    return match.start() == 0 and names_things(match[0]) and _NEXT_WORD.match(match.string, match.end()) is not None


def _called_plan(words: str) -> str:
    """The word for a plan that a name begins or ends with; empty without one."""
    for match in PLAN_TITLES.finditer(words):
        if match.end() == len(words) or (match.start() == 0 and not is_thing(match)):
            return match[0]
    return ""


@remembered(4096)  # a folder is asked for with each of its files
def _read_name(name: str) -> _Name:
    words = " ".join(_BETWEEN_WORDS.split(name)).casefold().strip()
    plan = next((match for match in _PLAN.finditer(words) if not is_thing(match)), None)
    other, other_kind = _OTHER.search(words), OTHER_TITLES.search(words)
    return _Name(
        words,
        plan[0] if plan else "",
        other[0] if other else "",
        "" if WORK_TITLES.is_in(words) or other_kind is None else other_kind[0],
        _called_plan(words),
        _OTHER_FILE.fits(words),
        _TRIAL.fits(words),
        TEMPLATE_PLACES.is_in(words),
        not words[:1].isdecimal() and any(match.end() == len(words) for match in TEMPLATE_PLACES.finditer(words)),
        words if _COMMANDS.fits(words) else "",
        words if _FIXED.fits(words) else "",
    )
