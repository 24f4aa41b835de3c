# The words of the format, and what real plans write instead. A new synonym is a new word in a table here. All words
# are compared as `label_key` makes them: lower case, without signs.
"""Labels and headings that mean something."""

from __future__ import annotations

import re
from collections.abc import Mapping


def _index(table: Mapping[str, str]) -> dict[str, str]:
    """From `meaning: "word | word"` to `word: meaning`."""
    return {word.strip().casefold(): meaning for meaning, words in table.items() for word in words.split("|")}


def _phrases(words: str) -> frozenset[str]:
    """The phrases of `"word | word"`."""
    return frozenset(word.strip().casefold() for word in words.split("|"))


# What a heading's section is about. The longest phrase that the heading starts with decides.
SECTIONS = _index(
    {
        "discovery": "discovery summary | discovery | research summary | research | context and findings",
        "phases": "implementation phases | phases | implementation plan | tasks | task list | task breakdown | "
        "detailed task breakdown | implementation tasks | implementation steps | implementation | work breakdown | "
        "work plan | progress | roadmap | next steps | immediate next steps | plan of work | to do | todo | "
        "implementation checklist | documentation plan | summary checklist",
        "risks": "risk assessment | risks | risk analysis | risk register | risk management | risk mitigation | "
        "risks and mitigations | risks & mitigations | risks and mitigation | risks & mitigation | risk matrix | "
        "위험 | 리스크 | 风险 | 風險 | リスク",
        "resources": "resource requirements | resources | resource allocation | team and resources",
        "communication": "communication plan | communication",
        "definition_of_done": "definition of done | done criteria | final checklist | overall success criteria | "
        "completion checklist | success criteria | quality checklist | quality gates | acceptance criteria | "
        "成功基準 | 完了条件 | 完了基準 | 验收标准 | 完成标准 | 완료 기준 | 성공 기준 | 성공 메트릭",
        "rollback": "rollback plan | rollback | rollback strategy",
        "timeline": "timeline summary | timeline | schedule | timeline overview | estimated timeline",
        "metrics": "success metrics | metrics | key metrics",
        "notes": "notes & assumptions | notes and assumptions | assumptions | notes | open questions | "
        "assumptions and open questions | dependencies on other teams",
        "history": "version history | revision history | change history | document history | changelog",
    }
)

# The fields of a plan's header.
HEADER = _index(
    {
        "based_on": "based on | spec | specification | source spec | related spec | feature spec",
        "created": "created | date | created on | creation date | date created | start date | erstellt | datum | "
        "créé | fecha | fecha de creación | criado em | дата | дата создания | 日期 | 创建日期 | 创建时间 | 作成日 | "
        "작성일 | 날짜",
        "last_updated": "last updated | updated | last update | last modified | modified | aktualisiert | mis à jour | "
        "última actualización | обновлено | 更新日期 | 最后更新 | 更新日 | 最終更新 | 최종 수정일",
        "status": "status | plan status | current status | overall status | état | estado | статус | 状态 | 狀態 | "
        "状態 | ステータス | 상태",
        "due": "due | due date | deadline | target date",
        "dependencies": "depends on | dependencies | blocked by | requires | prerequisites | waits for",
    }
)

# The attributes of a task that the model has a field for; all others are kept under their label.
ATTRIBUTES = _index(
    {
        "files": "files/components | files | file | file(s) | components | files to modify | files to create | "
        "files affected | affected files | components/files",
        "dependencies": "dependencies | dependency | depends on | prerequisites | prerequisite | blocked by | depends",
        "risk": "risk level | risk",
        "estimate": "estimate | est | effort | estimated effort | estimated time | time estimate | duration | "
        "estimated duration | time",
        # A number alone counts hours.
        "hours": "estimated hours | hours | est hours | hours estimate | estimated hrs",
        "validation": "validation | verification | how to verify",
        "owner": "owner | assignee | assigned to | responsible | owners",
        "status": "status | state",
        "start": "start | start date | starts | starts on | starting | begin | begins | begins on | begin date | "
        "planned start | earliest start | not before",
        "due": "due | due date | due on | due by | deadline | finish by | finish date | finish | end | end date | "
        "ends | target date | planned end | planned finish | complete by",
        "remaining": "remaining | remaining effort | remaining work | remaining time | remaining estimate | left | "
        "time left | effort left | work left | time remaining | effort remaining | still to do",
    }
)

# What stands under a label or a deeper heading of a phase.
PHASE_PARTS = _index(
    {
        "criteria": "phase completion criteria | completion criteria | acceptance criteria | success criteria | "
        "exit criteria | criteria | definition of done | quality gates | quality gate | verification | "
        "validation criteria | phase acceptance criteria | phase exit criteria | done when | checkpoint",
        "dependencies": "dependencies | depends on | prerequisites | phase dependencies",
        "estimate": "estimate | est | effort | estimated effort | estimated time | time estimate | duration | "
        "estimated duration | phase estimate",
        # How long or when, and maybe neither: then it is no estimate.
        "time": "timeline | timeframe | time frame | dates | when | schedule | target dates | planned dates",
        "status": "status | state | phase status | current status",
        "rationale": "rationale | why this phase | why first | why now",
    }
)
# What criteria are called beyond that.
CRITERIA = _phrases(
    """
        akzeptanzkriterien | abnahmekriterien | erfolgskriterien | abschlusskriterien | critères d'acceptation |
        critères de succès | critères de réussite | criterios de aceptación | criterios de éxito | criterios de salida |
        critérios de aceitação | critérios de sucesso | критерии приёмки | критерии приемки | критерии завершения |
        критерии успеха | критерии готовности | 验收标准 | 完成标准 | 成功标准 | 受け入れ基準 | 受入基準 | 完了条件 |
        完了基準 | 成功基準 | 완료 기준 | 인수 기준 | 성공 기준 | 검증 기준 | 재확인
    """
)
RATIONALE = re.compile(r"why (?:this|that|is this) (?:phase|stage|step|milestone)\b.*")

