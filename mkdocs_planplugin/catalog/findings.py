# What every finding means. The command line explains a code with these texts, and the documentation lists them. The
# message with the place and the names is made where the finding is made.
"""The kinds of findings."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from mkdocs_planplugin.model import Severity


class FindingKind(Struct, frozen=True):
    """A kind of finding: its title, why it matters, and how to write it right. `for_readers` says that people who only
    read the plan should see it too, because the plan contradicts itself or will not keep its dates."""

    code: str
    level: Severity
    title: str
    meaning: str
    remedy: str
    for_readers: bool = False


# The kinds by the beginning of their codes, under the names that options and front matter know.
FINDING_GROUPS: Mapping[str, str] = {"text": "PLAN1", "plan": "PLAN2", "links": "PLAN3"}


_KINDS = (
    FindingKind(
        "PLAN101",
        Severity.WARNING,
        "Front matter that cannot be read",
        "The lines between `---` at the top of the file are no valid YAML. MkDocs shows them as text, and nothing in "
        "them counts.",
        "Write each line as `key: value`; put values with a colon or a bracket in quotes.",
    ),
    FindingKind(
        "PLAN102",
        Severity.WARNING,
        "A date that is none, or two",
        "The date is impossible (30 February), or it can be read in two ways (03/04/2026). It does not count.",
        "Write it as year, month and day: `2026-01-31`.",
    ),
    FindingKind(
        "PLAN103",
        Severity.WARNING,
        "A box with an unknown mark",
        "The sign in the box stands for no state. The box counts as open.",
        "Write `[ ]` open, `[x]` done, `[/]` in progress, `[-]` cancelled, `[>]` deferred or `[!]` blocked.",
    ),
    FindingKind(
        "PLAN104",
        Severity.WARNING,
        "A code fence that is never closed",
        "Everything after it is code: tasks and headings below are not read, here and on GitHub.",
        "End it with a line that holds nothing but the characters it begins with.",
    ),
    FindingKind(
        "PLAN105",
        Severity.WARNING,
        "Lists that nest too deep",
        "Beyond this depth the page is left as MkDocs renders it, without views.",
        "Make the nesting flatter.",
    ),
    FindingKind(
        "PLAN106",
        Severity.INFO,
        "Box and status disagree",
        "The box of a task says one thing, its Status another. The box counts.",
        "Tick the box, or change the Status.",
        for_readers=True,
    ),
    FindingKind(
        "PLAN107",
        Severity.WARNING,
        "A marker that shows nothing",
        "The marker names a view, a key or a plan that is not there. Nothing is shown in its place.",
        "Write it as `<!-- plan:timeline plan=plans/auth.md -->`; the message names what is known.",
    ),
    FindingKind(
        "PLAN108",
        Severity.WARNING,
        "A check that is not there",
        "`checks` in the front matter, or a comment `plan:ignore`, names a code, a group or a level that is not known. "
        "It changes nothing.",
        "Write `checks: {PLAN205: off}` in the front matter, or `<!-- plan:ignore PLAN205 -->` at the end of a line.",
    ),
    FindingKind(
        "PLAN110",
        Severity.WARNING,
        "A box that is none",
        "The line is meant to have a box, but is not written so: GitHub shows it as text, and it counts nowhere.",
        "Write `- [ ] ` or `- [x] ` before the text, with the spaces.",
    ),
    FindingKind(
        "PLAN111",
        Severity.INFO,
        "A value that is not read",
        "A label asks for a date, a length or a level, and what stands behind it is none that is known.",
        "Write it in one of the ways that the message shows.",
    ),
    FindingKind(
        "PLAN112",
        Severity.WARNING,
        "A word that is nearly right",
        "The word is like one that is known, but is not it, so it does not count.",
        "Write the word that the message shows.",
    ),
    FindingKind(
        "PLAN115",
        Severity.INFO,
        "A box without words",
        "A task list has a box with nothing behind it. It counts as no task.",
        "Say what is to be done, or take it out.",
    ),
    FindingKind(
        "PLAN116",
        Severity.INFO,
        "Placeholders left to fill in",
        "Words of the template, such as `[Date]` or `Low | Medium | High`, stand where a value belongs. They count as"
        " not written.",
        "Write what is meant, or take the line out.",
    ),
    FindingKind(
        "PLAN117",
        Severity.INFO,
        "A table of tasks that counts nowhere",
        "Its columns do not say where the tasks stand, or the tasks that count are told with boxes elsewhere.",
        "Give the table a column such as Status, Owner, Estimate or Due, or its tasks boxes.",
    ),
    FindingKind(
        "PLAN118",
        Severity.WARNING,
        "A baseline that is none",
        "The front matter asks to compare the plan with something that is neither a date nor the name of a tag.",
        "Write it as `baseline: 2026-01-31` or `baseline: v1.2`.",
    ),
    FindingKind(
        "PLAN119",
        Severity.WARNING,
        "A key that stands twice",
        "The front matter says the same key twice. YAML takes the last one, and the first does not count.",
        "Leave out the one that is not meant.",
    ),
    FindingKind(
        "PLAN201",
        Severity.WARNING,
        "A reference to nothing",
        "A task, a phase or a row waits for something that is not in this plan. That reference is left out.",
        "Name a task or phase of this plan, such as `Task 1.1` or `Phase 1`.",
    ),
    FindingKind(
        "PLAN202",
        Severity.WARNING,
        "A task or phase that waits for itself",
        "Its own name stands among what it waits for. That reference is left out.",
        "Take its own name out of the list.",
    ),
    FindingKind(
        "PLAN203",
        Severity.WARNING,
        "A circle of references",
        "Tasks wait for one another in a circle: none could ever start. The reference that closes it is left out.",
        "Take one of the references out.",
    ),
    FindingKind(
        "PLAN204",
        Severity.WARNING,
        "Two tasks with one id",
        "Something refers to this id, and that means the first of them.",
        "Give the second one an id of its own.",
    ),
    FindingKind(
        "PLAN205",
        Severity.INFO,
        "A phase and its tasks are estimated differently",
        "The heading of the phase gives another length than its tasks together. The tasks are scheduled.",
        "Change the estimate in the heading, or those of the tasks.",
        for_readers=True,
    ),
    FindingKind(
        "PLAN206",
        Severity.WARNING,
        "A total that is no sum",
        "The total of the Timeline Summary is not what its rows add up to.",
        "Write the sum that the message gives, or change a row.",
        for_readers=True,
    ),
    FindingKind(
        "PLAN207",
        Severity.INFO,
        "Planned to end after it is due",
        "As estimated, the work ends after the day it is due, even if nothing slips.",
        "Move the day, shorten the work, or let it start earlier.",
        for_readers=True,
    ),
    FindingKind(
        "PLAN208",
        Severity.INFO,
        "Timeline Summary and heading disagree",
        "The row of a phase gives another length than its heading. The heading counts.",
        "Write the same in both.",
        for_readers=True,
    ),
    FindingKind(
        "PLAN209",
        Severity.INFO,
        "Done before what it waits for",
        "A task is done, and another one that it says it waits for is still open.",
        "Tick that one, too, or take the reference out.",
        for_readers=True,
    ),
    FindingKind(
        "PLAN210",
        Severity.INFO,
        "A team with too few hours",
        "The hours of the team under Resource Requirements are fewer than the work is estimated at.",
        "Give the team more hours, or the work less.",
        for_readers=True,
    ),
    FindingKind(
        "PLAN211",
        Severity.WARNING,
        "Days in the wrong order",
        "A plan was last updated before it was created, or something is due before it is to start.",
        "Correct one of the two days.",
    ),
    FindingKind(
        "PLAN212",
        Severity.INFO,
        "The day is over, and work is left",
        "The day on which the plan was due, or planned to be finished, has passed, and not all of its tasks are done.",
        "Tick what is done, or plan what is left anew.",
        for_readers=True,
    ),
    FindingKind(
        "PLAN213",
        Severity.INFO,
        "Status and boxes of the plan disagree",
        "The Status of the plan says that it is complete and boxes are open, that it has not begun and boxes are "
        "ticked, or that it is in progress and all are.",
        "Change the Status, or the boxes.",
        for_readers=True,
    ),
    FindingKind(
        "PLAN214",
        Severity.INFO,
        "High risks that nobody does anything about",
        "An open risk scores 6 or more (probability times impact), and has no Mitigation, no Contingency and no Owner.",
        "Write what is done about it, or who looks after it.",
        for_readers=True,
    ),
    FindingKind(
        "PLAN215",
        Severity.INFO,
        "A phase that counts nowhere",
        "Other phases have tasks; this one has none, and no estimate, no criteria and no state.",
        "Write what is to be done in it as `- [ ] ...`, or say its state.",
    ),
    FindingKind(
        "PLAN301",
        Severity.WARNING,
        "Based on a page that is not there",
        "The link behind *Based on* leads to no page of the site.",
        "Write the path from this file to the page, such as `../specs/auth.md`.",
    ),
    FindingKind(
        "PLAN302",
        Severity.INFO,
        "Plans that wait for each other",
        "Links lead from this plan to another one and back again. Their expected finishes do not count each other.",
        "Take one of the links out, or let it lead to the page as a text that no task waits for.",
        for_readers=True,
    ),
    FindingKind(
        "PLAN303",
        Severity.INFO,
        "A baseline that the repository does not have",
        "The front matter names a tag to compare the plan with, and the repository has no such tag. The plan is "
        "compared with what it was on the day it came to be in progress.",
        "Name a tag, or write a date such as `baseline: 2026-01-31`; in CI, fetch the tags.",
    ),
)

# The same by code.
FINDINGS: Mapping[str, FindingKind] = {kind.code: kind for kind in _KINDS}
