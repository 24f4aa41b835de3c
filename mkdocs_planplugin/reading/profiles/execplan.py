"""ExecPlans: living documents with a Progress section, a plan of work and a decision log."""

from .records import DetectionWords, HeadingWords, Profile

PROFILE = Profile(
    name="execplan",
    headings=HeadingWords(sections={"phases": "plan of work"}),
    detection=DetectionWords(
        plan_words="execplan",
        work_sections="""
            plan of work, concrete steps, decision log, surprises & discoveries, surprises and discoveries,
            outcomes & retrospective, outcomes and retrospective, validation and acceptance, validation & acceptance
        """,
    ),
)