# The labels under which a phase lists its work, and how they are built.
WORK_LABEL = re.compile(r"(?:[^\s]+ ){0,2}(?:tasks|steps|activities|actions|work items|to-?dos?)")
WORK_LABELS = _phrases(
    """
        tasks | task | task list | subtasks | sub-tasks | steps | work | work items | activities | actions |
        action items | implementation | implementation steps | implementation tasks | key tasks | to do | todo |
        changes | aufgaben | schritte | tâches | étapes | tareas | pasos | actividades | tarefas | passos | atividades |
        attività | uppgifter | taken | задачи | шаги | работы | 任务 | 步骤 | 工作内容 | タスク | 作業 | 手順 |
        作業内容 | 작업 | 과제 | 단계
    """
)

# A list of files is none of tasks, even with boxes.
FILES_LABEL = re.compile(
    r"(?:[^\s]+ ){0,3}files?(?: (?:to|affected|changed|modified|touched|created)(?: .*)?)?|[^\s]*(?:ファイル|文件|파일)"
)

# The labels inside the format's other sections.
PARTS = _index(
    {
        "findings": "key findings | findings",
        "decisions": "technical decisions | decisions | key decisions | design decisions",
        "team": "team members | team | people | roles",
        "tools": "tools & services | tools and services | tools | services",
        "infrastructure": "infrastructure | environments",
        "updates": "stakeholder updates | updates",
        "decision_points": "decision points | decision point",
        "review": "review | review date",
        "assumptions": "assumptions | assumption",
        "questions": "open questions | questions | open question",
        "external": "dependencies on other teams | external dependencies | team dependencies | "
        "dependencies on other teams and services",
    }
)

# The attributes of a risk, also the columns of a risk table.
RISK_ATTRIBUTES = _index(
    {
        "title": "risk | description | risk description | risk item | risk factor | challenge | issue | risiko | "
        "risque | riesgo | risco | риск | риски | 위험 | 위험 요소 | 리스크 | 风险 | 风险项 | 風險 | リスク",
        "id": "id | no | nr | risk id | risk no | ref",
        "probability": "probability | likelihood | prob | chance | wahrscheinlichkeit | probabilité | probabilidad | "
        "probabilidade | вероятность | 가능성 | 확률 | 발생 가능성 | 概率 | 可能性 | 確率 | 発生確率",
        "impact": "impact | consequence | auswirkung | auswirkungen | schaden | impacto | влияние | воздействие | "
        "영향 | 영향도 | 影响 | 影响程度 | 影響 | 影響度",
        # How bad it is, where no impact is named beside it.
        "severity": "severity | schwere | gravité | severidad | gravedad | severidade | 심각도 | 严重程度 | 重要度",
        "mitigation": "mitigation strategy | mitigation | mitigations | mitigation plan | response | countermeasure | "
        "solution | how to handle | maßnahme | maßnahmen | gegenmaßnahme | gegenmaßnahmen | atténuation | "
        "mitigación | mitigação | снижение | меры | меры снижения | митигация | 완화 | 완화 전략 | 완화 방안 | 대응 | "
        "대응 방안 | 대응 전략 | 缓解措施 | 应对措施 | 缓解 | 对策 | 対策 | 軽減策 | 対応策",
        "contingency": "contingency plan | contingency | fallback | plan b | notfallplan | plan de contingencia | "
        "plano de contingência | план б | 비상 계획 | 应急计划 | 应急预案 | 代替案",
        "priority": "priority | level | risk level",
    }
)
PRIORITY_HEADING = re.compile(r"(?P<level>critical|high|medium|low)[\s-](?:priority[\s-])?risks?(?: items?)?\b.*")

# Columns of the two tables that the format has.
TIMELINE_COLUMNS = _index(
    {
        "phase": "phase | stage | milestone | sprint | step | week",
        "estimate": "estimate | effort | duration | estimated time | time | estimated effort | est",
        "dependencies": "dependencies | depends on | dependency | prerequisites",
        "risk": "risk level | risk",
    }
)
HISTORY_COLUMNS = _index(
    {
        "date": "date",
        "version": "version | ver | revision",
        "changes": "changes | change | description | notes | summary",
        "author": "author | by | changed by | who",
    }
)

# The words that make a heading a phase, in the languages plans were seen in.
PHASE_WORDS = (
    "phase|fase|stage|milestone|sprint|week|day|month|part|epic|step|iteration|wave|increment|workstream|slice|pr|"
    "étape|etape|etapa|hito|semana|semaine|woche|fas|meilenstein|этап|фаза|阶段|階段|フェーズ|ステップ|단계|페이즈"
)
TASK_WORDS = "task|step|tâche|tarea|tarefa|aufgabe|schritt|paso|задача|шаг|任务|タスク|작업"
