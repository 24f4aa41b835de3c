"""Stories of the BMAD method: acceptance criteria, `Tasks / Subtasks`, and the records of those who worked on them."""

from .records import DetectionWords, Profile, RoleWords

PROFILE = Profile(
    name="bmad",
    roles=RoleWords(task_lists="tasks / subtasks", aside="qa results, improvements checklist, story dod checklist"),
    detection=DetectionWords(
        form_sections="""
            story, tasks / subtasks, dev notes, dev technical guidance, dev agent record, agent model used,
            debug log references, completion notes list, file list, qa results, change log
        """,
    ),
)
