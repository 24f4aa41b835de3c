"""Russian."""

from mkdocs_planplugin.model import Level

from .records import (
    DateWords,
    DetectionWords,
    HeadingWords,
    LabelWords,
    LengthWords,
    PlaceholderWords,
    Profile,
    ReferenceWords,
    RoleWords,
    StateWords,
)

PROFILE = Profile(
    name="russian",
    headings=HeadingWords(
        phase_words="этап, фаза",
        task_words="задача, шаг",
        risk_words="риск",
        joining_words="и",
        risk_sections="(*3) риски (...)",
        answers="*стратеги*",
    ),
    labels=LabelWords(
        header={"created": "дата, дата создания", "last_updated": "обновлено", "status": "статус"},
        risk={
            "title": "риск, риски",
            "probability": "вероятность",
            "impact": "влияние, воздействие",
            "mitigation": "снижение, меры, меры снижения, митигация",
            "contingency": "план б",
        },
        totals="итого...",
    ),
    roles=RoleWords(
        criteria="""
            критерии приёмки, критерии приемки, критерии завершения, критерии успеха, критерии готовности
        """,
        work="задачи, шаги, работы",
    ),
    detection=DetectionWords(plan_words="план"),
    states=StateWords(
        words={
            "intended": """
                черновик, запланировано, запланирован, предложено, утверждено, утверждён, согласовано
            """,
            "not_begun": "не начато, не начат, ожидает",
            "begun": "в работе, в процессе, выполняется, активен, начато",
            "stuck": "заблокировано, заблокирован",
            "put_off": "приостановлено, приостановлен, отложено, отложен",
            "finished": "завершено, завершён, завершен, выполнено, готово, сделано",
            "given_up": "отменено, отменён, отменен",
        },
        levels={
            Level.LOW: "низкий, низкая, низкое, низко, очень низкий, очень низкая, минимальный",
            Level.MEDIUM: "средний, средняя, средне, среднее, умеренный, умеренная",
            Level.HIGH: "высокий, высокая, высокое, высоко",
            Level.CRITICAL: "критический, критическая, критично, критичный, очень высокий, очень высокая",
        },
        between_levels="до",
    ),
    dates=DateWords(
        months=(
            "января, янв",
            "февраля, фев",
            "марта, мар",
            "апреля, апр",
            "мая",
            "июня, июн",
            "июля, июл",
            "августа, авг",
            "сентября, сен, сент",
            "октября, окт",
            "ноября, ноя, нояб",
            "декабря, дек",
        ),
        before="до, к",
        to="до, по",
        positions={"day": "день, дни", "week": "неделя, недели", "month": "месяц, месяцы"},
    ),
    lengths=LengthWords(
        units={
            "minute": "минут, минуты, минута, мин",
            "hour": "час, часа, часов, ч",
            "day": "день, дня, дней, дн",
            "week": "неделя, недели, недель, нед",
            "month": "месяц, месяца, месяцев, мес",
        },
        numbers={
            1.0: "один, одна",
            2.0: "два, две",
            3.0: "три",
            4.0: "четыре",
            5.0: "пять",
            6.0: "шесть",
            7.0: "семь",
            8.0: "восемь",
            9.0: "девять",
            10.0: "десять",
        },
        between="до, и",
        plus="и",
        up_to="до",
        about="около, примерно",
        estimate_labels="оценка, длительность, трудозатраты",
        time_labels="время, срок",
    ),
    references=ReferenceWords(
        words={
            "task": "задача, задачи, задач, задачу",
            "phase": "фаза, фазы, фазу, этап, этапы, этапа",
            "lead": "после, требует",
            "of": "от, из",
            "elsewhere": "до, перед, параллельно",
            "not": "не",
            "and": "и, или",
            "to": "по",
            "filler": "все",
        },
        nothing="нет, нет зависимостей, отсутствуют",
        but="кроме",
        said_of_tasks="готово, завершено",
    ),
    placeholders=PlaceholderWords(unknown="уточняется, будет определено"),
)
