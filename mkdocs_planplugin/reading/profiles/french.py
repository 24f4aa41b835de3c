"""French."""

from mkdocs_planplugin.model import Level, RiskState

from .phrases import without_accents
from .records import (
    DateWords,
    DetectionWords,
    HeadingWords,
    LabelWords,
    LengthWords,
    PeopleWords,
    PlaceholderWords,
    Profile,
    ReferenceWords,
    RoleWords,
    StateWords,
)

_WORDS = Profile(
    name="french",
    headings=HeadingWords(
        term_letters="t, s",
        phase_of="de, du, des, de la, d'",
        risks_addressed="risque(s) adressés|traités",
        number_endings="ère, ere, re, er, e, ème, eme",
        ordinal_words=("première, premier", "deuxième", "troisième", "quatrième", "cinquième"),
        zero="zéro",
        part_words="lot, chantier, piste",
        number_words=("un", "deux", "trois", "quatre", "cinq"),
        last_words="finale, final, dernière",
        phase_named="étape",
        phase_words="étape, etape, semaine, jalon, lot, vague, itération, mois, jour",
        task_words="tâche",
        risk_words="risque",
        joining_words="et",
        sections={"phases": "phases, étapes, plan de mise en œuvre, tâches, prochaines étapes"},
        risk_sections="(*3) risques (...)",
        risk_lists="(*1) risques (*1)",
        risk_answers="(*2) atténuation|mitigation|réduction|traitement des risques (*1)",
        stage_words="jalon, lot, itération",
        answers="*décision*",
    ),
    labels=LabelWords(
        header_sections="(*1) statut, informations (*2), métadonnées, fiche (*2)",
        blocking={"causes": "bloqué par, bloquée par, en attente de, en attente du"},
        task={
            "files": "fichier, fichiers, fichiers concernés, fichiers modifiés",
            "dependencies": """
                dépendance, dépendances, dépend de, prérequis, pré-requis, requiert, nécessite, bloqué par, bloquée par,
                prédécesseur, prédécesseurs
            """,
            "risk": "risque, niveau de risque",
            "estimate": "durée, durée estimée, effort estimé, charge, charge estimée, estimation, temps estimé",
            "owner": "responsable, assigné à, assignée à, pilote",
            "status": "statut, état",
            "start": "début, date de début",
            "due": "échéance, date limite, date cible",
            "end": "fin, date de fin",
            "until": "bloqué jusqu'au",
            "progress": "avancement, progression",
            "remaining": "reste à faire, restant",
        },
        phase={
            "criteria": "terminé quand, fini quand, fait quand",
            "dependencies": "dépendance, dépendances, dépend de, prérequis, pré-requis",
            "estimate": "durée, durée estimée, effort estimé, charge, charge estimée, estimation, temps estimé",
            "time": "période, calendrier",
            "status": "statut, état",
        },
        task_table={"title": "tâche, tâches, action, étape", "name": "description, nom", "planned": "prévu"},
        header={
            "start": "début, date de début",
            "dependencies": "dépendances, dépend de, prérequis",
            "created": "créé, créé le, date de création",
            "last_updated": "mis à jour, mis à jour le, dernière mise à jour",
            "status": "état, statut",
            "owner": "chef de projet, cheffe de projet, responsable du projet, responsable, pilote",
            "author": "auteur, auteurs, autrice",
            "due": "fin prévue, date de fin, fin, échéance, date limite",
        },
        risk={
            "status": "statut, état",
            "owner": "responsable",
            "title": "risque",
            "probability": "probabilité, vraisemblance",
            "impact": "conséquence, conséquences",
            "severity": "gravité",
            "mitigation": "atténuation, mesure, mesures, mesure d'atténuation, mesures d'atténuation, parade",
            "contingency": "plan de contingence, plan de secours",
        },
    ),
    roles=RoleWords(
        tried_by_hand="tests manuels (...), essais (...)",
        before="(*3) avant (...)",
        behind="après (...), pendant (...), le jour (...)",
        subtasks="sous-tâches",
        explains="signifie, indique",
        criteria="""
            acceptation, critere(s), critère(s), définition de terminé|fini, terminé|fini|prêt quand, recette,
            métriques|indicateurs de succès|réussite|performance
        """,
        checks="vérification(s), validation",
        check_nouns="finale(s), manuelle(s)",
        checklists="liste de contrôle|vérification",
        deliverables="livrable(s)",
        scopes="périmètre, contenu",
        aside="""
            approbation(s), légende, sommaire, table des matières, questions, prérequis, risques, hors périmètre|sujet,
            non prévu|prévus
        """,
        work_names="mise en œuvre, tâches, étapes, implémentation",
        final_names="final, finale, qualité, livraison, déploiement",
        task_lists="tâches, étapes",
        milestones="jalon(s)",
        work="""
            ordre d'implémentation, ordre de mise en œuvre,
            tâches, étapes, actions, activités, travaux, sous-tâches, à faire, tâches principales,
            actions principales, activités clés, prochaines étapes, mise en œuvre, chantiers
        """,
        beside="""
            décision(s), objectif(s), but(s), contexte, durée, équipe, ressource(s), dépendance(s), remarque(s),
            note(s), budget, coût(s), bénéfice(s), avantage(s), problème, périmètre, indicateur(s), responsable(s),
            justification, jalon(s), résultats attendus, fonctionnalités principales|clés, pile technique,
            technologies, stack (*), exigences, principes, contraintes, architecture (*), règles (*)
        """,
        horizons="""
            court|moyen|long terme (...), priorité haute|moyenne|basse (...), haute|moyenne|basse priorité (...),
            à faire, actions immédiates|prioritaires (...), immédiat (...)
        """,
        work_patterns="""
            (prochaines|premières|principales) (*) étapes|tâches|actions, étapes|ordre|plan de|d' (*2),
            étapes de (*2), feuille de route (...), reste à faire, à venir, évolutions prévues|futures,
            travail restant (...), améliorations prévues|futures, fonctionnalités prévues|futures|à venir
        """,
        repeated="""
            checklist(s)|routine(s) quotidienne(s)|hebdomadaire(s)|mensuelle(s), avant|après|à chaque,
            chaque matin|jour|soir|semaine|mois
        """,
        goals="objectif(s), objectifs (*)",
    ),
    detection=DetectionWords(
        list_titles="feuille de route",
        plan_titles="""
            feuille de route, calendrier, planning du|de|des, planning prévisionnel, échéancier, planification du|de
        """,
        plan_for="de, du, des, pour, d'",
        other_sections="""
            introduction générale, conclusion générale, résumé, bibliographie, annexes, sommaire, table des matières,
            pages préliminaires, remerciements, configuration, exemple, exemples, paramètres, prérequis, dépannage,
            introduction, contexte, limitations, participants, ordre du jour, conclusion, comportement
        """,
        neutral_titles="aperçu, vue d'ensemble, présentation",
        plan_words="""
            plan, feuille de route, tâches, jalons, planification, calendrier, étapes, planning, échéancier,
            prochaines étapes
        """,
        plan_places="""
            plan(s), planification, feuille de route, tâches, taches, jalons, planning, calendrier, échéancier,
            echeancier
        """,
        other_titles="""
            manuel, rapport, compte rendu, tutoriel, bilan, guide, mode d'emploi, procédure,
            liste de contrôle|vérification, revue, résumé, synthèse, rétrospective, procès-verbal, politique,
            référence, notes de version, journal des modifications, réunion
        """,
        template_places="modèle(s), gabarit(s)",
        plan_sections="étapes, planning, risques, jalons, livrables, tâches, prochaines étapes, calendrier",
        work_sections="à faire, en cours, terminé, prochaines étapes, tâches",
        repeated_use="avant chaque|de (...), à chaque (...), pour chaque (...), chaque (...)",
        work_columns="""
            tâche(s), étape(s), jalon(s), phase(s), fonctionnalité(s), livrable(s), semaine(s), période, mois
        """,
        state_columns="""
            statut, état, responsable, durée, charge, échéance, avancement, début, fin, date, qui, quand,
            date de début|fin
        """,
        report_labels="avant, après, vérifié par, testé par, réalisé par",
        stories="en tant que",
        wishes="je veux, je souhaite, je voudrais, j'aimerais, je peux, je dois, afin de, afin que",
        address="vous, votre, vos",
        report_sections="""
            fichier(s) modifié(s)|créé(s)|supprimé(s) (...), résultat(s) des tests (...), ce qui a été (...),
            modifications effectuées (...), corrections appliquées (...)
        """,
        readme_sections="installation, utilisation, licence",
    ),
    states=StateWords(
        words={
            "intended": """
                brouillon, planifié, planifiée, proposé, proposée, approuvé, approuvée, prêt, prête
            """,
            "to_be_approved": "en attente de validation, en attente d'approbation, à valider",
            "not_begun": "pas commencé, non commencé, à faire, en attente",
            "begun": "en cours, actif, commencé, phase actuelle, phase en cours",
            "stuck": "bloqué, bloquée",
            "put_off": "en pause, suspendu, suspendue, reporté, reportée",
            "finished": """
                terminé, terminée, fini, finie, fait, faite, livré, livrée, achevé, implémenté, implémentée, déployé
            """,
            "given_up": "annulé, annulée, abandonné, abandonnée",
        },
        not_yet="pas, pas encore, non, jamais, rien, à, doit être, sera, avant, après, quand, si",
        almost="presque, quasi, quasiment, partiellement, en partie, à moitié, en grande partie",
        risks={
            RiskState.OPEN: "ouvert",
            RiskState.MITIGATED: "atténué, maîtrisé",
            RiskState.ACCEPTED: "accepté",
            RiskState.CLOSED: "fermé, clos, clôturé, résolu",
            RiskState.OCCURRED: "survenu",
        },
        levels={
            Level.LOW: "faible, très faible, bas, basse, mineur, mineure",
            Level.MEDIUM: "moyen, moyenne, modéré, modérée",
            Level.HIGH: "élevé, élevée, haut, haute, fort, forte, majeur, majeure",
            Level.CRITICAL: "critique, très élevé, très élevée, très haut, très haute, très fort, très forte",
        },
        between_levels="à",
    ),
    dates=DateWords(
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
        weekdays="lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche",
        before="le, à partir du",
        due_by="avant le, pour le, d'ici le, jusqu'au",
        week_of="du, de",
        end_of="fin",
        calendar_weeks="semaine",
        ordinals="er",
        of="de",
        to="au, à",
        positions={"day": "jour, jours", "week": "semaine, semaines", "month": "mois"},
    ),
    lengths=LengthWords(
        units={
            "hour": "heure, heures",
            "day": "jour, jours, journée, journées, j",
            "week": "semaine, semaines",
            "fortnight": "quinzaine",
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
        measures="ligne, lignes, fichier, fichiers, tâche, tâches, étape, étapes, personne, personnes, développeurs",
    ),
    references=ReferenceWords(
        in_parentheses="dépend de, bloqué par, bloquée par, requiert, nécessite, après",
        all_before="toutes|tous les précédentes|précédents, toutes les tâches|étapes précédentes",
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
        lag_before="après",
        finish_to_start="FD",
        other_links="DD, FF, DF",
    ),
    people=PeopleWords(
        talked_of="avec, de, à, pour, par, et, ou, chez",
        between="et",
        nobody="tous, tout le monde, personne, aucun, non assigné, non attribué, inconnu",
    ),
    placeholders=PlaceholderWords(unknown="à définir, à déterminer", legends="légende, niveaux, valeurs"),
)

# Many write it without accents.
PROFILE = without_accents(_WORDS)
