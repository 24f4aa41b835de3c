"""The format's own template: its sections, labels and columns."""

from mkdocs_planplugin.model import Level

from .records import DetectionWords, HeadingWords, LabelWords, Profile, Recognition, RoleWords

PROFILE = Profile(
    name="template",
    # Other plans may have one or two of these sections.
    recognised_by=Recognition(
        sections=frozenset({"discovery", "phases", "risks", "definition_of_done", "rollback", "timeline", "notes"}),
        at_least=3,
    ),
    headings=HeadingWords(
        sections={
            "discovery": "discovery summary, discovery",
            "decisions": """
                technical decisions, key decisions, design decisions, decisions made, decisions, decision log
            """,
            "phases": "implementation phases",
            "risks": "risk assessment",
            "resources": "resource requirements",
            "communication": "communication plan",
            "definition_of_done": "definition of done",
            "rollback": "rollback plan",
            "timeline": "timeline summary",
            "metrics": "success metrics",
            "notes": "notes & assumptions, open questions, dependencies on other teams",
            "history": "version history",
        },
        risk_levels={
            Level.CRITICAL: "critical (priority) risk(s)..., critical-risk(s)..., critical-priority risk(s)...",
            Level.HIGH: "high (priority) risk(s)..., high-risk(s)..., high-priority risk(s)...",
            Level.MEDIUM: "medium (priority) risk(s)..., medium-risk(s)..., medium-priority risk(s)...",
            Level.LOW: "low (priority) risk(s)..., low-risk(s)..., low-priority risk(s)...",
        },
        title_prefixes="implementation plan, plan",
    ),
    labels=LabelWords(
        footer={"template_version": "template version"},
        header={
            "based_on": "based on",
            "created": "created",
            "last_updated": "last updated",
            "status": "status",
        },
        task={
            "files": "files/components",
            "dependencies": "dependencies",
            "risk": "risk level",
            "estimate": "estimate, est",
            "validation": "validation",
        },
        phase={
            "criteria": "phase completion criteria, completion criteria",
            "dependencies": "dependencies",
            "estimate": "estimate, est",
            "rationale": "rationale, why this phase, why first, why now",
        },
        rationale="why this|that phase|stage|step|milestone..., why is this phase|stage|step|milestone...",
        section={
            "findings": "key findings",
            "decisions": "technical decisions",
            "team": "team members",
            "tools": "tools & services",
            "infrastructure": "infrastructure",
            "updates": "stakeholder updates",
            "decision_points": "decision points",
            "review": "review",
            "assumptions": "assumptions",
            "questions": "open questions",
            "external": "dependencies on other teams",
        },
        updates="frequency, format, audience",
        risk={
            "probability": "probability",
            "impact": "impact",
            "mitigation": "mitigation strategy",
            "contingency": "contingency plan",
        },
        timeline={
            "phase": "phase",
            "estimate": "estimate",
            "dependencies": "dependencies",
            "risk": "risk level",
        },
        history={"date": "date", "version": "version", "changes": "changes", "author": "author"},
        totals="(grand) total...",
        question="q",
    ),
    roles=RoleWords(work="tasks"),
    detection=DetectionWords(
        form_sections="""
            discovery summary, implementation phases, risk assessment, resource requirements, communication plan,
            definition of done, rollback plan, timeline summary, success metrics, notes & assumptions, version history
        """,
    ),
)
