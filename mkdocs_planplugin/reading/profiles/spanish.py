"""Spanish."""

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
    name="spanish",
    headings=HeadingWords(
        term_letters="t, s",
        phase_of="de, del, de la",
        number_endings="ª, º, ra, da, ta, er, do, to, a, .ª",
        ordinal_words=("primera, primer", "segunda, segundo", "tercera, tercer", "cuarta, cuarto", "quinta, quinto"),
        zero="cero",
        part_words="pista, frente, paquete de trabajo",
        number_words=("uno", "dos", "tres", "cuatro", "cinco"),
        last_words="final, última, último",
        phase_named="fase, etapa",
        phase_words="fase, etapa, hito, semana, iteración, mes, día, paso, ola, oleada",
        task_words="tarea, paso",
        step_words="paso",
        risk_words="riesgo",
        joining_words="y",
        sections={"phases": "fases, plan de implementación, tareas, próximos pasos"},
        risk_sections="(*3) riesgos (...)",
        risk_lists="(*1) riesgos (*1)",
        risk_answers="(*2) mitigación|tratamiento de riesgos (*1)",
        answers="*mitigaci*, *decision*",
        stage_words="hito, iteración",
    ),
    labels=LabelWords(
        header_sections="(*1) estado, información (*2), metadatos, datos (*2), ficha (*2)",
        blocking={"causes": "bloqueado por, bloqueada por, a la espera de, en espera de, esperando a"},
        task={
            "files": "archivo, archivos, archivos afectados, fichero, ficheros",
            "dependencies": """
                dependencia, dependencias, depende de, requisitos previos, prerrequisito, prerrequisitos, requiere,
                bloqueado por, bloqueada por, predecesor, predecesores
            """,
            "risk": "riesgo, nivel de riesgo",
            "estimate": "duración, duración estimada, estimación, esfuerzo, esfuerzo estimado, tiempo estimado",
            "validation": "validación",
            "owner": "responsable, responsables, asignado a, asignada a, encargado",
            "status": "estado",
            "start": "inicio, fecha de inicio",
            "due": "fecha límite, plazo, vencimiento, fecha de entrega",
            "end": "fin, fecha de fin",
            "until": "bloqueado hasta",
            "progress": "progreso, avance",
            "remaining": "restante",
        },
        phase={
            "criteria": "hecho cuando, listo cuando, terminado cuando",
            "dependencies": "dependencia, dependencias, depende de, requisitos previos, prerrequisitos",
            "estimate": "duración, duración estimada, estimación, esfuerzo, esfuerzo estimado, tiempo estimado",
            "time": "periodo, período, cronograma",
            "status": "estado",
        },
        task_table={
            "title": "tarea, tareas, acción, actividad",
            "name": "descripción, nombre",
            "planned": "previsto, planificado",
        },
        header={
            "start": "inicio, fecha de inicio",
            "dependencies": "dependencias, depende de, requisitos previos",
            "created": "fecha, fecha de creación",
            "last_updated": "última actualización, actualizado",
            "status": "estado",
            "owner": "jefe de proyecto, jefa de proyecto, responsable del proyecto, responsable, responsables",
            "author": "autor, autora, autores",
            "due": "fecha de fin, fin previsto, fin, fecha límite, plazo, vencimiento",
        },
        risk={
            "status": "estado",
            "owner": "responsable",
            "title": "riesgo",
            "probability": "probabilidad",
            "impact": "impacto",
            "severity": "severidad, gravedad",
            "mitigation": "mitigación, respuesta, plan de mitigación, contramedida, medida, medidas",
            "contingency": "plan de contingencia",
        },
    ),
    roles=RoleWords(
        tried_by_hand="pruebas manuales (...)",
        before="(*3) antes de|del (...)",
        behind="después (...), tras (...), durante (...), el día (...)",
        repeated="""
            checklist|rutina|lista diario|diaria|semanal|mensual, lista de verificación diaria|semanal|mensual,
            antes|después de cada, cada mañana|tarde|noche|día|semana|mes
        """,
        subtasks="subtareas",
        explains="significa, indica",
        criteria="""
            criterio(s), definición de hecho|terminado|completado, hecho|listo|terminado cuando,
            métricas|indicadores de éxito
        """,
        checks="verificación, verificaciones, validación, validaciones, aceptación, puerta(s) de calidad",
        check_nouns="final, finales, manual, manuales, pre-*, post-*, previas",
        checklists="lista de verificación|comprobación|control",
        deliverables="entregable(s)",
        scopes="alcance, contenido",
        aside="""
            aprobación, aprobaciones, leyenda, índice, preguntas, requisitos previos, riesgos, fuera de|del alcance,
            no incluido|incluidos
        """,
        work_names="implementación, tareas, pasos",
        final_names="final, calidad, entrega, completitud, despliegue",
        task_lists="tareas, pasos",
        milestones="hito(s)",
        work="""
            orden de implementación, orden de ejecución,
            tareas, pasos, actividades, acciones, actividades principales, actividades clave, subtareas, trabajos,
            por hacer, pendientes, implementación, próximos pasos, tareas principales
        """,
        beside="""
            decisión, decisiones, objetivo(s), meta(s), contexto, duración, equipo, recurso(s), dependencia(s),
            nota(s), presupuesto, costo(s), beneficio(s), ventaja(s), problema, alcance, indicador, indicadores,
            métrica(s), responsable(s), justificación, hito(s), resultados esperados, funcionalidades,
            funcionalidades principales|clave, tecnologías, stack (*), requisitos (*), principios, restricciones,
            arquitectura (*), reglas (*)
        """,
        gates="puerta, puerta de calidad",
        horizons="""
            corto|mediano|medio|largo plazo (...), prioridad alta|media|baja (...), alta|media|baja prioridad (...),
            pendiente(s), acciones inmediatas|prioritarias (...), inmediato (...)
        """,
        work_patterns="""
            (próximos|primeros|siguientes) pasos (...), pasos|orden|plan de (*2), hoja de ruta (...),
            trabajo pendiente|restante (...), tareas (*2), a futuro,
            mejoras|funciones|funcionalidades futuras|previstas|planificadas
        """,
        goals="objetivo(s), objetivos (*)",
    ),
    detection=DetectionWords(
        list_titles="hoja de ruta",
        plan_titles="hoja de ruta, cronograma, planificación del|de",
        plan_for="de, del, para",
        neutral_titles="introducción, visión general",
        plan_words="""
            plan, cronograma, hoja de ruta, tareas, hitos, planificación, seguimiento, fases, próximos pasos,
            calendario de trabajo|entregas|actividades, migración
        """,
        plan_places="plan|planes, cronograma, hoja de ruta, tareas, hitos, planificación, planificacion",
        other_titles="""
            guía, informe, acta, lista de verificación, resumen, revisión, auditoría, retrospectiva, procedimiento,
            política, referencia, notas de la versión, instrucciones, reunión
        """,
        template_places="plantilla(s)",
        plan_sections="fases, cronograma, riesgos, hitos, tareas, entregables, próximos pasos",
        work_sections="pendiente, pendientes, en progreso, próximos pasos, tareas, completado, por hacer",
        repeated_use="antes de (...), para cada (...), cada (...), diario (...), semanal (...)",
        work_columns="tarea(s), fase(s), hito(s), etapa(s), semana(s), período, periodo, mes, actividad|actividades",
        state_columns="""
            estado, responsable, plazo, duración, esfuerzo, fecha, inicio, fin, fecha de inicio|fin, quién, cuándo
        """,
        report_labels="antes, después, verificado por, probado por",
        address="usted, ustedes, tú, tus",
        report_sections="""
            archivo(s) modificados|creados|eliminados (...), resultado(s) de las pruebas (...),
            cambios realizados (...), lo que se hizo (...), logros (...), correcciones aplicadas (...)
        """,
        other_sections="""
            configuración, ejemplo, ejemplos, parámetros, requisitos previos, solución de problemas,
            introducción, índice, contexto, limitaciones, asistentes, orden del día, conclusión, conclusiones,
            bibliografía
        """,
        readme_sections="instalación, uso, licencia",
    ),
    states=StateWords(
        words={
            "intended": """
                borrador, planificado, planificada, propuesto, propuesta, aprobado, aprobada, listo, lista
            """,
            "to_be_approved": "pendiente de aprobación, pendiente de revisión",
            "not_begun": "no iniciado, no iniciada, sin empezar, pendiente, por hacer",
            "begun": "en progreso, en curso, activo, activa, iniciado, iniciada, fase actual",
            "stuck": "bloqueado, bloqueada",
            "put_off": "en pausa, pausado, pausada, aplazado, aplazada, pospuesto",
            "finished": """
                completado, completada, terminado, terminada, hecho, hecha, finalizado, finalizada, implementado,
                implementada
            """,
            "given_up": "cancelado, cancelada, descartado, descartada",
        },
        not_yet="no, aún no, todavía no, sin, nada, nunca, por, será, debe ser, antes, después, cuando, si",
        almost="casi, parcialmente, en parte, medio, mayormente",
        risks={
            RiskState.OPEN: "abierto",
            RiskState.MITIGATED: "mitigado",
            RiskState.ACCEPTED: "aceptado",
            RiskState.CLOSED: "cerrado, resuelto",
            RiskState.OCCURRED: "ocurrido, materializado",
        },
        levels={
            Level.LOW: "bajo, baja, muy bajo, muy baja, leve",
            Level.MEDIUM: "medio, media, moderado, moderada",
            Level.HIGH: "alto, alta",
            Level.CRITICAL: "crítico, crítica, muy alto, muy alta",
        },
    ),
    dates=DateWords(
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
        weekdays="lunes, martes, miércoles, jueves, viernes, sábado, domingo",
        before="el",
        due_by="antes del, para el, hasta el",
        week_of="del, de",
        end_of="fin de, finales de",
        calendar_weeks="semana",
        ordinals="º",
        of="de",
        to="a, al",
        positions={"day": "día, días", "week": "semana, semanas", "month": "mes, meses"},
    ),
    lengths=LengthWords(
        units={
            "minute": "minutos",
            "hour": "hora, horas",
            "day": "día, días",
            "week": "semana, semanas",
            "fortnight": "quincena, quincenas",
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
        measures="punto, puntos, línea, líneas, archivo, archivos, tarea, tareas, paso, pasos, persona, personas",
    ),
    references=ReferenceWords(
        in_parentheses="depende de, bloqueado por, bloqueada por, requiere, después de, tras",
        all_before="todas|todos las|los (tareas|pasos) anteriores, todo lo anterior",
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
        lag_before="después de, tras",
        finish_to_start="FC",
        other_links="CC, FF, CF",
    ),
    people=PeopleWords(
        talked_of="con, de, a, para, por, y, o",
        between="y, e",
        nobody="todos, todas, nadie, ninguno, sin asignar, por asignar, desconocido",
    ),
    placeholders=PlaceholderWords(unknown="por definir, por determinar", legends="leyenda, niveles, valores"),
)

# Many write it without accents.
PROFILE = without_accents(_WORDS)
