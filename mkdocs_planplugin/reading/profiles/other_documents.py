"""Documents that are no plans: what they are called, and the sections that only they have."""

from .records import DetectionWords, Profile

PROFILE = Profile(
    name="other documents",
    detection=DetectionWords(
        other_titles="""
            changelog* (...), change log* (...), release note* (...), release(s), readme* (...), adr..., rfc..., kep...,
            decision record* (...), tutorial* (...), how to* (...), guide* (...), list(s), risk register* (...),
            retrospective* (...), post-mortem* (...), postmortem* (...), faq* (...), minutes* (...), meeting* (...)
        """,
        other_title_words="""
            tutorial, decision record, enhancement proposal, risk register, style guide, release process, protocol,
            methodology, playbook, handbook, runbook, guidelines, best practices,
            release|acceptance|review|session|deployment|launch|security|onboarding|submission (*) checklist,
            session|completion|status|progress|verification|test|audit report(s)|summary|notes,
            implementation|executive report(s)|summary|notes
        """,
        other_sections="""
            installation, install, usage, getting started, quick start, license, licence, contributing, unreleased,
            features, documentation, acknowledgements, citation,
            context, consequences, decision, decision outcome, considered options, alternatives, motivation,
            graduation criteria, drawbacks, prerequisites, learning objectives
        """,
    ),
)
