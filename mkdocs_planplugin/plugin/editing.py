# Changes of plans from the browser, under `mkdocs serve` only. A page names what it may change; a request gives such a
# name back. No path and no text of a request is ever used: the file is the one of a plan that was built, and what is
# written is a mark, a status, or what stood there before.
"""What can be changed on the pages of a site, and the changing."""

from __future__ import annotations

import hashlib
import ipaddress
import secrets
from collections import OrderedDict
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from threading import Lock
from urllib.parse import unquote, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from msgspec import Struct

from mkdocs_planplugin.catalog import Refusal
from mkdocs_planplugin.edit import (
    Change,
    RefusedError,
    box_fingerprints,
    file_within,
    next_state,
    replace_content,
    set_status,
    states_by_line,
    status_fingerprint,
    tick,
    undone,
)
from mkdocs_planplugin.model import State, Status
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.reading import Reading
from mkdocs_planplugin.views import editing_view

from .reader import read_page
from .site import Site

_MOST_UNDONE = 200  # changes that can still be taken back
# What a click makes of a state, by the kind of a box: that of a task, or of a criterion and all others.
_KINDS = {"task": True, "box": False}
_CLICKS: Mapping[str, Mapping[State, State]] = {
    kind: {state: after for state in State if (after := next_state(state, is_task=is_task))}
    for kind, is_task in _KINDS.items()
}


class EditablePlan(Struct, frozen=True):
    """A plan whose file can be changed: where that is, the folder that it may not leave, and how its text is read."""

    file: Path
    folder: Path
    read: Callable[[str], Reading]


class Done(Struct, frozen=True):
    """A change that was made: the fingerprint of the line as it is now, and the key by which it can be taken back."""

    fingerprint: str
    undo: str


class _Undo(Struct, frozen=True):
    plan: str
    fingerprint: str
    before: str


class Editor:
    """Changes the plans of a site, from the start of a server to its end.

    `token` is what only its pages know; `address` is where it takes changes.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self.token = secrets.token_urlsafe(32)
        self._plans: dict[str, EditablePlan] = {}
        self._locks: dict[Path, Lock] = {}
        self._undo: OrderedDict[str, _Undo] = OrderedDict()

    def offer(self, path: str, plan: EditablePlan) -> str:
        """Let a plan be changed; returns what pages call it, which is the same in every build of this server."""
        name = hashlib.sha256(f"{self.token}\n{path}".encode()).hexdigest()[:16]
        self._plans[name] = plan
        return name

    def close(self) -> None:
        """Let no plan be changed any more."""
        self._plans.clear()

    def tick(self, plan: str, fingerprint: str, state: State) -> Done:
        """Give the box that a fingerprint names a state. Raises `RefusedError`."""
        return self._change(plan, lambda data, read: tick(data, fingerprint, state, read))

    def set_status(self, plan: str, fingerprint: str, status: Status) -> Done:
        """Give a plan another status, on the line that a fingerprint names. Raises `RefusedError`."""
        return self._change(plan, lambda data, read: set_status(data, fingerprint, status, read))

    def undo(self, key: str) -> Done:
        """Take a change back. Raises `RefusedError`; the change can then not be taken back any more."""
        change = self._undo.pop(key, None)
        if change is None:
            raise RefusedError(Refusal.STALE)
        return self._change(change.plan, lambda data, _: undone(data, change.fingerprint, change.before))

    def _change(self, name: str, make: Callable[[bytes, Callable[[str], Reading]], Change]) -> Done:
        plan = self._plans.get(name)
        if plan is None:
            raise RefusedError(Refusal.STALE)
        file = file_within(plan.file, plan.folder)
        with self._locks.setdefault(file, Lock()):
            data = file.read_bytes()
            change = make(data, plan.read)
            replace_content(file, data, change.data)
        key = secrets.token_urlsafe(16)
        self._undo[key] = _Undo(name, change.fingerprint, change.before)
        while len(self._undo) > _MOST_UNDONE:
            self._undo.popitem(last=False)
        return Done(change.fingerprint, key)


class PageEditing:
    """What the pages of one build say of what can be changed. `plan_of` is the plan of an entry for the `editor`, or
    says why it cannot be changed; `text_of` is the text that was read."""

    def __init__(
        self, editor: Editor, plan_of: Callable[[Entry], EditablePlan | Refusal], text_of: Callable[[Entry], str]
    ) -> None:
        self._editor = editor
        self._plan_of = plan_of
        self._text_of = text_of
        self._names: dict[str, str | Refusal] = {}
        self._boxes: dict[str, dict[int, str]] = {}

    def boxes(self, entry: Entry) -> Mapping[int, str]:
        """The names of the boxes of a plan, by their lines: plan, fingerprint, state, kind. Not all of these lines need
        be boxes: they look so."""
        if entry.path not in self._boxes:
            self._boxes[entry.path] = self._new_boxes(entry)
        return self._boxes[entry.path]

    def status(self, entry: Entry) -> str:
        """The name of the status of a plan: plan, fingerprint, status; or `refused` with the reason and the status."""
        shown = entry.measures.shown_status or ""
        name = self._name(entry)
        if isinstance(name, Refusal):
            return f"refused {name} {shown}"
        try:
            return f"{name} {status_fingerprint(self._text_of(entry), entry.plan)} {shown}"
        except RefusedError as error:
            return f"refused {error.refusal} {shown}"

    def view(self, entry: Entry | None) -> str:
        """The element of a page, maybe that of a plan, that tells the script how to change something."""
        name = self._name(entry) if entry else ""
        others = name if isinstance(name, Refusal) else Refusal.OTHER_TEXT
        return editing_view(self._editor.address, self._editor.token, _CLICKS, others)

    def _new_boxes(self, entry: Entry) -> dict[int, str]:
        name = self._name(entry)
        if entry.plan.is_template or isinstance(name, Refusal):
            return {}
        states = states_by_line(entry.plan)
        tasks = {task.line for task in entry.plan.walk()}
        return {
            line: f"{name} {fingerprint} {states.get(line, state)} {'task' if line in tasks else 'box'}"
            for line, (fingerprint, state) in box_fingerprints(self._text_of(entry)).items()
        }

    def _name(self, entry: Entry) -> str | Refusal:
        if entry.path not in self._names:
            plan = self._plan_of(entry)
            name = plan if isinstance(plan, Refusal) else self._editor.offer(entry.path, plan)
            self._names[entry.path] = name
        return self._names[entry.path]


def page_editing(editor: Editor, site: Site, config: MkDocsConfig) -> PageEditing:
    """What can be changed on the pages of a build."""
    folder = Path(config.docs_dir)

    def plan_of(entry: Entry) -> EditablePlan | Refusal:
        file, source = site.links.file(entry.path), site.sources[entry.path]
        if file is None or file.generated_by or file.abs_src_path is None:
            return Refusal.OUTSIDE
        path = Path(file.abs_src_path)
        try:
            file_within(path, folder)
        except RefusedError as error:
            return error.refusal
        return EditablePlan(path, folder, partial(read_page, path=entry.path, settings=source.settings))

    return PageEditing(editor, plan_of, lambda entry: site.sources[entry.path].text)


def edit_address(config: MkDocsConfig) -> str:
    """The path, on the server of a site, at which it takes changes."""
    return f"/{unquote(urlsplit(config.site_url or '').path).strip('/')}/planplugin-edit".replace("//", "/")


def is_loopback(host: str) -> bool:
    """Whether a server at this host can be reached from its own machine only."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
