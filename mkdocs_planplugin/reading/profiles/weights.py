# The points by which a page is taken for a plan. They were fitted to labelled documents, and to the same documents
# without their titles, and rounded to quarters; `benchmarks/detection.py` prints how well they tell plans, and fits
# them anew. Below them are the limits of the rules for signs, for roles of boxes and for templates.
"""What each sign of a plan, or of another kind of document, weighs, and the limits of the rules of reading."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

Sign = Literal[
    "phase_boxes", "phases_bare", "task_table", "ids", "tasks_any", "work", "share", "mixed", "ticked", "todos", "est",
    "nobox", "nothing", "stories", "work_item",
    "titled_list", "all_ticked", "single_unticked", "late", "repeat", "title_strong", "title_plan",
    "folder_plan", "file_plan", "placed_work", "hard", "place_other", "readme", "fixed_name", "fixture",
    "h_status", "h_other", "task_record", "sections_plan", "form", "work_heads", "sections_readme",
    "sections_other", "sections_report", "labels_report", "address", "placeholders",
]  # fmt: skip


class Weight(Struct, frozen=True):
    """The points of a sign that is fully there, what it is in words, and how much of it is enough for that."""

    points: float
    words: str
    enough: float = 1


# Where a page begins. Above zero it is a plan.
BASE = -3.5
# A page that stays below zero by no more than this is worth a word: it may be a plan all the same.
NEARLY = -1.0
# Above this, a line more or less of prose or in the header changes nothing: that weighs less, of all signs together.
SURE = 2.0
WEIGHTS: Mapping[Sign, Weight] = {
    # What work there is.
    "phase_boxes": Weight(3.75, "boxes, or items with ids, stand below numbered phases", enough=3),
    "phases_bare": Weight(1.5, "headings are numbered phases", enough=3),
    "task_table": Weight(1.25, "a table lists tasks with their states, owners or dates", enough=4),
    "ids": Weight(1.0, "tasks have numbers or ids", enough=5),
    "tasks_any": Weight(0.75, "headings are numbered tasks", enough=3),
    "work": Weight(0.25, "boxes are work", enough=math.log(40)),
    "share": Weight(1.25, "much of the page is work", enough=0.5),
    "mixed": Weight(0.25, "some of the work is done, and some is not"),
    "ticked": Weight(1.0, "some boxes are ticked"),
    "est": Weight(0.75, "work has estimates, owners, dates or dependencies", enough=5),
    "nobox": Weight(-0.5, "there is no box"),
    "nothing": Weight(-1.0, "no work is on it: no box, phase, task or table of tasks"),
    "stories": Weight(-3.0, "it tells what users want, without boxes", enough=2),
    "work_item": Weight(3.0, "boxes say when a piece of work is done, by the title or beside a list of its tasks"),
    "titled_list": Weight(1.5, "below a title that calls it a plan stand sections of lists", enough=6),
    "all_ticked": Weight(-0.5, "every box is ticked, as in a report"),
    "single_unticked": Weight(-1.5, "the boxes are one list without numbers or ticks, and nothing calls it a plan"),
    "late": Weight(-0.5, "the boxes come late on a long page"),
    "repeat": Weight(-1.0, "the boxes are to be gone through again and again"),
    # What the document is called, and where it lies.
    "title_strong": Weight(2.0, "the title calls it a plan"),
    "title_plan": Weight(1.0, "the title speaks of planned work"),
    "todos": Weight(5.0, "the front matter lists tasks with their states"),
    "file_plan": Weight(1.25, "its file is called a plan"),
    "folder_plan": Weight(0.75, "it lies in a folder of plans"),
    "placed_work": Weight(2.0, "title, file or folder says plan, and work is on the page"),
    "hard": Weight(-3.25, "the title names another kind of document"),
    "place_other": Weight(-1.5, "file or folder name another kind of document", enough=3),
    "readme": Weight(-1.5, "the file has a name that plans do not have"),
    "fixed_name": Weight(-3.0, "it has the name of a form, or of instructions for assistants"),
    "fixture": Weight(-1.75, "it lies among tests or examples"),
    # What else is in it.
    "h_status": Weight(1.25, "the header says a status"),
    "h_other": Weight(0.5, "the header has other lines of plans", enough=2),
    "task_record": Weight(1.0, "the front matter is that of a task"),
    "sections_plan": Weight(2.25, "sections are those of plans", enough=4),
    "form": Weight(2.0, "marks are those of a known form of plans", enough=2),
    "work_heads": Weight(1.0, "headings are those of lists of work", enough=2),
    "sections_readme": Weight(-3.5, "sections are those of a README", enough=3),
    "sections_other": Weight(-1.75, "sections are those of another kind of document", enough=4),
    "sections_report": Weight(-4.25, "sections are those of a report on finished work", enough=2),
    "labels_report": Weight(-2.25, "labels are those of a report on finished work", enough=2),
    "address": Weight(-1.75, "it speaks to its reader", enough=0.1),
    "placeholders": Weight(1.5, "lines wait to be filled in", enough=1 / 3),
}

# Limits of signs (`signs.py`).
LONG_PAGE = 80  # lines
# On a long page, boxes are late if this share of it comes before them, and if they are in no more groups than this.
LATE_BOXES, FEW_GROUPS = 0.6, 2
# A place or title for plans counts only with this much work: boxes or rows; headings that number phases or tasks; items
# of lists without boxes.
SOME_WORK, SOME_PARTS, PLAIN_TASKS = 2, 2, 5
MOSTLY_WORK = 0.3  # of the lines of a page, in a list that tracks work
UNDER_WAY = 0.15  # of the lines of a page, in work with states: more than the name of its file or folder says
TASK_FIELDS = 3  # the front matter of a task has at least so many fields, a status among them
FEW_REPORTS = 1  # a plan, too, may have a heading of a report
FEW_MARKS = 2  # other documents also have up to this many marks of a form of plans

# Limits of the roles of boxes (`work/roles.py`). Shares are shares of all boxes.
MUCH_WORK = 0.25  # from here on, a checklist in a phase without work is criteria
LITTLE_WORK = 0.34  # below this, a list such as `Migration Checklist` is work, too, and so are files to change
NUMBERED_PARTS = 2  # so many headings that number phases or tasks are work, even without boxes


class TemplateLimit(Struct, frozen=True):
    """More than `few` placeholders, and at least one on each `lines` lines, make a plan a template."""

    few: int
    lines: int


# Limits of templates (`templates.py`): in any case, and if no box is ticked.
TEMPLATE, TEMPLATE_UNTICKED = TemplateLimit(10, 3), TemplateLimit(4, 5)
UNNAMED = 0.5  # a template has no names for at least this share of its phases, its tasks and itself
