# What a change does to plans, for its reviewers: as Markdown that a CI job can post to a pull request.
"""`planplugin diff`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePosixPath

import click
from mkdocs.utils import is_markdown_file

from mkdocs_planplugin.catalog import Name, Sentence, one_line, pieces, shortened_english
from mkdocs_planplugin.config import PlanConfig
from mkdocs_planplugin.gfm import ALL_SYNTAX
from mkdocs_planplugin.history import ChangedFile, GitError, Repository, TextReader, UnreadPage
from mkdocs_planplugin.plugin import Stage
from mkdocs_planplugin.portfolio import PlanVersion, change_lines, changes, progress_now

from .failures import current_guard
from .project import project_options, site_settings
from .streams import write_document

# Of each kind of change this many are named.
MOST_NAMED = 10
# Characters that Markdown, or the site where it is posted, would not show as they are.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~&])")
_MENTIONS = re.compile(r"([@#])(?=\w)")  # `@ana` would notify somebody, `#12` link an issue


@click.command
@click.argument("base")
@click.argument("head", required=False)
@project_options
def diff(base: str, head: str | None, config_file: Path | None, as_of: dt.datetime | None) -> None:
    """Say, as Markdown, what changed in the plans since HEAD left BASE: tasks, days, risks. Without HEAD the files as
    they are now are compared.

    BASE and HEAD are names of commits, such as main, v1.2 or HEAD~3.
    """
    options, docs = site_settings(config_file, as_of)
    try:
        sections = [section for section in _sections(options, docs.resolve(), base, head) if section]
    except GitError as error:
        raise click.ClickException(str(error)) from error
    write_document("\n\n".join(sections) or f"No plan changes since {_plain(base)}.")


def _sections(options: PlanConfig, docs: Path, base: str, head: str | None) -> Iterator[str]:
    """The section for each changed file, in the order of their paths."""
    repository = Repository(docs)
    before, after = repository.commit(base), repository.commit(head) if head else None
    before = repository.merge_base(before, after or repository.commit("HEAD"))
    files = [
        file
        for file in repository.changed(before, after, docs)
        if is_markdown_file(file.path_after or file.path_before or "")
    ]
    texts = repository.texts(blob for file in files for blob in (file.blob_before, file.blob_after) if blob)
    docs_path = docs.relative_to(repository.root.resolve()).as_posix()
    guard = current_guard()
    for file in sorted(files, key=_path):
        yield guard.run(
            Stage.COMMAND, _path(file), partial(_section_of, options, docs_path, repository, texts, file), ""
        )


def _path(file: ChangedFile) -> str:
    return file.path_after or file.path_before or ""


def _section_of(
    options: PlanConfig, docs_path: str, repository: Repository, texts: Mapping[str, bytes], file: ChangedFile
) -> str:
    """The section for a file; empty if it is no plan, or if its plan is the same."""
    was = _version(options, docs_path, file.path_before, texts.get(file.blob_before or ""))
    is_now = _version(options, docs_path, file.path_after, _text_after(repository, file, texts))
    changed = changes(was, is_now)
    if not changed:
        return ""
    path = (file.path_after if is_now else file.path_before) or ""
    version = changed.after or changed.before
    title = _plain((version.title if version else "") or path)
    lines = "\n".join(f"- **{line.label}:** {_few(line.details)}" for line in change_lines(changed))
    head = f"### {title}\n\n`{one_line(path).replace('`', '')}`: {_markdown(progress_now(changed))}."
    return f"{head}\n\n{lines}" if changed.before and changed.after else head


def _text_after(repository: Repository, file: ChangedFile, texts: Mapping[str, bytes]) -> bytes | None:
    """The text of a file in the later version. If that has no id yet, it is read from the working tree."""
    if file.path_after is None or file.blob_after:
        return texts.get(file.blob_after or "")
    try:
        return (repository.root / file.path_after).read_bytes()
    except OSError:
        return None


def _version(options: PlanConfig, docs: str, path: str | None, content: bytes | None) -> PlanVersion | None:
    """The version of a plan that a file holds; `None` for a template and for pages that are no plans."""
    if path is None or content is None:
        return None
    source = PurePosixPath(path).relative_to(docs).as_posix()
    if not options.looks_at(source):
        return None
    page = UnreadPage(source, PurePosixPath(source).stem, options.says_plan(source), None, [("", content)])
    [(_, reading)] = TextReader(options.reader, options.calendar, ALL_SYNTAX).readings(page)
    return reading.version


# Words as Markdown


def _few(details: Sequence[Sentence]) -> str:
    """The first of these sentences, and how many more there are. They may contain commas."""
    return shortened_english([_markdown(sentence) for sentence in details], MOST_NAMED, "; ")


def _markdown(sentence: Sentence) -> str:
    """A sentence with its days in ISO 8601."""
    return "".join(_piece(piece) for piece in pieces(sentence))


def _piece(piece: str | dt.date | Name) -> str:
    if isinstance(piece, dt.date):
        return piece.isoformat()
    return _plain(piece.text) if isinstance(piece, Name) else piece


def _plain(text: str) -> str:
    """An author's text, escaped so that Markdown shows it as it is. An invisible comment separates `@` or `#` from what
    follows, so that nobody is notified."""
    escaped = _SPECIAL.sub(r"\\\1", one_line(text).strip())
    return _MENTIONS.sub(r"\1<!-- -->", escaped)
