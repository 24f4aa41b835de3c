# What a profile may hold. A profile is one file of this folder: the words of a dialect of plans (this format's own, an
# ExecPlan, a list of spec-kit, ...) or of a language. A word is added in the file that it belongs to and nowhere else.
"""The records that profiles are made of.

Every text here is a list of phrases with commas between them, in small letters and without signs, as `label_key` makes
them. Where a field says "patterns", a phrase may use the signs that `phrases` explains. A mapping gives for each
meaning its phrases; no phrase may have two meanings in one table of all profiles together.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from mkdocs_planplugin.model import Level, RiskState, State

Phrases = str
# What boxes are: tasks, criteria of a phase or a task, the Definition of Done, or beside all that.
Role = Literal["work", "criteria", "final", "aside"]
SectionKind = Literal[
    "discovery", "phases", "risks", "resources", "communication", "definition_of_done", "rollback", "timeline",
    "metrics", "notes", "history", "decisions", "aside", "other_view",
]  # fmt: skip
# What a word says about where work stands, such as `put_off`. Which there are, and what each means for a plan, a task
# and a heading, is one table in `values.statuses`.
Standing = str
TimeUnit = Literal["minute", "hour", "day", "week", "fortnight", "month"]
ReferenceMeaning = Literal["task", "phase", "stage", "lead", "until", "of", "elsewhere", "not", "and", "to", "filler"]


class Recognition(Struct, frozen=True, kw_only=True):
    """How a dialect is told: a document has sections of at least so many of these kinds."""

    sections: frozenset[SectionKind]
    at_least: int


class HeadingWords(Struct, frozen=True, kw_only=True):
    """Words that headings are understood by."""

    phase_words: Phrases = ""  # `Phase 1: Build`
    before_phase: Phrases = ""  # may stand before such a word: `Implementation Phase 1`
    stage_words: Phrases = ""  # of these, those that only plans have: a part, a step, a day may be a chapter
    step_words: Phrases = ""  # make phases only where no other word does, and tasks where they have attributes
    task_words: Phrases = ""  # `Task 1.1: Dig`
    changes: Phrases = ""  # in brackets before the file that changes: `[NEW] a.py`
    part_words: Phrases = ""  # with a number they name a part of the work, if no phase: `Feature 2`
    no_parts: Phrases = ""  # with a number they name no part of the work: `Option 2`
    version_words: Phrases = ""  # the same with the number of a version: `v1.2: Search`
    counters: Phrases = ""  # glued to the number before them: `第1フェーズ`
    glued_words: Phrases = ""  # glued to the number behind them: `阶段一`
    numerals: str = ""  # characters of such numbers, from one to ten
    circled: str = ""  # characters that are numbers in a circle, from one upwards
    short_words: Phrases = ""  # single letters before a number: `M1: Mast`
    quarter_letters: Phrases = ""  # the same before that of a quarter: `Q1: Mast`
    term_letters: Phrases = ""  # the same of parts of a year, only where a year follows: `H1 2026`
    phase_named: Phrases = ""  # words for a phase whose name is the word behind them: `Fase académica`
    phase_of: Phrases = ""  # between the word for a phase and its name: `Phase de conception`
    compounds: Phrases = ""  # the word for a phase at the end of its name: `Bauphase`
    releases: Phrases = ""  # patterns of whole headings: how far a product is, phases where several stand together
    zero: Phrases = ""
    last_words: Phrases = ""  # instead of a number, beside phases with numbers: `Final phase`, `Fase final`
    number_words: tuple[Phrases, ...] = ()  # from one upwards, behind the word: `Phase Two`
    ordinal_words: tuple[Phrases, ...] = ()  # from the first upwards, on either side of it: `Second phase`
    number_endings: Phrases = ""  # glued to a number before the word: `2nd phase`
    risk_words: Phrases = ""  # `Risk 1: It rains`
    risk_items: Phrases = ""  # the same, but only behind a state: `Closed items`
    # What a section is about, by the longest phrase that its heading begins with.
    sections: Mapping[SectionKind, Phrases] = {}
    # After a phrase of one word a heading may go on with these: `Risks and Mitigations`, not `Research Platform`.
    joining_words: Phrases = ""
    risk_sections: Phrases = ""  # patterns of whole headings
    risk_lists: Phrases = ""  # patterns of those that name risks and nothing else: `Known risks`
    risk_answers: Phrases = ""  # patterns of those that name only what is done about risks: `Risk mitigation`
    measures: Phrases = ""  # words with which a box below risks begins that is something to do: `Ask the pilot`
    risk_levels: Mapping[Level, Phrases] = {}  # patterns: `High Priority Risks`
    no_risks: Phrases = ""  # patterns of whole texts: there are none
    one_risk: Phrases = ""  # patterns of whole headings above a paragraph that tells one risk: `Primary Risk`
    risks_addressed: Phrases = ""  # patterns anywhere: a section of risks that only says what was done about them
    answers: Phrases = ""  # patterns anywhere: headings in a section of risks that name what is done about them
    other_views: Phrases = ""  # patterns anywhere: beside phases that hold the work, only another view of it
    repeats: Phrases = ""  # words that a second heading of a phase may add to its name
    title_prefixes: Phrases = ""  # before the name in a plan's title: `Implementation Plan: Search`


class LabelWords(Struct, frozen=True, kw_only=True):
    """Labels (`**Status:** Draft`) and columns of tables."""

    header: Mapping[str, Phrases] = {}  # of the plan's header
    header_sections: Phrases = ""  # patterns of whole headings: the header stands below them
    footer: Mapping[str, Phrases] = {}  # of the plan's last section
    task: Mapping[str, Phrases] = {}  # of a task
    task_names: Phrases = ""  # what a task is called, where its heading has only a number
    blocking: Mapping[str, Phrases] = {}  # attributes that say why a task is blocked
    task_table: Mapping[str, Phrases] = {}  # columns of a table of tasks, besides these
    phase_focus: Phrases = ""  # columns of tasks that beside numbered phases say what each of these is about
    phase: Mapping[str, Phrases] = {}  # of a phase
    rationale: Phrases = ""  # patterns: why a phase comes when it does
    section: Mapping[str, Phrases] = {}  # inside the format's other sections
    updates: Phrases = ""  # how stakeholders are told
    risk: Mapping[str, Phrases] = {}  # of a risk, and columns of a table of risks
    timeline: Mapping[str, Phrases] = {}  # columns of the Timeline Summary
    history: Mapping[str, Phrases] = {}  # columns of the version history
    totals: Phrases = ""  # patterns: the row of a table that sums up the others
    question: Phrases = ""  # before the text of an open question: `Q1: ...`
    others: Phrases = ""  # labels of other things, which are like one of these and no misspelling of it


class RoleWords(Struct, frozen=True, kw_only=True):
    """What the boxes under a label, an item or a heading are. The rules that weigh these names: `work.roles`."""

    criteria: Phrases = ""  # patterns anywhere: what must hold, never what is to be done
    checks: Phrases = ""  # patterns of whole names that mean the same
    check_adjectives: Phrases = ""  # patterns: before such a name
    check_nouns: Phrases = ""  # patterns: behind it
    checklists: Phrases = ""  # patterns anywhere: what must hold, where other boxes are the work
    deliverables: Phrases = ""  # patterns anywhere: the same
    goals: Phrases = ""  # patterns of whole names: what is to be reached, where other boxes are the work
    tried_by_hand: Phrases = ""  # patterns of whole headings: what is tried, a checklist where other boxes are the work
    before: Phrases = ""  # patterns of whole names: what has to be so before something, behind the work the same
    behind: Phrases = ""  # patterns of whole names: beside these, such a name is one of parts of time
    scopes: Phrases = ""  # patterns of whole names: what a phase comprises, its work where nothing else is told
    aside: Phrases = ""  # patterns anywhere: neither work nor what must hold
    aside_names: Phrases = ""  # patterns of whole names that mean the same
    beside: Phrases = ""  # patterns anywhere: what is said of a phase besides its work
    orders: Phrases = ""  # a heading that begins with one says what is to be done, whatever follows: `Add examples`
    repeated: Phrases = ""  # patterns anywhere: lists that are gone through again and again, which are aside, too
    work_names: Phrases = ""  # patterns anywhere: a checklist called so may be the work itself
    final_names: Phrases = ""  # patterns anywhere: a checklist called so is one for the end
    entry_names: Phrases = ""  # patterns anywhere: what must hold before the work begins
    subtasks: Phrases = ""  # anywhere in the name of a list: numbered items in it that hold others are tasks, no phases
    task_lists: Phrases = ""  # patterns of whole headings that hold nothing but work
    criteria_codes: Phrases = ""  # with a number they count criteria: `AC-1: It floats`
    gates: Phrases = ""  # with a number they stand behind one part of the work: `Gate 2`
    milestones: Phrases = ""  # patterns of whole headings: lists of what is reached, where other boxes are the work
    work: Phrases = ""  # labels, whole, under which a phase lists its work
    work_patterns: Phrases = ""
    ways: Phrases = ""  # patterns of whole headings: a list with numbers below them is the work
    horizons: Phrases = ""  # patterns of whole headings: how soon or how urgent what stands below them is
    files: Phrases = ""  # patterns: lists of files, which are no work even with boxes
    explains: Phrases = ""  # behind a mark they say what it means: `[P] indicates parallel work`


class DetectionWords(Struct, frozen=True, kw_only=True):
    """Words that tell plans from other pages. What each sign weighs stands in `weights`.

    Names of files and folders are compared as words: `API_Migration-plan` is `api migration plan`.
    """

    plan_titles: Phrases = ""  # patterns anywhere in the title: it is called a plan
    list_titles: Phrases = ""  # patterns anywhere in the title: it is a list of work
    neutral_titles: Phrases = ""  # patterns of whole titles that say nothing of the page
    things: Phrases = ""  # such words that programs deal with: `Tasks API` is a name
    # Words beside such a word that say whose work it is, or that it is still to do: `My tasks`, `Remaining tasks`.
    own_work: Phrases = ""
    list_of_things: Phrases = ""  # but `Todo list` is none
    plan_for: Phrases = ""  # before what is planned: `Plan for the shed`
    plan_of: Phrases = ""  # what else may follow such a word: `Roadmap Q3`
    plan_words: Phrases = ""  # patterns anywhere in the title: it speaks of planned work
    plan_places: Phrases = ""  # patterns anywhere in the name of a file or folder: plans lie there
    other_titles: Phrases = ""  # patterns anywhere in the title: another kind of document
    # Patterns of such words that a list of work may be called: `Project Status`.
    tracker_titles: Phrases = ""
    work_titles: Phrases = ""  # patterns anywhere in such a title: work all the same (`Migration checklist`)
    change_verbs: Phrases = ""  # a title that begins with one says what is done, not what kind of document it is
    pieces_of_work: Phrases = ""  # patterns of the first part of a title, before a colon, that does so: `Epic: Reports`
    other_places: Phrases = ""  # patterns anywhere in the name of a file or folder: other documents lie there
    other_files: Phrases = ""  # patterns of whole names of files: plans are not called so
    stories: Phrases = ""  # beginnings of what a user wants
    wishes: Phrases = ""  # what has to follow them: `As a cook, I want a pan`
    command_folders: Phrases = ""  # what lies in them tells somebody what to do: commands of tools, prompts
    fixed_names: Phrases = ""  # patterns of whole names of files and folders that tools know as something else
    form_keys: Phrases = ""  # in the front matter: all of them make it a form for issues
    prompt_keys: Phrases = ""  # in the front matter: each of them makes it a command for an assistant
    trial_folders: Phrases = ""  # patterns of whole names of folders: what lies there is only to try something
    # Patterns anywhere in the name of a file or folder, or in the title: the page is to be copied.
    template_places: Phrases = ""
    plan_sections: Phrases = ""  # headings of plans, beside the sections of the format
    form_sections: Phrases = ""  # headings by which this form of plans is known, some of them together
    form_labels: Phrases = ""  # the same of labels in the header
    work_sections: Phrases = ""  # headings of lists of work
    readme_sections: Phrases = ""  # headings of what stands at the top of a project
    other_sections: Phrases = ""  # headings that only other kinds of documents have
    report_sections: Phrases = ""  # patterns of headings that tell of finished work
    repeated_use: Phrases = ""  # patterns of names above boxes that are gone through again and again
    work_columns: Phrases = ""  # patterns anywhere in the head of a column: its cells are pieces of work
    state_columns: Phrases = ""  # patterns of whole heads: where a piece of work stands, whose it is, when it is due
    report_labels: Phrases = ""  # labels that only such a report has: `Before`, `Verified by`
    address: Phrases = ""  # words by which a text speaks to its reader
    work_words: Phrases = ""  # a text with none of these, no box and no numbered phase holds no work


class StateWords(Struct, frozen=True, kw_only=True):
    """Where plans, phases and tasks stand, and how likely, bad or urgent things are."""

    words: Mapping[Standing, Phrases] = {}
    not_yet: Phrases = ""  # before such a word they take it back: `to be completed`
    said_of_things: Phrases = ""  # before such a word they speak of what stands before: `the API is complete`
    subjects: Phrases = ""  # what is the plan itself all the same: `work is under way`
    almost: Phrases = ""  # before such a word they say that it is so in part: `almost complete`
    rest: Phrases = ""  # what is said of the part that is left: `Phase 2 remaining`
    whole: Phrases = ""  # before the name of a part they speak of all of it: `all phases complete`
    signs: Mapping[Standing, str] = {}  # one character each
    box_marks: Mapping[State, str] = {}  # the character between the brackets of a box
    ballots: str = ""  # signs that are boxes without brackets, wherever an item begins with one
    marks_in_groups: Mapping[State, str] = {}  # the same where numbered boxes group others
    yes: Phrases = ""  # what a column of ticks may say instead
    no: Phrases = ""
    ratings: Phrases = ""  # how it goes, or what came of a test, which is not how far it is: `Green`, `PASS`
    heading_signs: str = ""  # signs that are no part of a phase's name
    title_signs: str = ""  # signs at the edge of a task's title that are no part of it
    capitals: Phrases = ""  # words that hardly say anything but a state, also in capitals at the end of a heading
    risks: Mapping[RiskState, Phrases] = {}  # where risks stand
    levels: Mapping[Level, Phrases] = {}
    level_signs: Mapping[Level, str] = {}
    between_levels: Phrases = ""  # `Medium to High`
    after_level: Phrases = ""  # patterns: a word is a level only where nothing follows but a sign or these


class DateWords(Struct, frozen=True, kw_only=True):
    """How dates, and what is counted from a plan's start, are written."""

    months: tuple[Phrases, ...] = ()  # names and short forms of January to December
    weekdays: Phrases = ""
    before: Phrases = ""  # before a date: `around 12 March 2026`
    due_by: Phrases = ""  # the same, where something has to be done by then: `by 12 March 2026`
    signs_before: Mapping[str, str] = {}  # what a sign says of the day behind it: `📅 2026-03-12`
    month_word: Phrases = ""  # before the number of a month: `12 tháng 4 năm 2026`
    year_word: Phrases = ""  # before the year there
    articles: Phrases = ""  # between those and the day: `by the 12th of March`
    ordinals: Phrases = ""  # glued to the day: `12th March 2026`
    of: Phrases = ""  # `12 de marzo de 2026`
    week_of: Phrases = ""  # `Week of 7 December`
    end_of: Phrases = ""  # `end of March 2026`
    calendar_weeks: Phrases = ""  # `CW 12 2026`
    to: Phrases = ""  # between the two ends of a range of dates, weeks or days
    positions: Mapping[TimeUnit, Phrases] = {}  # before a number: `Week 3`
    before_position: Phrases = ""  # patterns: `Timeline: Week 3`


