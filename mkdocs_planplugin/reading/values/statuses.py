"""Where a plan or a task stands, as authors write it: words, signs, and the mark in a box."""

from __future__ import annotations

import re
from typing import TypeVar

from mkdocs_planplugin.model import State, Status

from .words import Words, is_choice_list, plain

Standing = TypeVar("Standing", Status, State)

# What plans and tasks say alike.
_INTENDED = """
    draft, planning, in planning, planned, plan, design, designing, designed, in design, idea, concept, rfc,
    proposed, proposal, ready, approved, accepted,
    entwurf, geplant, in planung, vorgeschlagen, freigegeben, genehmigt, bereit,
    brouillon, planifié, planifiée, proposé, proposée, approuvé, approuvée, prêt, prête,
    borrador, planificado, planificada, propuesto, propuesta, aprobado, aprobada, listo, lista,
    rascunho, planejado, planejada, proposto, proposta, aprovado, aprovada, pronto, pronta, utkast, planerad,
    черновик, запланировано, запланирован, предложено, утверждено, утверждён, согласовано,
    草稿, 草案, 计划中, 规划中, 设计中, 已批准, 計画中, 設計中, 下書き, 承認済み, 予定,
    초안, 계획, 계획됨, 계획 중, 예정, 승인됨
"""
_IN_REVIEW = "in review, under review, review"
_NOT_BEGUN = """
    not started, not yet started, not begun, not implemented, pending, to do, todo, backlog, queued,
    nicht begonnen, nicht gestartet, offen, ausstehend, pas commencé, non commencé, à faire, en attente,
    no iniciado, no iniciada, sin empezar, pendiente, por hacer,
    não iniciado, não iniciada, pendente, a fazer, не начато, не начат, ожидает,
    未开始, 待办, 待开始, 未着手, 未開始, 未対応, 시작 전, 대기, 대기 중
"""
_BEGUN = """
    in progress, work in progress, wip, active, ongoing, started, underway, under way, running,
    in development, under development, in implementation, implementing, in testing, testing, in execution,
    executing, in work, doing, partial, partially complete, partially completed, partially done,
    mostly complete, mostly done, almost done,
    in arbeit, laufend, aktiv, begonnen, in umsetzung, en cours, actif, commencé,
    en progreso, en curso, activo, activa, iniciado, iniciada,
    em andamento, em progresso, em curso, ativo, ativa, pågående, in corso,
    в работе, в процессе, выполняется, активен, начато,
    进行中, 实施中, 开发中, 進行中, 作業中, 対応中, 開発中, 着手, 진행 중, 작업 중
"""
_STUCK = """
    blocked, stalled, stuck, blockiert, bloqué, bloquée, bloqueado, bloqueada, заблокировано, заблокирован,
    阻塞, 受阻, 已阻塞, ブロック, ブロック中, 차단됨, 막힘
"""
_PUT_OFF = """
    on hold, hold, paused, pause, deferred, postponed, suspended, parked, frozen,
    pausiert, zurückgestellt, verschoben, angehalten, en pause, suspendu, suspendue, reporté, reportée,
    en pausa, pausado, pausada, aplazado, aplazada, pospuesto, em pausa, em espera, suspenso, suspensa, adiado,
    adiada, приостановлено, приостановлен, отложено, отложен,
    暂停, 已暂停, 搁置, 推迟, 保留, 中断, 延期, 一時停止, 보류, 중단, 연기
"""
_FINISHED = """
    complete, completed, done, all done, finished, closed, shipped, implemented, fully implemented, released,
    delivered, merged, deployed, implementation complete, implementation completed,
    fertig, abgeschlossen, erledigt, umgesetzt, terminé, terminée, fini, finie, fait, faite, livré, livrée, achevé,
    completado, completada, terminado, terminada, hecho, hecha, finalizado, finalizada,
    concluído, concluída, completo, completa, feito, feita, completato, klar,
    завершено, завершён, завершен, выполнено, готово, сделано,
    完成, 已完成, 完了, 完了済み, 済, 완료, 완료됨
"""
_GIVEN_UP = """
    cancelled, canceled, abandoned, superseded, obsolete, withdrawn, rejected, dropped, discarded, discontinued,
    abgebrochen, verworfen, abgelehnt, entfällt, annulé, annulée, abandonné, abandonnée,
    cancelado, cancelada, descartado, descartada, отменено, отменён, отменен,
    取消, 已取消, 废弃, 不要, 中止, キャンセル, 取り消し, 취소, 취소됨
"""

# "Ready", "approved" and the like speak of the plan as a text, so it is not begun: a draft (the format's rule).
STATUSES = Words(
    {
        Status.DRAFT: f"{_INTENDED}, {_IN_REVIEW}, for review, awaiting approval, awaiting review,"
        "waiting for approval, pending approval, pending review",
        Status.NOT_STARTED: _NOT_BEGUN,
        Status.IN_PROGRESS: _BEGUN,
        Status.BLOCKED: _STUCK,
        Status.ON_HOLD: _PUT_OFF,
        Status.COMPLETE: _FINISHED,
        Status.CANCELLED: _GIVEN_UP,
    }
)
STATES = Words(
    {
        State.OPEN: f"{_NOT_BEGUN}, {_INTENDED}, open, new, scheduled, upcoming, next, to be done, not yet, not done,"
        "not complete, not completed, incomplete, 未完成, 미완료",
        State.DONE: f"{_FINISHED}, fixed, resolved, verified, tested, pass, passed",
        State.IN_PROGRESS: f"{_BEGUN}, {_IN_REVIEW}",
        State.CANCELLED: f"{_GIVEN_UP}, won't do, won't fix, wont do, wont fix, will not do, skipped, removed,"
        "not needed, no longer needed",
        State.DEFERRED: f"{_PUT_OFF}, delayed, later, moved",
        State.BLOCKED: f"{_STUCK}, waiting, wartet",
    }
)
# What a heading may say of its phase. Words that as often name what the phase does (`Design`, `Review`) are left out.
_HEADING_STATES = Words(
    {
        State.OPEN: f"{_NOT_BEGUN}, planned, scheduled, upcoming",
        State.DONE: _FINISHED,
        State.IN_PROGRESS: _BEGUN,
        State.CANCELLED: f"{_GIVEN_UP}, skipped",
        State.DEFERRED: _PUT_OFF,
        State.BLOCKED: _STUCK,
    }
)
_AFTER_STATE = re.compile(r"$| ?[^\w\s]| (?:on |in |at )?\d")
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


def read_heading_state(text: str) -> State | None:
    """Where a phase stands, by a part of its heading that says nothing else: `COMPLETE`, `✅ Done 2026-01-12`."""
    text = plain(text)
    first = _FIRST_WORD.search(text)
    if first is None:
        return _STATE_SIGNS.get(text[:1])
    found = _HEADING_STATES.at(text, first.start())
    return found[0] if found and _AFTER_STATE.match(text, found[1]) else None


def box_state(mark: str) -> State | None:
    """What the character inside a box says; None for one that is not known (the format's table of task states)."""
    return _BOX_STATES.get(mark.removesuffix("\ufe0f"))


def _by_words(text: str, words: Words[Standing]) -> Standing | None:
    first = _FIRST_WORD.search(text)
    if first is None or is_choice_list(text, words):
        return None
    found = words.at(text, first.start())
    return found[0] if found else None
