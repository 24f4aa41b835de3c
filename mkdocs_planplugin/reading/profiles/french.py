"""French."""

from mkdocs_planplugin.model import Level

from .records import Dates, Headings, Labels, Lengths, Placeholders, Profile, References, Roles, States

PROFILE = Profile(
    name="french",
    headings=Headings(
        phase_words="étape, etape, semaine",
        task_words="tâche",
        risk_words="risque",
        joining_words="et",
        risk_sections="(*3) risques (...)",
    ),
    labels=Labels(
        header={"created": "créé", "last_updated": "mis à jour", "status": "état"},
        risk={
            "title": "risque",
            "probability": "probabilité",
            "severity": "gravité",
            "mitigation": "atténuation",
        },
    ),
    roles=Roles(criteria="critères d'acceptation, critères de succès, critères de réussite", work="tâches, étapes"),
    states=States(
        words={
            "intended": """
                brouillon, planifié, planifiée, proposé, proposée, approuvé, approuvée, prêt, prête
            """,
            "not_begun": "pas commencé, non commencé, à faire, en attente",
            "begun": "en cours, actif, commencé",
            "stuck": "bloqué, bloquée",
            "put_off": "en pause, suspendu, suspendue, reporté, reportée",
            "finished": "terminé, terminée, fini, finie, fait, faite, livré, livrée, achevé",
            "given_up": "annulé, annulée, abandonné, abandonnée",
        },
        levels={
            Level.LOW: "faible, très faible, bas, basse, mineur, mineure",
            Level.MEDIUM: "moyen, moyenne, modéré, modérée",
            Level.HIGH: "élevé, élevée, haut, haute, fort, forte, majeur, majeure",
            Level.CRITICAL: "critique, très élevé, très élevée, très haut, très haute, très fort, très forte",
        },
        between_levels="à",
    ),
    dates=Dates(
        months=(
            "janvier, janv",
            "février, fevrier, févr, fév",
            "mars",
            "avril, avr",
            "mai",
            "juin",
            "juillet, juil",
            "août, aout",
            "septembre",
            "octobre",
            "novembre",
            "décembre, decembre, déc",
        ),
        before="le",
        ordinals="er",
        of="de",
        to="au, à",
        positions={"day": "jour, jours", "week": "semaine, semaines", "month": "mois"},
    ),
    lengths=Lengths(
        units={
            "hour": "heure, heures",
            "day": "jour, jours, journée, journées, j",
            "week": "semaine, semaines",
            "month": "mois",
        },
        numbers={
            0.5: "demi, une demi",
            1.0: "un, une",
            2.0: "deux",
            3.0: "trois",
            4.0: "quatre",
            5.0: "cinq",
            6.0: "six",
            7.0: "sept",
            8.0: "huit",
            9.0: "neuf",
            10.0: "dix",
        },
        and_a_half="et demi, et demie",
        between="à, ou",
        plus="et",
        up_to="jusqu'à, moins de",
        about="environ",
        per="par",
        counted="jour, jours, semaine, semaines",
        estimate_labels="durée, durée estimée, effort estimé, charge",
        time_labels="temps",
    ),
    references=References(
        words={
            "task": "tâche, tâches",
            "stage": "étape, étapes",
            "lead": "après, requiert, nécessite",
            "of": "de, du",
            "elsewhere": "parallèle, avant",
            "not": "ne",
            "and": "et, ou",
            "to": "à",
            "filler": "toutes",
        },
        nothing="aucun, aucune, aucune dépendance, néant",
        nothing_alone="rien",
        but="sauf",
        said_of_tasks="terminé, terminée",
        part_of="de, du",
        list_words="et",
    ),
    placeholders=Placeholders(unknown="à définir, à déterminer"),
)