class LengthWords(Struct, frozen=True, kw_only=True):
    """How lengths of time are written."""

    units: Mapping[TimeUnit, Phrases] = {}
    numbers: Mapping[float, Phrases] = {}  # in words
    number_signs: Mapping[float, str] = {}  # one character each
    and_a_half: Phrases = ""  # after a number or its unit
    workers: Phrases = ""  # between a number and its unit: `2 person-days`
    between: Phrases = ""  # the ends of a range: `2 to 3 days`
    plus: Phrases = ""  # before a smaller amount that adds to it: `1 day and 4 hours`
    up_to: Phrases = ""  # before a length that may be shorter
    about: Phrases = ""  # before a length, without a meaning of its own
    about_behind: Phrases = ""  # glued behind a length
    per: Phrases = ""  # makes it a rate: `2 days per sprint`
    other_units: Phrases = ""  # that are no working time: `2 sprints`
    clock: Phrases = ""  # behind a number they make it a time of day: `9 am`
    measures: Phrases = ""  # what stands behind a number that is no time: `5 points`
    vague: Phrases = ""  # before a unit they are no number: `few days`
    no_length: Phrases = ""  # patterns of what follows a point in time: `2 days after`
    sizes: Phrases = ""  # before a length in parentheses: `Medium (2-3 days)`
    counted: Phrases = ""  # with a number they say when, and a length may follow: `Day 9 - 4 hours`
    estimate_labels: Phrases = ""  # after these anything is an estimate: `Effort: M`
    time_labels: Phrases = ""  # after these only a length of time
    after_in_heading: Phrases = ""  # what may follow a length at the end of a heading: `(3 days total)`
    in_placeholders: Phrases = ""  # patterns: `[X hours]` stands for an estimate


