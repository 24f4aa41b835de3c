# The pages of `mkdocs serve` can be read by whoever reaches its address, and any page that a browser shows can send it
# requests. So a change is made only for a request that a page of this very server sent: with its token, from its own
# origin, to a name of this machine (a name that an attacker owns may lead to this machine, too), and as JSON, which no
# form of another site can send. No answer allows another origin to read it.
"""The server's part of changing plans."""

from __future__ import annotations

import hmac
import json
import logging
import socket
from collections.abc import Callable, Iterable
from contextlib import suppress
from threading import Timer
from typing import IO, TYPE_CHECKING, NamedTuple

from mkdocs_planplugin.catalog import Refusal
from mkdocs_planplugin.edit import RefusedError
from mkdocs_planplugin.model import State, Status

from .editing import Done, Editor, is_loopback

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

MOST_BYTES = 2000  # of a request: it has a name, a fingerprint and a word
MOST_SECONDS = 5.0  # until all of it is here, which comes from this very machine
_LOCAL_NAMES = ("localhost", "127.0.0.1", "[::1]")
_HTTP_PORT = "80"  # browsers leave it out
_HEADERS = [("Content-Type", "application/json"), ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")]


class Rejected(NamedTuple):
    """The answer to a request that is none of a page of ours."""

    status: str
    refusal: Refusal = Refusal.FORBIDDEN


class EditServer:
    """The application of a server, with one more address, that of `editor`. All other requests pass through."""

    def __init__(
        self, application: WSGIApplication, editor: Editor, log: logging.LoggerAdapter[logging.Logger]
    ) -> None:
        self._application = application
        self._editor = editor
        self._log = log

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request, as WSGI has it."""
        path = str(environ.get("PATH_INFO", "")).encode("latin-1").decode("utf-8", "replace")  # so WSGI hands it over
        if path != self._editor.address:
            return self._application(environ, start_response)
        status, answer = self._answer(environ)
        body = json.dumps(answer).encode()
        start_response(status, [*_HEADERS, ("Content-Length", str(len(body)))])
        return [body]

    def _answer(self, environ: WSGIEnvironment) -> tuple[str, dict[str, str]]:
        request = self._request(environ)
        if isinstance(request, Rejected):
            return request.status, {"refused": request.refusal}
        try:
            done = self._act(request)
        except RefusedError as error:
            return "409 Conflict", {"refused": error.refusal}
        except Exception:  # noqa: BLE001 (the page says that it failed, the log says why)
            self._log.exception("A change of a plan from the browser failed")
            return "500 Internal Server Error", {"refused": Refusal.FAILED}
        if done is None:
            return "400 Bad Request", {"refused": Refusal.FORBIDDEN}
        return "200 OK", {"fingerprint": done.fingerprint, "undo": done.undo}

    def _request(self, environ: WSGIEnvironment) -> dict[str, object] | Rejected:
        """What a page of ours asks for."""
        for status, holds in _CONDITIONS:
            if not holds(environ):
                return Rejected(status)
        token = str(environ.get("HTTP_X_PLANPLUGIN_TOKEN", ""))
        if not hmac.compare_digest(token.encode(), self._editor.token.encode()):
            return Rejected("403 Forbidden")
        body = _body(environ["wsgi.input"], int(environ["CONTENT_LENGTH"]))
        if body is None:
            return Rejected("408 Request Timeout")
        try:
            request = json.loads(body)
        except (ValueError, RecursionError):
            return Rejected("400 Bad Request")
        return request if isinstance(request, dict) else Rejected("400 Bad Request")

    def _act(self, request: dict[str, object]) -> Done | None:
        """Do what is asked for; None where it is nothing that can be."""
        match request:
            case {"undo": str(key), **rest} if not rest:
                return self._editor.undo(key)
            case {"plan": str(plan), "line": str(line), "state": str(state), **rest} if not rest and state in _STATES:
                return self._editor.tick(plan, line, State(state))
            case {"plan": str(plan), "line": str(line), "status": str(to), **rest} if not rest and to in _STATUSES:
                return self._editor.set_status(plan, line, Status(to))
            case _:
                return None


def _body(stream: IO[bytes], length: int) -> bytes | None:
    """The body of a request; None where not all of it comes in time. The server waits for each byte without end, so
    another thread stops it."""
    timer = Timer(MOST_SECONDS, _hang_up, [stream])
    timer.start()
    try:
        body = stream.read(length)
    finally:
        timer.cancel()
        timer.join()  # so that it never meets a connection that came later
    return body if len(body) == length else None


def _hang_up(stream: IO[bytes]) -> None:
    """Take nothing more from a connection: who waits for more of it gets what there is. It can still be answered."""
    with suppress(OSError):
        connection = socket.socket(fileno=stream.fileno())
        try:
            connection.shutdown(socket.SHUT_RD)
        finally:
            connection.detach()  # it is the server's to close


_STATES, _STATUSES = frozenset(State), frozenset(Status)


def _is_post(environ: WSGIEnvironment) -> bool:
    return environ.get("REQUEST_METHOD") == "POST"


def _is_from_this_machine(environ: WSGIEnvironment) -> bool:
    return is_loopback(str(environ.get("REMOTE_ADDR", "")).removeprefix("::ffff:"))


def _is_to_this_machine(environ: WSGIEnvironment) -> bool:
    """Whether the address that the browser shows is one of this machine, with the port of this server."""
    port = str(environ.get("SERVER_PORT", ""))
    names = {f"{name}:{port}" for name in _LOCAL_NAMES} | (set(_LOCAL_NAMES) if port == _HTTP_PORT else set())
    return str(environ.get("HTTP_HOST", "")).lower() in names


def _is_of_this_site(environ: WSGIEnvironment) -> bool:
    """Whether a page of the same address sent the request."""
    site = environ.get("HTTP_SEC_FETCH_SITE", "same-origin")
    origin = str(environ.get("HTTP_ORIGIN", "")).lower()
    return site == "same-origin" and origin == f"http://{environ.get('HTTP_HOST', '')}".lower()


def _is_json(environ: WSGIEnvironment) -> bool:
    return str(environ.get("CONTENT_TYPE", "")).partition(";")[0].strip().lower() == "application/json"


def _has_length(environ: WSGIEnvironment) -> bool:
    length = str(environ.get("CONTENT_LENGTH") or "")
    return length.isascii() and length.isdigit() and "HTTP_TRANSFER_ENCODING" not in environ


def _is_small(environ: WSGIEnvironment) -> bool:
    length = environ["CONTENT_LENGTH"]
    return len(length) <= len(str(MOST_BYTES)) and int(length) <= MOST_BYTES


# What has to hold before anything of the body is read, each with the answer where it does not.
_CONDITIONS: tuple[tuple[str, Callable[[WSGIEnvironment], bool]], ...] = (
    ("405 Method Not Allowed", _is_post),
    ("403 Forbidden", _is_from_this_machine),
    ("403 Forbidden", _is_to_this_machine),
    ("403 Forbidden", _is_of_this_site),
    ("415 Unsupported Media Type", _is_json),
    ("411 Length Required", _has_length),
    ("413 Content Too Large", _is_small),
)
