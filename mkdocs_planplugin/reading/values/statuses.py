"""Where a plan or a task stands, as authors write it: words, signs, and the mark in a box."""

from __future__ import annotations

import re
from typing import TypeVar

from mkdocs_planplugin.model import State, Status

from .words import Words, is_choice_list, plain

Standing = TypeVar("Standing", Status, State)

# "Ready", "approved" and the like speak of the plan as a text, so it is not begun: a draft (the format's rule).
STATUSES = Words(
    {
        Status.DRAFT: """
            draft, planning, planned, plan, design, designing, designed, proposed, proposal, ready, approved,
            accepted,
            in review, under review, review, in planning, in design, awaiting approval, awaiting review, pending
            approval,
            pending review, waiting for approval, for review, idea, concept, rfc,
            entwurf, geplant, in planung, vorgeschlagen, freigegeben, genehmigt, bereit,
            brouillon, planifié, planifiée, proposé, proposée, approuvé, approuvée, prêt, prête,
            borrador, planificado, planificada, propuesto, propuesta, aprobado, aprobada, listo, lista,
            rascunho, planejado, planejada, proposto, proposta, aprovado, aprovada, pronto, pronta,
            utkast, planerad, черновик, запланировано, запланирован, предложено, утверждено, утверждён, согласовано,
            草稿, 草案, 计划中, 规划中, 設計中, 设计中, 計画中, 下書き, 承認済み, 已批准, 초안, 계획, 계획됨, 계획 중, 예정, 승인됨
        """,
        Status.NOT_STARTED: """
            not started, pending, to do, todo, not begun, not yet started, not implemented, backlog, queued,
            nicht begonnen, nicht gestartet, offen, ausstehend, pas commencé, non commencé, à faire, en attente,
            no iniciado, no iniciada, sin empezar, pendiente, por hacer, não iniciado, não iniciada, pendente, a
            fazer,
            не начато, не начат, ожидает, 未开始, 待办, 待开始, 未着手, 未開始, 시작 전, 대기, 대기 중
        """,
        Status.IN_PROGRESS: """
            in progress, active, ongoing, wip, work in progress, started, underway, under way, in development,
            under development, in implementation, implementing, in execution, executing, running, in testing,
            testing,
            partial, partially complete, partially completed, partially done, mostly complete, mostly done, almost
            done, in work,
            in arbeit, laufend, aktiv, begonnen, in umsetzung, en cours, actif, active, commencé,
            en progreso, en curso, activo, activa, iniciado, iniciada, em andamento, em progresso, em curso, ativo,
            ativa,
            pågående, in corso, в работе, в процессе, выполняется, активен, начато,
            进行中, 實施中, 实施中, 開発中, 开发中, 進行中, 作業中, 対応中, 着手, 진행 중, 진행중, 작업 중
        """,
        Status.BLOCKED: """
            blocked, stalled, stuck, blockiert, bloqué, bloquée, bloqueado, bloqueada, заблокировано, заблокирован,
            阻塞, 受阻, 已阻塞, ブロック, ブロック中, 차단됨, 막힘
        """,
        Status.ON_HOLD: """
            on hold, hold, paused, pause, deferred, postponed, suspended, parked, frozen,
            pausiert, zurückgestellt, angehalten, en pause, suspendu, suspendue, reporté, reportée,
            en pausa, pausado, pausada, aplazado, aplazada, em pausa, em espera, suspenso, suspensa, adiado, adiada,
            приостановлено, приостановлен, отложено, отложен, 暂停, 搁置, 已暂停, 保留, 中断, 一時停止, 보류, 중단
        """,
        Status.COMPLETE: """
            complete, completed, done, shipped, closed, finished, implemented, released, delivered, merged, deployed,
            fully implemented, implementation complete, implementation completed, all done, fertig, abgeschlossen,
            erledigt, umgesetzt,
            terminé, terminée, fini, finie, fait, livré, livrée, achevé, completado, completada, terminado,
            terminada, hecho, finalizado,
            finalizada, concluído, concluída, completo, completa, feito, klar, completato, завершено, завершён,
            завершен, выполнено,
            готово, сделано, 完成, 已完成, 完了, 完了済み, 済, 完了しました, 완료, 완료됨
        """,
        Status.CANCELLED: """
            cancelled, canceled, abandoned, superseded, obsolete, withdrawn, rejected, dropped, discarded,
            discontinued,
            abgebrochen, verworfen, abgelehnt, annulé, annulée, abandonné, abandonnée, cancelado, cancelada,
            abandonado, abandonada,
            отменено, отменён, отменен, 取消, 已取消, 废弃, 中止, キャンセル, 取り消し, 취소, 취소됨
        """,
    }
)
STATES = Words(
    {
        State.OPEN: """
            open, to do, todo, not started, not begun, not yet started, not yet, pending, planned, ready, backlog,
            new, queued,
            scheduled, upcoming, not implemented, not done, not complete, not completed, incomplete, to be done,
            draft, next,
            offen, geplant, nicht begonnen, ausstehend, à faire, pas commencé, non commencé, en attente, planifié,
            pendiente, por hacer, no iniciado, sin empezar, pendente, a fazer, não iniciado, не начато,
            запланировано, ожидает,
            未开始, 待办, 待开始, 未完成, 未着手, 未開始, 未対応, 予定, 예정, 계획됨, 대기, 대기 중, 시작 전, 미완료
        """,
        State.DONE: """
            done, complete, completed, finished, closed, shipped, merged, fixed, resolved, implemented, released,
            deployed,
            delivered, verified, tested, pass, passed, all done, fertig, abgeschlossen, erledigt, umgesetzt,
            terminé, terminée, fini, finie, fait, livré, completado, completada, terminado, terminada, hecho,
            finalizado, finalizada,
            concluído, concluída, completo, completa, feito, feita, klar, завершено, завершён, выполнено, готово,
            сделано,
            完成, 已完成, 完了, 完了済み, 済, 완료, 완료됨
        """,
        State.IN_PROGRESS: """
            in progress, ongoing, active, wip, work in progress, started, underway, under way, in development, in
            review,
            under review, review, in testing, testing, implementing, doing, partial, partially done, partially
            complete,
            partially completed, mostly done, mostly complete, almost done, in work, in arbeit, laufend, begonnen,
            en cours,
            en progreso, en curso, em andamento, em progresso, pågående, in corso, в работе, в процессе, выполняется,
            进行中, 開発中, 开发中, 進行中, 作業中, 対応中, 진행 중, 진행중, 작업 중
        """,
        State.CANCELLED: """
            cancelled, canceled, won't do, won't fix, wont do, wont fix, will not do, abandoned, superseded,
            obsolete,
            dropped, skipped, rejected, removed, not needed, no longer needed, discarded, abgebrochen, verworfen,
            entfällt,
            annulé, annulée, abandonné, cancelado, cancelada, descartado, descartada, отменено, отменён,
            取消, 已取消, 中止, キャンセル, 不要, 취소, 취소됨
        """,
        State.DEFERRED: """
            deferred, postponed, on hold, hold, paused, parked, delayed, suspended, later, moved, zurückgestellt,
            verschoben,
            pausiert, reporté, reportée, en pause, aplazado, aplazada, pospuesto, en pausa, adiado, adiada, em
            espera,
            отложено, приостановлено, 暂停, 推迟, 延期, 保留, 搁置, 보류, 연기
        """,
        State.BLOCKED: """
            blocked, stuck, stalled, waiting, blockiert, wartet, bloqué, bloquée, bloqueado, bloqueada,
            заблокировано,
            阻塞, 受阻, ブロック, ブロック中, 차단됨, 막힘
        """,
    }
)
# ❌ is left out: it stands for "not yet" as often as for "never".
_STATUS_SIGNS = (
    dict.fromkeys("✅✔☑✓🎉", Status.COMPLETE)
    | dict.fromkeys("🚧🔄🏗⏳🏃", Status.IN_PROGRESS)
    | dict.fromkeys("⏸", Status.ON_HOLD)
    | dict.fromkeys("🚫⛔", Status.BLOCKED)
    | dict.fromkeys("📝", Status.DRAFT)
    | dict.fromkeys("🗑", Status.CANCELLED)
)
_STATE_SIGNS = (
    dict.fromkeys("✅✔☑✓🎉", State.DONE)
    | dict.fromkeys("🚧🔄🏗⏳🏃", State.IN_PROGRESS)
    | dict.fromkeys("⏸⏭", State.DEFERRED)
    | dict.fromkeys("🚫⛔", State.BLOCKED)
    | dict.fromkeys("⬜☐🔲📋🔜", State.OPEN)
    | dict.fromkeys("🗑", State.CANCELLED)
)
_BOX_STATES = (
    dict.fromkeys((" ", "\u00a0"), State.OPEN)
    | dict.fromkeys("xX✅✓✔☑", State.DONE)
    | dict.fromkeys("/~", State.IN_PROGRESS)
    | {"-": State.CANCELLED, ">": State.DEFERRED, "!": State.BLOCKED}
)
_FIRST_WORD = re.compile(r"[^\W_]")


def read_status(text: str) -> Status | None:
    """Where a plan stands by its own words; signs and what follows the words do not count, and a sign alone does.

    None where the words are not known or still hold all their choices.
    """
    text = plain(text)
    return _by_words(text, STATUSES) if _FIRST_WORD.search(text) else _STATUS_SIGNS.get(text[:1])


def read_state(text: str) -> State | None:
    """Where a task stands, by the words of its Status or in its heading, else by the sign before or after them.

    None where neither is known, or where all choices still stand.
    """
    text = plain(text)
    if is_choice_list(text, STATES):
        return None
    return _by_words(text, STATES) or _STATE_SIGNS.get(text[:1]) or _STATE_SIGNS.get(text[-1:])


def box_state(mark: str) -> State | None:
    """What the character inside a box says; None for one that is not known (the format's table of task states)."""
    return _BOX_STATES.get(mark.removesuffix("\ufe0f"))


def _by_words(text: str, words: Words[Standing]) -> Standing | None:
    first = _FIRST_WORD.search(text)
    if first is None or is_choice_list(text, words):
        return None
    found = words.at(text, first.start())
    return found[0] if found else None
