"""ExecPlans: living documents with a Progress section, a plan of work and a decision log."""

from .records import Detection, Headings, Profile

PROFILE = Profile(
    name="execplan",
    headings=Headings(sections={"phases": "plan of work"}),
    detection=Detection(
        plan_words="execplan",
        work_sections="""
            plan of work, concrete steps, decision log, surprises & discoveries, surprises and discoveries,
            outcomes & retrospective, outcomes and retrospective, validation and acceptance, validation & acceptance
        """,
    ),
)
