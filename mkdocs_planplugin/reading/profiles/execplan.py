"""ExecPlans: living documents with a Progress section, a plan of work and a decision log."""

from .records import Detection, Headings, Profile, Roles

PROFILE = Profile(
    name="execplan",
    headings=Headings(sections={"phases": "plan of work"}, aside_words="surprises, retrospective"),
    roles=Roles(final="validation and|& acceptance, verification and acceptance"),
    detection=Detection(
        plan_words="execplan",
        work_sections="""
            plan of work, concrete steps, decision log, surprises & discoveries, surprises and discoveries,
            outcomes & retrospective, outcomes and retrospective, validation and acceptance, validation & acceptance
        """,
    ),
)
