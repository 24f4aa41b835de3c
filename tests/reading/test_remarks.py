"""What a remark behind the name of a task says of its state, and of what holds it up."""

import pytest

from mkdocs_planplugin.model import State
from mkdocs_planplugin.reading import read


def tasks(*lines):
    return read("---\nplan: true\n---\n# Plan: Boat\n\n" + "\n".join(lines) + "\n").plan.tasks


@pytest.mark.parametrize(
    ("title", "name", "state"),
    [
        ("Dig (WIP)", "Dig", State.IN_PROGRESS),
        ("Dig (in progress)", "Dig", State.IN_PROGRESS),
        ("Dig - in progress", "Dig", State.IN_PROGRESS),
        ("Dig — on hold", "Dig", State.DEFERRED),
        ("Dig [blocked]", "Dig", State.BLOCKED),
        ("Dig (2d) (cancelled)", "Dig", State.CANCELLED),
        ("[BLOCKED] Dig", "Dig", State.BLOCKED),
    ],
)
def test_a_state_behind_the_name_of_an_open_box(title, name, state):
    """It counts as a Status does, and is no part of the name."""
    (task,) = tasks(f"- [ ] {title}")
    assert (task.title, task.state) == (name, state)


@pytest.mark.parametrize(
    ("title", "name", "reason"),
    [
        ("Send (blocked)", "Send", None),
        ("Send (blocked by legal)", "Send", "legal"),
        ("Send (blocked: legal is on leave)", "Send", "legal is on leave"),
        ("Send, blocked: no budget", "Send", "no budget"),
        ("Send — waiting for legal", "Send", "legal"),
        ("Send ⏳ blocked by legal", "Send", "blocked by legal"),
        ("Send (@ana) – 5d, blocked: no budget", "Send", "no budget"),
        ("Send (waiting on the printer, 2d)", "Send", "the printer"),
    ],
)
def test_what_holds_a_task_up(title, name, reason):
    """A remark that it is blocked, by nothing that the plan has, makes it blocked; its words say why."""
    (task,) = tasks(f"- [ ] {title}")
    assert (task.title, task.state) == (name, State.BLOCKED)
    assert (task.hindrances or (None,))[0] == reason


def test_values_before_a_remark_are_read():
    """Owner and length stand before it."""
    (task,) = tasks("- [ ] Send (@ana) – 5d, blocked: no budget")
    assert (task.owners, task.estimate.min_hours) == (("ana",), 40)


@pytest.mark.parametrize(
    "title",
    [
        "Toggle (pause)",
        "Add controls - pause",
        "Show users — blocked users list",
        "Count (done, in progress)",
        "List all that is waiting",
        "Unblock, blocked users first",
        "Run the suite - testing",
        "Set the switch - active",
        "Support states open, closed, blocked",
        "List users by state (active, blocked)",
        "Add statuses (pending, blocked, done)",
        "Handle error codes: timeout, blocked",
    ],
)
def test_words_that_say_what_is_done(title):
    """What may say what the task is about stays in its name, and says no state."""
    (task,) = tasks(f"- [ ] {title}")
    assert (task.title, task.state) == (title, State.OPEN)


def test_a_remark_on_a_ticked_box():
    """What was held up is done; it is called as before, so that it is the same task."""
    (task,) = tasks("- [x] Send (blocked by legal)")
    assert (task.state, task.title) == (State.DONE, "Send")


def test_a_status_counts_more_than_a_remark():
    """It is written for that."""
    (task,) = tasks("- [ ] Send — WIP", "  - **Status:** Blocked")
    assert task.state is State.BLOCKED


@pytest.mark.parametrize(
    "remark",
    [
        " (blocked by Dig)",
        " (waiting for Dig)",
        " → needs Dig",
        ", depends on Dig",
        " (depends on Dig)",
        ", blocked by Dig",
    ],
)
def test_a_remark_that_names_a_task(remark):
    """It waits for that task, and is not blocked."""
    dig, pour = tasks("- [ ] Dig", f"- [ ] Pour{remark}")
    assert pour.depends_on == (dig.id,)
    assert pour.state is State.OPEN