class ReferenceWords(Struct, frozen=True, kw_only=True):
    """How it is said what something waits for."""

    words: Mapping[ReferenceMeaning, Phrases] = {}
    nothing: Phrases = ""  # "None"
    nothing_alone: Phrases = ""  # the same, but only where no word follows
    but: Phrases = ""  # `None except Task 1.1`
    all_before: Phrases = ""  # patterns of whole values: every task before this one
    said_of_tasks: Phrases = ""  # what may follow a bare number that names a task: `1.1 is done`
    sentence: Phrases = ""  # patterns: a sentence that begins so says what is waited for
    in_parentheses: Phrases = ""  # patterns: the same in parentheses behind a title
    part_of: Phrases = ""  # `Task 2.1 of [the other plan](other.md)`
    list_words: Phrases = ""  # between the items of such a list
    parallel: Phrases = ""  # in parentheses at a task, which then does not wait for the one before: `(parallel)`
    parallel_marks: Phrases = ""  # the same in square brackets: `[P]`
    lag_before: Phrases = ""  # behind a length of time: `2 days after Task 1.1`
    finish_to_start: Phrases = ""  # the kind of link of a scheduler, in capitals behind a number: `2FS`
    other_links: Phrases = ""  # its other kinds: `2SS`
    days_of_lags: Phrases = ""  # the letter for days that only lags have: `2AA+3T`


