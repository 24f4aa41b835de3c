# Every word that a reader sees goes through here. English is written where it is said; other languages are catalogues
# in `locale/`, in gettext's own format, and a site's own catalogue lies over ours, message by message. Which language
# is spoken is known while pages are made, and nowhere else: who says something need not be told, and data for
# machines, which is made outside of that, stays English.
"""What is said, in the language of the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from string import Formatter

CATALOGUES = Path(__file__).parent / "locale"
DOMAIN = "planplugin"
ENGLISH = NullTranslations()

_spoken: ContextVar[NullTranslations] = ContextVar("spoken", default=ENGLISH)


class CatalogueError(ValueError):
    """A catalogue that cannot be used; the message names the file and says why."""


# Words


def _(text: str) -> str:
    """A text in the language that is spoken."""
    return _spoken.get().gettext(text)


def n_(one: str, many: str, number: int) -> str:
    """The text for this number, in the language that is spoken."""
    return _spoken.get().ngettext(one, many, number)


def p_(context: str, text: str) -> str:
    """A text that means something else elsewhere."""
    return _spoken.get().pgettext(context, text)


def mark(text: str) -> str:
    """A text that is said later, by `_`: in tables, say, which are made before anybody knows the language."""
    return text


def counted(number: int, one: str, many: str) -> str:
    """A number with what it counts: `{n} task`, `{n} tasks`."""
    return n_(one, many, number).format(n=number)


def listed(words: Iterable[str], limit: int) -> str:
    """Words in a row, as many as one reads: `1.1, 1.2 and 7 more`."""
    every = list(words)
    more = len(every) - limit
    shown = ", ".join(every[:limit])
    return n_("{names} and {n} more", "{names} and {n} more", more).format(names=shown, n=more) if more > 0 else shown


def capitalized(text: str) -> str:
    """A text as it begins a sentence."""
    return text[:1].upper() + text[1:]


# Languages


def spoken() -> NullTranslations:
    """The language that is spoken: what is kept of words is kept for it."""
    return _spoken.get()


@contextmanager
def speaking(language: NullTranslations) -> Iterator[None]:
    """Speak a language, until the end of the block."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def is_known(code: str) -> bool:
    """Whether we speak the language of this code; English needs no catalogue."""
    return _main(code) == "en" or _ours(code).is_file()


def language(code: str, own: Path | None = None) -> NullTranslations:
    """The language of a code (`de`, `de-AT`, `de_AT`), English where we have none, with the site's `own` catalogue over
    it where there is such a file."""
    ours = _kept(_ours(code)) if _ours(code).is_file() else ENGLISH
    if own is None or not own.is_file():
        return ours
    theirs = _read(own)
    theirs.add_fallback(ours)
    return theirs


def _ours(code: str) -> Path:
    return CATALOGUES / _main(code) / "LC_MESSAGES" / f"{DOMAIN}.po"


def _main(code: str) -> str:
    """The language without the country."""
    return code.replace("_", "-").partition("-")[0].lower()


@cache
def _kept(path: Path) -> NullTranslations:
    """A catalogue of ours, which does not change while we run."""
    return _read(path)


def _read(path: Path) -> NullTranslations:
    """A catalogue, compiled as gettext wants it; what is not translated in it is left to others."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 (only where another language than English is spoken)
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415

    try:
        with path.open("rb") as file:
            catalogue = read_po(file, abort_invalid=True)
    except (PoFileError, ValueError) as error:
        raise CatalogueError(f"{path}: {error}") from error
    for message in catalogue:
        _check(message.id, message.string or "", path)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


def _check(source: str | Iterable[str], target: str | Iterable[str], path: Path) -> None:
    """A translation may leave out what is put into a text, but not name what nobody puts there."""
    sources, targets = ([each] if isinstance(each, str) else list(each) for each in (source, target))
    if not any(sources):
        return  # the head of the catalogue
    fields = set().union(*map(placeholders, sources))
    for text in targets:
        try:
            strange = placeholders(text) - fields
        except ValueError as error:
            raise CatalogueError(f"{path}: {text!r}: {error}") from error
        if strange:
            raise CatalogueError(f"{path}: {text!r} has {{{min(strange)}}}, which {sources[0]!r} has not")


def placeholders(text: str) -> set[str]:
    """The names in braces that something is put in place of."""
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name is not None}
