# Most sites have no plan, or one page of it. What follows on reading is imported only where reading has seen something.
"""The texts of a site, as they were read."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from msgspec import Struct

from mkdocs_planplugin.config import PlanConfig
from mkdocs_planplugin.weave import syntax_of

from .reader import PageSource, SiteReader


class SiteTexts(Struct, frozen=True):
    """The pages of one build as they were read (`sources`, by path), those that `inclusion` lets in. `converter` has
    the extensions of the site."""

    sources: Mapping[str, PageSource]
    inclusion: Callable[[InclusionLevel], bool]
    converter: Markdown

    @property
    def concern_us(self) -> bool:
        """Whether any page has a plan, a marker, or what a finding may be about."""
        pages = self.sources.values()
        readings = [page.reading for page in pages]
        return any(page.markers for page in pages) or any(
            reading.plan is not None or reading.findings or reading.checks.written for reading in readings
        )


def read_texts(
    files: Files, config: MkDocsConfig, options: PlanConfig, reader: SiteReader, *, serving: bool
) -> SiteTexts:
    """Read every page. Under `mkdocs serve` (`serving`), drafts are part of the site."""
    inclusion = InclusionLevel.is_in_serve if serving else InclusionLevel.is_included
    converter = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs or {})
    return SiteTexts(reader.read(files, options, syntax_of(converter), inclusion), inclusion, converter)