class PeopleWords(Struct, frozen=True, kw_only=True):
    """How it is said who does something."""

    between: Phrases = ""  # two names: `Ana and Ben`
    talked_of: Phrases = ""  # before a name that is no owner: `Ask @ana`, `Meet with @ana`
    nobody: Phrases = ""  # in place of a name: nobody, nobody yet, or everybody


class PlaceholderWords(Struct, frozen=True, kw_only=True):
    """What stands where nobody has filled in a value yet."""

    unknown: Phrases = ""  # "to be determined"
    orders: Phrases = ""  # "fill in": nobody's answer
    choices: tuple[Phrases, ...] = ()  # sets of words of which one is chosen
    legends: Phrases = ""  # in a label they say that choices are explained behind it: `Status values`
    marks: Phrases = ""  # words in brackets that are there on purpose: `[optional]`
    stand_ins: Phrases = ""  # with a number and nothing else they stand for a name: `Task 1`
    nameless: Phrases = ""  # patterns of whole titles that stand for a name: `Project Name`


class Profile(Struct, frozen=True, kw_only=True):
    """All words of one dialect or language. `recognised_by` tells the documents that are called by its name."""

    name: str
    recognised_by: Recognition | None = None
    headings: HeadingWords = HeadingWords()
    labels: LabelWords = LabelWords()
    roles: RoleWords = RoleWords()
    detection: DetectionWords = DetectionWords()
    states: StateWords = StateWords()
    dates: DateWords = DateWords()
    lengths: LengthWords = LengthWords()
    references: ReferenceWords = ReferenceWords()
    people: PeopleWords = PeopleWords()
    placeholders: PlaceholderWords = PlaceholderWords()
