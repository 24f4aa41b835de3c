"""ExecPlans: living documents with a Progress section, a plan of work and a decision log."""

from .records import DetectionWords, HeadingWords, Profile

PROFILE = Profile(
    name="execplan",
    headings=HeadingWords(sections={"phases": "plan of work"}),
    detection=DetectionWords(
        plan_titles="execplan",
        plan_words="execplan",
        plan_places="execplan(s), exec plan(s)",
        plan_sections="""
            plan of work, concrete steps, decision log, surprises & discoveries, surprises and discoveries,
            outcomes & retrospective, outcomes and retrospective, validation and acceptance, validation & acceptance
        """,
        form_sections="""
            plan of work, concrete steps, decision log, surprises & discoveries, surprises and discoveries,
            outcomes & retrospective, outcomes and retrospective, validation and acceptance, validation & acceptance,
            idempotence and recovery, interfaces and dependencies, purpose / big picture
        """,
    ),
)
