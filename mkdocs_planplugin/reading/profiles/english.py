"""English: states, levels, dates, lengths of time and what is waited for."""

from mkdocs_planplugin.model import Level, RiskState

from .records import (
    DateWords,
    HeadingWords,
    LabelWords,
    LengthWords,
    PeopleWords,
    PlaceholderWords,
    Profile,
    ReferenceWords,
    StateWords,
)

PROFILE = Profile(
    name="english",
    headings=HeadingWords(
        phase_of="of",
        zero="zero",
        last_words="final, last, closing, bonus",
        number_words=("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
        ordinal_words=("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
        number_endings="st, nd, rd, th",
        measures="""
            add, agree, ask, assess, assign, back up, book, buy, call, check, clarify, confirm, contact, create, decide,
            define, discuss, document, ensure, evaluate, find, get, implement, investigate, keep, make, monitor,
            negotiate, plan, prepare, remove, replace, review, run, schedule, set up, talk to, test, train, update,
            verify, write
        """,
    ),
    labels=LabelWords(
        header_sections="""
            (*2) status, (*2) information, (*2) info, (*2) metadata, (*2) details, document control, at a glance,
            properties
        """,
        others="""
            acteur, actor, completed by, filter, first, fixes, media, measure, measures, mitigate, restart, scope,
            pilot, stale, states, stats, store, validate
        """,
    ),
    states=StateWords(
        words={
            "intended": """
                draft, planning, in planning, planning phase, plan, design, design phase, designing, designed,
                in design, research, research phase, discovery, discovery phase, idea, concept, rfc, proposed, proposal,
                ready, approved, accepted, confirmed
            """,
            "planned": "planned",
            "in_review": "in review, under review, review",
            "to_be_approved": """
                for review, needs review, awaiting approval, awaiting sign-off, awaiting signoff, awaiting review,
                waiting for approval, pending approval, pending review
            """,
            "not_begun": """
                not started, not yet started, not begun, unstarted, not implemented, unimplemented, pending, to do,
                todo, backlog, queued
            """,
            "scheduled": "scheduled, upcoming",
            "open": "open, new, next, to be done, not yet, not done, not complete, not completed, incomplete",
            "begun": """
                in progress, work in progress, wip, active, ongoing, started, underway, under way, running,
                in development, under development, in implementation, implementing, in testing, testing, in execution,
                executing, in work, doing, partial, partially complete, partially completed, partially done,
                mostly complete, mostly done, almost done, nearly done, investigating, under construction,
                in flight, on track
            """,
            "stuck": "blocked, stalled, stuck",
            "waiting": "waiting",
            "put_off": "on hold, hold, paused, pause, deferred, postponed, suspended, parked, frozen",
            "delayed": "delayed, later, moved",
            "finished": """
                complete, completed, done, all done, finished, closed, shipped, implemented, fully implemented,
                released, delivered, merged, deployed, live, launched, landed, built, rolled out, in production,
                implementation complete, implementation completed
            """,
            "resolved": "fixed, resolved, verified, tested, pass, passed",
            "given_up": """
                cancelled, canceled, abandoned, superseded, obsolete, withdrawn, rejected, dropped, discarded,
                discontinued
            """,
            "skipped": "skipped",
            "not_needed": """
                won't do, won't fix, wont do, wont fix, will not do, removed, not needed, no longer needed
            """,
        },
        ratings="""
            green, amber, yellow, orange, red, pass, passed, conditional pass, fail, failed, healthy, good,
            critical priority, high priority, medium priority, low priority, top priority
        """,
        yes="yes, y, x",
        no="no, n, none",
        not_yet="""
            not, not yet, never, no longer, to be, will be, must be, should be, can be, until, till, when, before, once,
            after, if, be
        """,
        said_of_things="is, are, was, were",
        subjects="""
            work, the work, project, the project, plan, the plan, this plan, implementation, the implementation,
            migration, the migration, development, it, everything, all, status
        """,
        almost="almost, nearly, partly, partially, half, mostly, largely",
        rest="remaining, remains, left, to go, outstanding, next, ahead, later, pending",
        whole="all, every, both, whole, entire, final, last",
        risks={
            RiskState.OPEN: """
                open, active, identified, new, raised, assessed, monitoring, monitored, monitor, watching, watch,
                tracked, tracking, in progress, ongoing, mitigating, being mitigated, mitigation in progress, planned,
                pending, not mitigated, unmitigated, partially mitigated, not started, to do, todo, live, reopened
            """,
            RiskState.MITIGATED: "mitigated, addressed, handled, controlled, treated, reduced, fully mitigated",
            RiskState.ACCEPTED: "accepted, accept, tolerated, residual",
            RiskState.CLOSED: """
                closed, close, resolved, done, complete, completed, cleared, eliminated, removed, solved, avoided,
                transferred, expired, fixed
            """,
            RiskState.RETIRED: "retired, obsolete, withdrawn, dropped, no longer relevant, superseded, cancelled",
            RiskState.OCCURRED: """
                occurred, happened, materialized, materialised, realized, realised, became an issue, issue, triggered
            """,
        },
        capitals="""
            complete, completed, done, finished, in progress, wip, blocked, on hold, postponed, cancelled, canceled,
            deferred, skipped
        """,
        # Beyond the format's own words: the steps of the usual scales of likelihood and impact, counted as 1 to 5.
        levels={
            Level.LOW: """
                low, lo, l, very low, extremely low, vl, minimal, rare, unlikely, very unlikely, negligible, minor,
                remote, improbable, insignificant, trivial
            """,
            Level.MEDIUM: "medium, med, mid, m, moderate, average, normal, possible, occasional, marginal",
            Level.HIGH: "high, hi, h, major, significant, serious, likely, probable",
            Level.CRITICAL: """
                critical, crit, very high, extremely high, vh, severe, extreme, catastrophic, very likely,
                almost certain, certain, frequent, blocker, showstopper
            """,
        },
        between_levels="to, or",
        after_level="""
            risk(s), impact, probability, likelihood, priority, severity, effort, level, complexity, chance,
            but, because, if, due, since, as, for, with, when, unless, until, in, on, at, given, after, before,
            without, while
        """,
    ),
    dates=DateWords(
        months=(
            "january, jan",
            "february, feb",
            "march, mar",
            "april, apr",
            "may",
            "june, jun",
            "july, jul",
            "august, aug",
            "september, sep, sept",
            "october, oct",
            "november, nov",
            "december, dec",
        ),
        weekdays="""
            monday, mon, tuesday, tues, tue, wednesday, wed, thursday, thurs, thu, friday, fri, saturday, sat, sunday,
            sun
        """,
        before="""
            on, around, approx, approximately, about, circa, ca, until, before, c, from, since, starting,
            not later than, at the latest, latest, end of day, by end of day, eod, expected, planned
        """,
        due_by="by, due, due by, due on, deadline, no later than, target, target date",
        articles="the",
        ordinals="st, nd, rd, th",
        of="of",
        week_of="of, from, beginning, starting, commencing",
        end_of="end of, the end of, late",
        calendar_weeks="w, cw, week, calendar week",
        to="to, until, till, through, thru",
        positions={"day": "day, days", "week": "week, weeks, wk, wks, w", "month": "month, months"},
        before_position="""
            est, estimated, timeline, time frame, timeframe, target, duration, schedule, scheduled, planned, date(s),
            when, in, during
        """,
    ),
    lengths=LengthWords(
        units={
            "minute": "m, min, mins, minute, minutes",
            "hour": "h, hr, hrs, hour, hours",
            "day": "d, day, days, pd, md",
            "week": "w, wk, wks, week, weeks",
            "fortnight": "fortnight, fortnights",
            "month": "mo, mos, month, months",
        },
        numbers={
            0.5: "half a, half an, half, a half",
            1.0: "a, an, one",
            2.0: "two, a couple of, couple of, a couple",
            3.0: "three",
            4.0: "four",
            5.0: "five",
            6.0: "six",
            7.0: "seven",
            8.0: "eight",
            9.0: "nine",
            10.0: "ten",
        },
        and_a_half="and a half, and one half",
        workers="""
            person, people, man, men, engineer, engineering, developer, dev, eng, team, staff, fte, work, working,
            business, full, ideal
        """,
        between="to, or, and",
        plus="and",
        up_to="""
            <, <=, ≤, up to, less than, no more than, not more than, at most, under, within, below, max, max., maximum
        """,
        about="""
            ~, ≈, ≃, ∼, ±, >, ≥, >=, =, (, [, about, around, approx, approx., approximately, roughly, circa, ca, ca.,
            c., est, est., estimated, at least, over, more than, min, min., minimum, between, another, only, just
        """,
        per="per, each, every",
        other_units="year, years, sprint, sprints, quarter, quarters, iteration, iterations, semester, semesters",
        clock="am, pm, a.m., p.m., o'clock, noon",
        measures="""
            point, points, pt, pts, sp, story, stories, line, lines, loc, file, files, commit, commits, pr, prs, pull,
            ticket, tickets, issue, issues, task, tasks, step, steps, item, items, page, pages, screen, screens, test,
            tests, change, changes, endpoint, endpoints, component, components, session, sessions, people, person,
            persons, engineer, engineers, developer, developers, dev, devs, fte, ftes, team, teams, token, tokens, usd,
            eur, euro, euros, gbp, chf, dollars, k, x, am, pm
        """,
        vague="few, several, some, many, couple, various",
        no_length="""
            a|an hour|day|week|month|sprint, after*, before*, ago*, later*, old*, prior*, from now|today
        """,
        sizes="small, medium, large, tiny, huge, low, moderate, high",
        counted="week, weeks, wk, wks, day, days, month, months, sprint, sprints",
        estimate_labels="""
            est, estimate, estimates, estimated, estimation, estimated time, estimated effort, estimated duration,
            estimated timeline, estimated work, time estimate, effort estimate, total estimate, total estimated time,
            total estimated effort, effort, total effort, duration, total duration, time required, time needed, eta
        """,
        time_labels="time, total time, total, timeline, timebox, time box",
        after_in_heading="""
            est, estimated, estimate, total, in total, effort, work, of work, each, max, duration, left, remaining
        """,
        in_placeholders="""
            hour(s)|hr(s)|h|day(s)|d|week(s)|wk(s)|min|minute(s)|month(s)|time|estimate|duration|effort
        """,
    ),
    references=ReferenceWords(
        all_before="""
            all (of) (the) previous|above|preceding|prior|earlier (tasks|steps|items), everything above|before|previous
        """,
        words={
            "task": "task, tasks",
            "phase": "phase, phases",
            "stage": "stage, stages, milestone, milestones, sprint, sprints, epic, epics, step, steps",
            "lead": """
                from, after, needs, need, requires, require, requiring, once, following, depends, depend,
                depending, dependent, blocked, waits
            """,
            "until": "until",
            "of": "of, on, by, in, via, see",
            "elsewhere": """
                before, blocks, blocking, unblocks, enables, parallel, concurrently, alongside, independent,
                independently
            """,
            "not": "not, no, cannot, never, instead",
            "and": "and, or, plus",
            "to": "to, through, thru",
            "filler": "all, both, nr, number, id, the",
        },
        nothing="""
            none, n/a, n.a., nothing, not applicable, no dependencies, no dependency, no prerequisites, no blockers,
            can start immediately, start immediately
        """,
        nothing_alone="no, na, nil, null, independent",
        but="except, besides, beyond, other than, apart from, but, until, after, once",
        said_of_tasks="""
            is, are, must, has, have, should, needs, being, complete, completes, completed, done, finished, finishes,
            ready, merged, approved, first
        """,
        sentence="""
            depends on, waits for, is blocked by, requires,
            this phase depends on, this phase waits for, this phase is blocked by, this phase requires
        """,
        in_parentheses="""
            dep, deps, depends,
            depends on, depends-on, waits for, waits on, waiting for, waiting on, blocked by, blocked-by, requires,
            needs, after, predecessors, predecessor
        """,
        part_of="of, in, from, see",
        list_words="and",
        lag_before="after",
        finish_to_start="FS",
        other_links="SS, FF, SF",
        parallel="parallel",
    ),
    people=PeopleWords(
        talked_of="""
            ask, tell, with, from, to, for, by, of, and, or, via, cc, ping, notify, contact, invite, meet, see, thank,
            mention, call, email, mail, use, as
        """,
        between="and",
        nobody="all, anyone, everyone, n/a, na, nobody, none, open, unassigned, unknown",
    ),
    placeholders=PlaceholderWords(
        unknown="""
            tbd, tba, tbc, to be determined, to be decided, to be defined, to be confirmed, to be announced,
            to be estimated, to be resolved, needs clarification, coming soon
        """,
        orders="fill in, fill me in",
    ),
)
