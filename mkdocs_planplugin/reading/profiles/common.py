"""What plans of no dialect in particular call things in English, and the signs that all of them use."""

from mkdocs_planplugin.model import Level, State

from .records import (
    DateWords,
    DetectionWords,
    HeadingWords,
    LabelWords,
    PlaceholderWords,
    Profile,
    RoleWords,
    StateWords,
)

PROFILE = Profile(
    name="common",
    headings=HeadingWords(
        circled="①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
        quarter_letters="q",
        term_letters="h",
        releases="""
            mvp|launch|release|beta|alpha|ga (scope|features|release|work|tasks),
            pre-mvp|post-mvp|pre-launch|post-launch|post-release|post-beta (scope|features|release|work|tasks),
            (private|public|closed|open) beta|alpha, general availability, proof of concept, poc, prototype, pilot,
            first|initial|soft|full|final release|launch, beyond|after|before mvp|launch|release, future releases,
            pre-deployment|post-deployment|deployment (tasks|work|steps)
        """,
        phase_words="""
            phase, stage, milestone, sprint, week, day, month, part, epic, step, iteration, wave, increment,
            workstream, slice, pr, track, stream, cycle, inc, batch, chunk
        """,
        before_phase="implementation, migration, development, project, execution, delivery, rollout, refactoring",
        step_words="step",
        task_words="task, step",
        changes="new, modify, delete, add, update, change, remove, rename, create",
        part_words="story, feature, module, batch, group, priority, tier, block, quarter, work package, wp",
        no_parts="""
            option, alternative, approach, variant, choice, method, solution, example, scenario, case, test, question,
            chapter, section, appendix, annex, figure, table, level, rule, principle, reason, finding, problem, issue,
            bug, requirement, analysis, attempt, idea, goal, objective, risk, decision, note, lesson, claim, topic,
            layer, model, theorem, hypothesis, experiment, team, person, persona, user
        """,
        version_words="v, version, release",
        short_words="m",
        risk_words="risk",
        risk_items="items",
        sections={
            "discovery": "research summary, research, context and findings",
            "phases": """
                phases, implementation plan, tasks, task list, task breakdown, detailed task breakdown,
                implementation tasks, implementation steps, implementation, work breakdown, work plan, progress,
                roadmap, next steps, immediate next steps, to do, todo, implementation checklist, documentation plan,
                summary checklist
            """,
            "risks": """
                risks, risk analysis, risk register, risk management, risk mitigation, risks and mitigations,
                risks & mitigations, risks and mitigation, risks & mitigation, risk matrix
            """,
            "resources": "resources, resource allocation, team and resources",
            "communication": "communication",
            "definition_of_done": """
                done criteria, final checklist, overall success criteria, completion checklist, success criteria,
                quality checklist, quality gates, acceptance criteria
            """,
            "rollback": "rollback, rollback strategy",
            "timeline": "timeline, schedule, timeline overview, estimated timeline",
            "metrics": "metrics, key metrics",
            "notes": "notes and assumptions, assumptions, notes, assumptions and open questions",
            "history": "revision history, change history, document history, changelog",
        },
        joining_words="and, &, /, or, of, for, to, with, in, on, plan",
        risk_sections="""
            (*3) risks (...),
            (*3) risk analysis|assessment|management|mitigation|register|matrix|log|list|factors|items (...),
            what could|can|might go wrong (...),
            (potential|known) challenges|pitfalls|obstacles and|& (...), red|yellow flag(s) (...),
            risk and|& rollback|mitigation|mitigations|contingency
        """,
        risk_lists="""
            (*2) risks, (*2) risk items|log|list|register, risks and|& issues|blockers|concerns|unknowns|mitigation(s),
            blockers|issues|challenges and|& risks
        """,
        risk_answers="(*1) risk mitigation|reduction|response|handling|treatment (*2)",
        no_risks="no (*3) risks (...), there are no (*3) risks (...)",
        one_risk="primary|main|key|top|biggest|major|secondary|other risk",
        risks_addressed="risk(s) addressed, addressed risk(s)",
        answers="""
            mitigation(s), strategy|strategies, contingency|contingencies, plan(s), monitoring, testing, action(s),
            recommendation(s), response, impact, what we do, rollback, fallback, decision(s)
        """,
        other_views="""
            changes, file(s) structure|organization|to|affected|changed, new files, impact, consequences,
            edge case(s), error scenario(s), potential issues|problems, review, analysis, assessment, instructions,
            workflow, tracking, requirements, constraints, structure, architecture, overview, strategy, rules,
            guidelines, principles, preferences, alternatives, options, scope, context
        """,
        repeats="""
            checklist, verification, validation, deliverables, tasks, completion, criteria, review, achievements,
            results, status, progress, summary, complete, completed, notes
        """,
        stage_words="milestone, sprint, iteration, wave, increment, workstream",
    ),
    labels=LabelWords(
        header={
            "based_on": "spec, specification, source spec, related spec, feature spec",
            "created": """
                date, created on, creation date, date created, created at, created date, date started, written,
                started on
            """,
            "last_updated": """
                updated, last update, last modified, modified, updated on, updated at, updated date, last modified at,
                last revised, revised, last edited, last change, last changed, date updated, date modified
            """,
            "status": """
                plan status, current status, overall status, project status, implementation status, state,
                status as of today
            """,
            "start": "start, start date, starts, planned start, kick-off, kickoff",
            "due": """
                due, due date, deadline, target date, target completion, target completion date, target release,
                completion date, due by, finish by, end date, planned end, planned finish, eta, target end,
                expected completion, expected completion date, expected end, complete by, launch date, go-live date,
                release date, ship date, delivery date
            """,
            # Behind it may stand something else than a day.
            "by": "target, launch, go-live, go live, release, end, finish",
            "owner": """
                owner, owners, plan owner, project owner, lead, leads, project lead, tech lead, team lead,
                responsible, dri, assignee, assignees, assigned to, maintainer
            """,
            "author": "author, authors, written by, prepared by, created by, creator",
            "dependencies": """
                depends on, dependencies, blocked by, requires, prerequisites, waits for, needs, predecessors
            """,
        },
        blocking={
            "causes": "blocked by, blocker, blocked, waiting for, waiting on, reason",  # the surest first
            "notes": "note, notes",
        },
        task_names="title, name, task title, task name, story title",
        task={
            "files": """
                files, file, file(s), component, components, files to modify, files to create, files affected,
                affected files, components/files
            """,
            "dependencies": """
                dependency, depends on, prerequisites, prerequisite, blocked by, depends, requires, required, needs,
                deps, after, waits for, waiting for, waits on, predecessor, predecessors, dependent on, follows,
                runs after
            """,
            "risk": "risk",
            "estimate": "effort, estimated effort, estimated time, time estimate, duration, estimated duration, time",
            # A number alone counts hours.
            "hours": "estimated hours, hours, est hours, hours estimate, estimated hrs",
            "validation": "verification, how to verify",
            "owner": "owner, assignee, assigned to, responsible, owners, lead, dri",
            "status": "status, state",
            "start": """
                start, start date, scheduled, scheduled for, scheduled on, starts, starts on, starting, begin, begins,
                begins on, begin date, planned start, earliest start, not before
            """,
            "due": """
                due, due date, due on, due by, deadline, finish by, target date, complete by
            """,
            # Beside a start it is how long a task takes.
            "end": "finish, finish date, end, end date, ends, ends on, planned end, planned finish",
            "span": "dates, planned dates, when",
            "from": "from",
            "to": "to",
            "till": "until, till",
            "until": "blocked until, blocked till, waiting until, on hold until",
            "progress": """
                progress, percent complete, percent completed, percent done, percentage, completion,
                complete, completed, done
            """,
            "remaining": """
                remaining, remaining effort, remaining work, remaining time, remaining estimate, left, time left,
                effort left, work left, time remaining, effort remaining, still to do
            """,
        },
        # A "part" names the rows where no column has a "title". A "name" is of a task only beside several columns that
        # tell.
        task_table={
            "title": """
                task, tasks, task name, task title, task description, work item, work items, action, action item,
                activity, activities, step, steps, story, user story, subtask, sub-task, to do, todo, focus
            """,
            "part": "initiative, initiatives, workstream, work stream, work package, work packages, epic, epics",
            "name": """
                name, title, item, description, summary, feature, what, work, deliverable, issue, details, scope,
                project
            """,
            "planned": "planned",
            "id": "id, no, nr, task id, key, ref, ticket, code, number",
            "status": "done, complete, completed, check, checked, progress",
            "owner": "who",
            "by": "when, by when",
        },
        phase_focus="focus",
        phase={
            "criteria": """
                acceptance criteria, success criteria, exit criteria, criteria, definition of done, quality gates,
                quality gate, verification, validation criteria, phase acceptance criteria, phase exit criteria,
                done when, checkpoint
            """,
            "dependencies": """
                depends on, prerequisites, phase dependencies, requires, needs, waits for, predecessors, predecessor,
                blocked by, after
            """,
            "estimate": """
                effort, estimated effort, estimated time, time estimate, duration, estimated duration, phase estimate
            """,
            # How long or when, and maybe neither: then it is no estimate.
            "time": "timeline, timeframe, time frame, dates, when, schedule, target dates, planned dates, period",
            "status": "status, state, phase status, current status",
        },
        section={
            "findings": "findings",
            "decisions": "decisions, key decisions, design decisions, decisions made, decision log",
            "team": "team, people, roles",
            "tools": "tools and services, tools, services",
            "infrastructure": "environments",
            "updates": "updates",
            "decision_points": "decision point",
            "review": "review date",
            "assumptions": "assumption",
            "questions": "questions, open question",
            "external": "external dependencies, team dependencies, dependencies on other teams and services",
        },
        updates="channel, channels, when, who, how",
        risk={
            "title": """
                risk, risks, primary risk, main risk, key risk, biggest risk, description, risk description,
                risk item, risk factor, challenge, issue, threat, hazard
            """,
            "id": "id, no, nr, risk id, risk no, ref",
            "probability": "likelihood, prob, chance, l, p, occurrence, risk probability, risk likelihood",
            "impact": "consequence, consequences, i, effect, risk impact",
            # How bad it is, where no impact is named beside it.
            "severity": "severity, s, sev, risk severity",
            # A product, or both factors in one cell.
            "score": """
                score, risk score, rating, risk rating, exposure, p i, p x i, pxi, l i, l x i, lxi, p s, l s,
                p/i, l/i, probability/impact, likelihood/impact, probability x impact, likelihood x impact,
                probability impact, likelihood impact, probability & impact, likelihood & impact, severity/probability
            """,
            "status": "status, state, risk status",
            "owner": "owner, risk owner, responsible, assignee, assigned to, owners",
            "trigger": "trigger, triggers, early warning, early warning sign, warning sign, warning signs, indicator",
            "mitigation": """
                mitigation, mitigations, mitigation plan, response, countermeasure, countermeasures, solution,
                how to handle, mitigated by, action, actions, treatment, answer, remedy
            """,
            "contingency": """
                contingency, rollback, rollback plan, rollback strategy, fallback, plan b, contingency
                action, if it happens, fallback plan
            """,
            "priority": "priority, level, risk level, overall, ranking, risk priority, criticality",
        },
        timeline={
            "phase": "phase, stage, milestone, sprint, step, week",
            "estimate": "effort, duration, estimated time, time, estimated effort, est",
            "dependencies": "depends on, dependency, prerequisites",
            "risk": "risk",
        },
        history={
            "version": "ver, revision",
            "changes": "change, description, notes, summary",
            "author": "by, changed by, who",
        },
        totals="sum...",
        question="question",
    ),
    roles=RoleWords(
        tried_by_hand="manual|browser|device|regression|cross-browser test(s)|testing (...)",
        before="(checks|tests|verify|check) before|prior (...), pre-*, last|final checks (...)",
        behind="after (...), post-* (...), during (...), on the day (...), day of (...), the day (...), afterwards",
        criteria="""
            criteria, criterion, acceptance, definition of done|ready, dod, done|complete|completed|ready|finished
            when|if, success metrics|measures|indicators, gate status|check(s)|pass|result(s), exit condition(s),
            completion requirement(s)|condition(s)|check(s), must be true, testable outcome(s), expected
            result(s)|outcome(s), kpi(s), quality standards, phase (*) complete, before
            proceeding|moving|starting|continuing|merging|closing, definition|measure(s) of success, success factors,
            done|success looks like, ready to ship|launch|release|merge|deploy when|if, ready for (*3) when|if,
            must pass before (*), launch gate(s),
            quality|exit|entry|phase|stage|release|validation|review|merge|final|p* gate(s), go no-go, go/no-go
        """,
        checks="""
            verification, validation, verify, checkpoint(s), gate(s), check(s), qa, smoke test(s), sanity check(s),
            how to verify|test, completion, complete, exit, success, post-implementation, (*) readiness, pre-flight,
            preflight, uat, testing and|& validation|verification, entry conditions, test plan, quality assurance,
            performance targets, target metrics, final (*2) review, definition of complete, done means, must pass,
            closeout, self-review, still to verify|check|test|confirm (...)
        """,
        check_adjectives="""
            final, manual, automated, phase, stage, task, step, overall, local, unit, integration, e2e, end-to-end,
            functional, post-*, pre-*, independent, code, plan, quality, device, browser, visual, regression,
            production, staging, deployment, release, security, performance, accessibility
        """,
        check_nouns="""
            plan, loop(s), step(s), check(s), checklist(s), items, requirements, commands, strategy, metrics,
            is complete (...), complete (...), and|& acceptance|verification|validation|testing|quality
        """,
        checklists="checklist(s), check-list(s), check list(s)",
        deliverables="deliverable(s), artifact(s), artefact(s), output(s), outcome(s)",
        scopes="scope (*), in scope, scope of work, included, includes",
        aside="""
            approval(s), approved by, sign-off(s), signoff(s), legend, glossary, question(s), table of contents,
            contents, toc, faq, convention(s), watch list, watchlist, surprises, retrospective, lessons learned,
            baseline, current state|status|situation|baseline, example(s), sample(s), references, change log,
            changelog, log(s), red flag(s), yellow flag(s), special case(s), error scenario(s),
            file(s) to modify|create|change|touch|delete|update, file(s) affected|changed|modified,
            file(s)|code|file structure, affected files, change(s) summary|overview, key changes,
            impact analysis|assessment, philosophy, second-order, implications, alternatives, assumptions, constraints,
            confirm, human review required, constitution check, requirement completeness, content quality,
            (ai) agent instructions, communication preferences, rollback, risk(s), mitigation(s), contingency,
            out of scope, not in scope|planned|included, non-goal(s), won't do, parking lot, blockers,
            completion tracking, prerequisite(s), pre-requisite(s), reviewer(s), decision(s) needed|required,
            pending decision(s), metadata,
            task|phase dependencies, dependency graph|order|chain|map|diagram|matrix,
            security (*2) review, potential issues, execution status, review comments|findings|notes, backend changes,
            frontend changes
        """,
        aside_names="""
            (*) dependencies, required tools|access|resources|software, resources|tools needed|required,
            pre-conditions, preconditions, related documents|documentation|links|files|docs|issues, key, symbols,
            conventions, notation, specification quality, requirements checklist, what to learn|watch|monitor (*2),
            (*2) edge case(s), edge cases to|covered|considered (...), not doing|covered|addressed (...),
            who to invite|ask|contact (*2), rollback|abort|stop|kill criteria|conditions|triggers, warning signs,
            anti-patterns, anti-patterns to avoid, things to avoid
        """,
        beside="""
            objective(s), goal(s), purpose, rationale, note(s), detail(s), benefit(s), background, why, duration,
            timeline, team, resource(s), dependencies, reference(s), summary, current, problem, status, technical,
            decision(s), finding(s), idea(s), budget, cost(s), stakeholder(s), stack, theme, value, challenge(s),
            key features, highlights, improvement(s), achievement(s), metric(s), kpi(s)
        """,
        orders="""
            add, create, write, define, implement, introduce, replace, remove, rename, enable, integrate, improve,
            extend, extract
        """,
        repeated="""
            daily|weekly|monthly (*2) checklist(s)|routine(s), for each|every|any, per each|every,
            before|after|on each|every, each|every time|morning|day|evening|night|week|month, whenever
        """,
        work_names="""
            implementation, migration, execution, task, tasks, step(s), todo, to-do(s), action, actions, progress,
            next steps, backlog, roadmap, work, development, setup, rollout, refactoring, conversion, upgrade
        """,
        final_names="""
            final, launch, go-live, golive, deployment, deploy, release, pre-*, premerge, prelaunch, prerelease,
            predeployment, post-*, postlaunch, postrelease, postdeployment, production, quality, testing, test,
            validation, verification, completion, compliance, security, review, submission, handover, acceptance,
            deliverable(s), readiness, success, accessibility, performance, documentation, code review
        """,
        entry_names="""
            definition of ready, dor, entry criteria|conditions|gate, pre-implementation, pre-development, pre-start,
            pre-work, before starting|start|implementation|development|coding|implementing, before you start|begin,
            kickoff, kick-off
        """,
        subtasks="subtask(s), sub-task(s)",
        task_lists="""
            (implementation|detailed|key|main)
            task(s)|steps|subtask(s)|sub-task(s)|actions|activities|todo(s)|to-do(s)
        """,
        milestones="milestone(s) (checklist)",
        criteria_codes="ac",
        gates="gate, checkpoint",
        work="""
            task, task list, subtasks, sub-tasks, steps, work, work items, plans, activities, actions, action items,
            implementation, implementation steps, implementation tasks, key tasks, to do, todo, changes, stories,
            user stories, build, backlog, sprint backlog, plan of work, work plan, action plan, rollout, work packages,
            packages of work, proposed changes, required changes, planned changes, implementation checklist,
            initiatives, execution order, implementation order, work in this phase, what to set up
        """,
        work_patterns="""
            (*2) tasks|steps|activities|actions|to-do(s)|todo(s), (*2) work items, work breakdown (...),
            (*2) roadmap (*), roadmap (...),
            (*2) implementation|build|execution|delivery|development|rollout|migration|work order|sequence|path (...),
            what is|comes next, what's next, what needs|has to be done|change|happen, what to do, changes in detail,
            detailed changes, (recommended|suggested|proposed) order,
            order of implementation|work|execution|operations,
            planned|upcoming (*) features|work|improvements|enhancements|ideas|items|tasks (...),
            (*2) remaining work (...)
        """,
        horizons="""
            high|medium|low|higher|lower|top|critical priority (...), priority high|medium|low (...),
            p0|p1|p2|p3|p4|p5 (...), short|near|mid|medium|long|longer term (...),
            short-term|near-term|mid-term|medium-term|long-term|longer-term (...), now, next, later, upcoming,
            planned, remaining, outstanding, up next, next up, quick win(s) (...), must|should|could have (...),
            nice to have (...), must-have(s) (...), nice-to-have(s) (...), backlog (...),
            immediate actions|steps|tasks|fixes|priorities (...), immediate (...)
        """,
        ways="(*2) approach|procedure|method|process|strategy",
        files="(*3) file(s), (*2) file list(s), (*3) file(s) to|affected|changed|modified|touched|created (...)",
        explains="=, indicates, means, denotes, represents, stands for, can run in parallel, may run in parallel",
        goals="(*) goal(s), (*) objective(s)",
    ),
    detection=DetectionWords(
        plan_titles="""
            plan, roadmap, task list, implementation tasks, tasks, todo(s), to-do(s), to do, backlog, work breakdown,
            wbs, schedule, okr(s)
        """,
        list_titles="roadmap(s), road map, backlog, todo(s), to-do(s), to do, task list, tasks, wish list, wishlist",
        things="tasks, todo(s), to-do(s), to do, milestones, stories, epics, sprints",
        own_work="my, our, today's, remaining, open, next, outstanding, upcoming, unfinished, wedding, household",
        list_of_things="list",
        plan_for="of, for, to, from, in, on",
        plan_of="""
            and, template, draft, q1, q2, q3, q4, schedule, overview, status, v1, v2, v3, mvp, rev, revision, version
        """,
        plan_words="""
            plan(s), planning, roadmap(s), road map, milestone(s), task(s), subtask(s), task list, todo(s), to-do(s),
            to do, backlog, sprint(s), epic(s), story, stories, phase(s), migration, implementation checklist,
            action item(s), work breakdown, wbs, rollout, roll-out, project schedule|timeline,
            implementation|execution|development strategy, tracker, next steps, project status, progress, wishlist,
            wish list, schedule, gantt (*1), project charter, okr(s), objectives and|& key results, timeline,
            refactor, refactoring, rewrite, redesign, overhaul, modernization,
            modernisation
        """,
        plan_places="""
            plan(s), planning, roadmap(s), milestone(s), task(s), todo(s), to do(s), backlog(s), sprint(s), epic(s),
            story, stories, phase(s), migration(s), track(s), tracker, workplan, devplan, wip, progress, wishlist,
            wish list, *plan, rollout(s), roll out, schedule, gantt, okr(s), mvp, project charter
        """,
        change_verbs="""
            add, implement, refactor, build, fix, migrate, introduce, replace, remove, extract, enable, integrate, move,
            rename, improve, upgrade, convert, split, extend, redesign, rework, rewrite
        """,
        pieces_of_work="epic (*), story, user story, ticket, feature, task, issue, subtask, feat, us",
        work_titles="""
            implementation|migration|execution|rollout|conversion (*) checklist(s),
            upgrade|integration|refactor|refactoring (*) checklist(s)
        """,
        trial_folders="""
            test(s), fixture(s), testdata, test data, example(s), demo(s), sample(s), node modules, vendor
        """,
        template_places="template(s), boilerplate",
        plan_sections="""
            implementation plan, implementation phases, implementation steps, implementation tasks,
            implementation order, implementation roadmap, implementation strategy, phases, task, tasks, task list,
            task breakdown, work breakdown, progress, milestone, milestones, timeline, schedule, next steps, roadmap,
            execution order, effort, estimate, estimates, risk, risks, rollback plan, rollback,
            success criteria, acceptance criteria, definition of done, out of scope, dependencies, deliverables,
            to-do, todo, backlog, in progress, completed, critical files, verification
        """,
        work_sections="""
            to-do, to-dos, todo, todos, to do, in progress, complete, completed, done, pending, planned, backlog,
            next steps, next, later, now, future, upcoming, high priority, medium priority, low priority,
            critical priority, p0, p1, p2, p3, p4, short term, long term, task, tasks, task list, task breakdown,
            milestone, milestones, phases, progress, implementation phases, implementation steps,
            implementation tasks, implementation plan, implementation order, work breakdown, execution order,
            sprint backlog, product backlog, bugs, features, must have, nice to have, mvp, post-mvp, post mvp,
            stretch goals, icebox, someday, ideas, wishlist, not started, blocked, up next, quick wins, must-have,
            nice-to-have, should have, could have
        """,
        work_columns="""
            task(s), phase(s), milestone(s), story, stories, sprint(s), week(s), work item(s), feature(s), item(s),
            step(s), deliverable(s), epic(s), action(s), todo(s), period(s), month(s), case(s)
        """,
        state_columns="""
            (*) status, (*) state, (*) done, (*) progress, (*) owner(s), (*) assignee(s), assigned (to), (*) estimate,
            (*) effort, due (date), deadline, blocked by, depends on, dependencies, story points, sp, responsible,
            duration, start (date), end (date), (*) date, when, who, begin, finish, (planned) start|end, target
        """,
        work_words="phase(s)|task(s)|milestone(s)|sprint(s)|stage(s)|step(s)",
        tracker_titles="(*) status (*), (*) progress (*), status report, status update",
    ),
    states=StateWords(
        signs={
            "to_be_approved": "📝",
            "open": "⬜☐🔲📋🔜",
            "begun": "🚧🔄🏗⏳🏃",
            "stuck": "🚫⛔",
            "put_off": "⏸",
            "delayed": "⏭",
            "finished": "✅✔☑✓🎉",
            "given_up": "🗑",
            # ❌ is left out: it stands for "not yet" as often as for "never".
        },
        box_marks={
            State.OPEN: " \u00a0☐⬜🔲",
            State.DONE: "xX✅✓✔☑",
            State.IN_PROGRESS: "/~🚧🔄⏳",
            State.CANCELLED: "-",
            State.DEFERRED: ">⏸",
            State.BLOCKED: "!",
        },
        ballots="☐☑",
        heading_signs="✅✔☑✓🚧⏳🔄⏸⏭🚫⛔❌⬜☐🔲🔜🟡🟢🔴🔵",
        title_signs="✅✔☑✓❌🚧⏳🔄⏸☐⬜🔲",
        level_signs={Level.LOW: "🟢🟩", Level.MEDIUM: "🟡🟨", Level.HIGH: "🟠🟧🔴🟥"},
    ),
    dates=DateWords(signs_before={"due": "📅🗓", "start": "🛫⏳", "nothing": "✅➕❌"}),
    placeholders=PlaceholderWords(
        choices=(
            "daily, weekly, biweekly, monthly, quarterly, at milestones",
            "xs, s, m, l, xl, xxl, small, medium, large, extra large",
            "p0, p1, p2, p3, p4, p5",
        ),
        stand_ins="""
            task, subtask, sub-task, step, item, feature, goal, objective, criterion, requirement, deliverable, test,
            action, story, change, component, risk, question
        """,
        legends="legend, levels, scale, statuses, states, values, options, choices",
        nameless="(short) project|plan|task|feature|story|epic|phase|initiative|change|your (plan) name|title",
        marks="optional, required, mandatory, parallel, must, should, could, breaking, manual, auto",
    ),
)