def test_a_name_with_a_dependency_behind_it():
    """Others name the task without it."""
    _, pour, paint = tasks("- [ ] Dig", "- [ ] Pour (depends on Dig)", "- [ ] Paint (depends on Pour)")
    assert paint.depends_on == (pour.id,)


@pytest.mark.parametrize(
    ("title", "name", "hours"),
    [
        ("Paint (Ida, 2d)", "Paint (Ida)", 16),
        ("Paint (2d, Ida)", "Paint (Ida)", 16),
        ("Paint (2d) for all", "Paint (2d) for all", None),
    ],
)
def test_a_length_beside_a_name(title, name, hours):
    """In brackets a length may stand beside who does it."""
    (task,) = tasks(f"- [ ] {title}")
    assert (task.title, task.estimate.min_hours) == (name, hours)


def test_a_remark_beside_a_dependency():
    """Both count: it waits for a task, and is held up by something else."""
    dig, pour = tasks("- [ ] **1.1** Dig", "- [ ] Pour (after 1.1), blocked by legal")
    assert (pour.title, pour.state, pour.depends_on) == ("Pour (after 1.1)", State.BLOCKED, (dig.id,))


@pytest.mark.parametrize(
    "title",
    [
        "Senden (blockiert durch das Amt)",
        "Senden, wartet auf das Amt",
        "Envoyer (bloqué par la mairie)",
        "Envoyer — en attente de la mairie",
        "Enviar (bloqueado por la alcaldía)",
        "Enviar — a la espera de Ana",
        "Enviar (à espera de Ana)",
        "Inviare (in attesa di Anna)",
        "Sturen (wacht op Anna)",
        "Wysłać (czeka na Annę)",
        "Skicka (väntar på Anna)",
        "Poslat (čeká na Annu)",
        "Отправить (заблокировано из-за Анны)",
        "Gửi (bị chặn bởi An)",
    ],
)
def test_what_holds_a_task_up_in_other_languages(title):
    """The name is one word; whom or what it waits for is no task of the plan."""
    (task,) = tasks(f"- [ ] {title}")
    assert (task.title, task.state) == (title.split()[0].rstrip(","), State.BLOCKED)
    assert task.hindrances[0].endswith(title.rpartition(" ")[2].rstrip(")"))


@pytest.mark.parametrize(
    "remark",
    [
        "(hängt ab von 1.1)",
        "(blockiert durch 1.1)",
        "— nach 1.1",
        "(dépend de 1.1)",
        "(depende de 1.1)",
        "(dipende da 1.1)",
        "(afhankelijk van 1.1)",
        "(zależy od 1.1)",
        "(beror på 1.1)",
        "(závisí na 1.1)",
        "(зависит от 1.1)",
        "(phụ thuộc vào 1.1)",
    ],
)
def test_what_a_task_waits_for_in_other_languages(remark):
    """A task of the plan is waited for, and does not block."""
    first, second = tasks("- [ ] 1.1 A", f"- [ ] 1.2 B {remark}")
    assert (second.depends_on, second.state) == ((first.id,), State.OPEN)


@pytest.mark.parametrize(
    "remark",
    [
        "(after all previous tasks)",
        "(depends on all previous)",
        "— depends on all previous tasks",
        "→ needs everything above",
        "(nach allen vorherigen Aufgaben)",
        "(afhankelijk van alle vorige taken)",
        "(zależy od wszystkie poprzednie zadania)",
    ],
)
def test_all_tasks_above_behind_a_name(remark):
    """They are waited for as behind a label; without brackets a dash needs a number or these words."""
    *others, last = tasks("- [ ] A", "- [ ] 1.2 B", f"- [ ] 1.3 C {remark}")
    assert last.depends_on == tuple(task.id for task in others)
    assert tasks("- [ ] A", "- [ ] B — needs paint")[1].dependencies is None
