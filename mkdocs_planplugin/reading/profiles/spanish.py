"""Spanish."""

from mkdocs_planplugin.model import Level

from .records import Dates, Detection, Headings, Labels, Lengths, Placeholders, Profile, References, Roles, States

PROFILE = Profile(
    name="spanish",
    headings=Headings(
        phase_words="fase, etapa, hito, semana",
        task_words="tarea, paso",
        risk_words="riesgo",
        joining_words="y",
        risk_sections="(*3) riesgos (...)",
        answers="*mitigaci*",
        aside_words="aprobación",
    ),
    labels=Labels(
        header={
            "created": "fecha, fecha de creación",
            "last_updated": "última actualización",
            "status": "estado",
        },
        risk={
            "title": "riesgo",
            "probability": "probabilidad",
            "impact": "impacto",
            "severity": "severidad, gravedad",
            "mitigation": "mitigación",
            "contingency": "plan de contingencia",
        },
    ),
    roles=Roles(
        criteria="criterios de aceptación, criterios de éxito, criterios de salida",
        work="tareas, pasos, actividades",
    ),
    detection=Detection(plan_words="plan de"),
    states=States(
        words={
            "intended": """
                borrador, planificado, planificada, propuesto, propuesta, aprobado, aprobada, listo, lista
            """,
            "not_begun": "no iniciado, no iniciada, sin empezar, pendiente, por hacer",
            "begun": "en progreso, en curso, activo, activa, iniciado, iniciada",
            "stuck": "bloqueado, bloqueada",
            "put_off": "en pausa, pausado, pausada, aplazado, aplazada, pospuesto",
            "finished": "completado, completada, terminado, terminada, hecho, hecha, finalizado, finalizada",
            "given_up": "cancelado, cancelada, descartado, descartada",
        },
        levels={
            Level.LOW: "bajo, baja, muy bajo, muy baja, leve",
            Level.MEDIUM: "medio, media, moderado, moderada",
            Level.HIGH: "alto, alta",
            Level.CRITICAL: "crítico, crítica, muy alto, muy alta",
        },
    ),
    dates=Dates(
        months=(
            "enero, ene",
            "febrero",
            "marzo",
            "abril, abr",
            "mayo",
            "junio",
            "julio",
            "agosto, ago",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre, dic",
        ),
        before="el",
        ordinals="º",
        of="de",
        to="a, al",
        positions={"day": "día, días", "week": "semana, semanas", "month": "mes, meses"},
    ),
    lengths=Lengths(
        units={
            "minute": "minutos",
            "hour": "hora, horas",
            "day": "día, días",
            "week": "semana, semanas",
            "month": "mes, meses",
        },
        numbers={
            0.5: "medio, media",
            1.0: "un, uno, una",
            2.0: "dos",
            3.0: "tres",
            4.0: "cuatro",
            5.0: "cinco",
            6.0: "seis",
            7.0: "siete",
            8.0: "ocho",
            9.0: "nueve",
            10.0: "diez",
        },
        and_a_half="y medio, y media",
        between="a, o",
        plus="y",
        up_to="hasta, máximo, menos de",
        about="aprox, aprox., unos, cerca de",
        per="por",
        counted="día, días, semana, semanas",
        estimate_labels="duración, duración estimada, estimación, esfuerzo, tiempo estimado",
        time_labels="tiempo",
    ),
    references=References(
        words={
            "task": "tarea, tareas",
            "phase": "fase, fases",
            "stage": "etapa, etapas",
            "lead": "depende, después, tras",
            "elsewhere": "antes",
            "and": "y, o",
            "to": "a, hasta",
            "filler": "todas",
        },
        nothing="ninguna, ninguno, sin dependencias",
        nothing_alone="nada",
        but="excepto",
        said_of_tasks="completado, completada",
        part_of="de",
        list_words="y",
    ),
    placeholders=Placeholders(unknown="por definir, por determinar"),
)
