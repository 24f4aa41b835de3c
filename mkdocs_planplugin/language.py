# English texts are written in the code and are the message ids of gettext. Translations lie in `locale/`, one catalogue
# for each language: `planplugin.po` is edited, `planplugin.mo` is compiled from it when the package is built. A site
# may have a catalogue of its own, which goes before ours message by message.
#
# The active language is a context variable, set only while pages and data files are made
# (`plugin/page_environment.py`). So functions that make text need no argument for the language. What is for programs,
# such as `plans.json`, is made in English.
"""Texts for readers, in the language of the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from string import Formatter

CATALOGUES = Path(__file__).parent / "locale"
_CODE = re.compile(r"[a-z]{2,8}(?:[-_@.][a-z0-9]{1,8}){0,3}", re.IGNORECASE)
DOMAIN = "planplugin"
ENGLISH = NullTranslations()

_active: ContextVar[NullTranslations] = ContextVar("active_language", default=ENGLISH)


class CatalogueError(ValueError):
    """A catalogue that cannot be used; the message names the file and the reason."""


# Texts


def _(text: str) -> str:
    """Translate a text into the active language."""
    language = _active.get()
    return text if language is ENGLISH else language.gettext(text)  # called hundreds of times for a page


def n_(one: str, many: str, number: int) -> str:
    """Translate a text that depends on a number."""
    return _active.get().ngettext(one, many, number)


def translated(one: str, many: str, number: int) -> str:
    """The translation of a text from a table, where it was marked; `many` is empty where no number decides about it."""
    language = _active.get()
    return language.ngettext(one, many, number) if many else language.gettext(one)


def p_(context: str, text: str) -> str:
    """Translate a text that has another meaning elsewhere; `context` tells the two apart."""
    return _active.get().pgettext(context, text)


def mark(text: str) -> str:
    """Mark a text for the catalogue and return it as it is. For tables that are made before the language is known: `_`
    translates their texts when they are shown."""
    return text


def counted(number: int, one: str, many: str) -> str:
    """A number with what it counts: `{n} task`, `{n} tasks`."""
    return n_(one, many, number).format(n=number)


def shortened_list(words: Iterable[str], limit: int) -> str:
    """The first words, and how many more there are: `1.1, 1.2 and 7 more`."""
    names = list(words)
    shown, more = ", ".join(names[:limit]), len(names) - limit
    return n_("{names} and {n} more", "{names} and {n} more", more).format(names=shown, n=more) if more > 0 else shown


def joined(words: Sequence[str]) -> str:
    """Words as one says them: `1.1, 1.2 and 1.3`."""
    if len(words) < 2:  # noqa: PLR2004
        return "".join(words)
    return _("{names} and {last}").format(names=", ".join(words[:-1]), last=words[-1])


def capitalized(text: str) -> str:
    """A text with its first letter in upper case, the others as they are."""
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=1024)
def split_at_fields(text: str) -> tuple[tuple[str, str | None], ...]:
    """A text cut at its fields: pairs of the text before a field and the field's name. In the last pair the name is
    `None` where text follows the last field. Raises `ValueError` for a brace that is not closed."""
    return tuple((before, name) for before, name, _spec, _conversion in Formatter().parse(text))


def field_names(text: str) -> set[str]:
    """The names of a text's fields: `{n}` and `{names}` are filled by `str.format`."""
    return {name for _before, name in split_at_fields(text) if name is not None}


# The active language


def active_language() -> NullTranslations:
    """The active language. Whoever keeps translated texts keeps them for this language only."""
    return _active.get()


@contextmanager
def use_language(language: NullTranslations) -> Iterator[None]:
    """Make a language the active one until the end of the block."""
    token = _active.set(language)
    try:
        yield
    finally:
        _active.reset(token)


# Catalogues


def is_language_code(text: str) -> bool:
    """Whether a text looks like the code of a language (`de`, `pt-BR`), and so can be the name of a file."""
    return _CODE.fullmatch(text) is not None


def is_known(code: str) -> bool:
    """Whether there is a translation for a language code; English needs none."""
    return _without_country(code) == "en" or _catalogue_path(code).is_file()


def load_language(code: str, own: Path | None = None) -> NullTranslations:
    """The translations for a language code (`de`, `de-AT`, `de_AT`), or English where there are none. The messages of a
    site's `own` catalogue, if that file exists, go before ours. Raises `CatalogueError`."""
    path = _catalogue_path(code)
    ours = _load_ours(path) if path.is_file() else ENGLISH
    if own is None or not own.is_file():
        return ours
    theirs = _compile(own)
    theirs.add_fallback(ours)
    return theirs


def _catalogue_path(code: str) -> Path:
    folder = _without_country(code) if is_language_code(code) else "none"  # there is no such folder
    return CATALOGUES / folder / "LC_MESSAGES" / f"{DOMAIN}.po"


def _without_country(code: str) -> str:
    """The language that a code begins with (its primary subtag in BCP 47): `pt` of `pt-BR`."""
    return code.replace("_", "-").partition("-")[0].lower()


@cache
def _load_ours(path: Path) -> NullTranslations:
    """A catalogue of the package, read once. Only a checkout has one that is not compiled, or was edited since."""
    compiled = path.with_suffix(".mo")
    if not compiled.is_file() or compiled.stat().st_mtime < path.stat().st_mtime:
        return _compile(path)
    with compiled.open("rb") as file:
        return GNUTranslations(file)


def _compile(path: Path) -> NullTranslations:
    """Compile a catalogue in memory. Messages that it does not translate are left to the fallback."""
    # Imported here: it takes 80 ms, and only a site with a catalogue of its own needs it.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415

    try:
        with path.open("rb") as file:
            catalogue = read_po(file, abort_invalid=True)
    except (PoFileError, ValueError) as error:
        raise CatalogueError(f"{path}: {error}") from error
    for message in catalogue:
        if message.id:  # the head of the catalogue has none
            _check_fields(message.id, message.string or "", path)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


def _check_fields(source: str | Iterable[str], target: str | Iterable[str], path: Path) -> None:
    """Raise `CatalogueError` where a translation has a field that the text does not have; it may leave fields out."""
    sources, targets = ([text] if isinstance(text, str) else list(text) for text in (source, target))
    known = set().union(*map(field_names, sources))
    for text in targets:
        try:
            unknown = field_names(text) - known
        except ValueError as error:
            raise CatalogueError(f"{path}: {text!r}: {error}") from error
        if unknown:
            raise CatalogueError(f"{path}: {text!r} has {{{min(unknown)}}}, which {sources[0]!r} has not")
