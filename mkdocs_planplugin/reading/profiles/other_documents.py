"""Documents that are no plans: what they are called, and the sections that only they have."""

from .records import DetectionWords, Profile

PROFILE = Profile(
    name="other documents",
    detection=DetectionWords(
        other_titles="""
            how to|we|i|it|do|does (...), guide|introduction to|for (...), writing (...), understanding (...),
            write|create|make|draft|use a|the|your (*) plan|roadmap|backlog, risk register,
            implementation|project|daily|weekly|monthly status, status report|update, checkpoint, gate decision,
            standard(s), format, completion,
            complete, completed, finished, transcript, explained, generator, tracking system, guide(s), guideline(s),
            tutorial(s), runbook(s), playbook(s), handbook, manual, onboarding, report(s), minutes, changelog,
            change log, release notes, readme, rfc, adr, prd, kep, faq, contributing, code of conduct, retrospective,
            postmortem, post-mortem, audit, style guide, compliance, skill, prompt(s), checklist(s), policy,
            reference, summary, review, meeting notes, workflow, methodology, agent(s), protocol, process, lesson(s),
            cheatsheet, cheat sheet, troubleshooting, decision record, enhancement proposal, best practices, vision,
            specification(s), rubric, handoff index, handoff(s), walkthrough, findings, requirements document,
            meeting(s), quickstart, quick start, getting started, standup(s), stand-up(s), incident(s), outage,
            syllabus, user stories, charter of,
            query|explain|pricing|subscription|billing|data plan(s), plan|plans|document|documentation index,
            story|task|plan|project|ticket|issue lifecycle, migration|decision|dev|development log(s),
            implementation|technical|market|background research, user journey(s), product|creative|design brief
        """,
        other_places="""
            agent(s), skill(s), command(s), prompt(s), rule(s), workflow(s), adr(s), rfc(s), decision(s), guide(s),
            tutorial(s), how to, howto, runbook(s), playbook(s), reference(s), report(s), review(s), meeting(s),
            minutes, release(s), blog, post(s), policy, policies, standard(s), checklist(s), onboarding,
            retrospective(s), postmortem(s), summary, summaries
        """,
        other_files="""
            readme (...), changelog (...), contributing (...), index (...), claude (...), agents (...)
        """,
        neutral_titles="overview, introduction, home, untitled",
        stories="as a, as an",
        wishes="i want, i need, i can, i wish, i should, i would like, i'd like, i am able, so that, so i can",
        command_folders="command(s), prompt(s)",
        fixed_names="""
            issue template(s), (...) pr template(s), (...) pull|merge request template(s),
            skill, claude, agents, gemini, copilot instructions
        """,
        form_keys="name, about",
        prompt_keys="argument-hint, allowed-tools",
        readme_sections="""
            installation, install, usage, getting started, quickstart, quick start, license, licence, contributing,
            acknowledgements, citation
        """,
        other_sections="""
            unreleased, features, context, consequences, decision, considered options, motivation, drawbacks,
            prerequisites, learning objectives, faq, troubleshooting, see also, reference, related,
            further reading, support, example, examples, parameters, returns, configuration, syntax, options, api,
            when to use, best practices, how it works, introduction, key concepts, common mistakes, common issues,
            common errors, what's new, bug fixes, breaking changes, attendees, action items, what went well,
            lessons learned, exercise, exercises, roles, responsibilities, rules, commands,
            conclusion, abstract, bibliography, appendices, table of contents, list of figures, contact, contacts,
            resource, resources, decision outcome, alternatives, graduation criteria, root cause, agenda, impact,
            steps to reproduce, expected behavior, actual behavior, limitations, behavior, behaviour,
            known limitations, quick reference, test coverage, technical details, use cases, directory structure,
            related documentation, recommendations, additional notes, symptoms, root cause analysis, evidence
        """,
        report_sections="""
            * (*1) accomplished|achieved|added|applied|built|changed|created|deleted|delivered|fixed|implemented (...),
            * (*1) met|modified|passed|removed|resolved|updated|verified (...), change(s) made (...), work done (...),
            what was (...), what i|we|you achieved|built|changed|created|delivered|did|fixed|implemented|learned (...),
            what changed|works|worked (...), (*2) test(s) result(s) (...), (key|main|major) achievement(s) (...),
            accomplishment(s) (...), completed|implemented features|work|changes|items|improvements (...),
            performance impact|results|gains (...), completion status|summary|notes (...), build status (...),
            validation|verification|build|benchmark|implementation|final|overall result(s) (...), key results,
            implementation|impact summary, code statistics, lessons learned, key learnings, before and|vs after
        """,
        report_labels="""
            before, after, result(s), fix (applied), (*) verified|implemented|tested|audited by,
            (*) completed by, time invested
        """,
        address="you, your, yours, yourself",
        repeated_use="""
            before (...), when (...), whenever (...), for each|every|all (...), after each|every|completing|any (...),
            each (...), every (...), if (...), on every (...), prior to (...), at the start|end of each|every (...),
            to verify|check (...), ensure (...), make sure (...), check that|if (...), verify (...), pre-* (...),
            post-* (...), daily (...), weekly (...), monthly (...), quarterly (...)
        """,
    ),
)
