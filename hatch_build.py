"""Build hooks: translations are compiled, so that a site in another language does not have to, and the README's links
hold on the page of a package index, too."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

# A link or a picture in Markdown whose address is a path in the repository.
_PATH = re.compile(r"(?P<picture>!?)(?P<text>\[[^\]]*\])\((?P<path>(?![a-z]+:|#|/)[^)\s]+)\)")


class CompileCatalogues(BuildHookInterface):
    """A wheel gets a `planplugin.mo` beside each `planplugin.po`. An editable installation is the checkout itself, so
    there they are written into it, where git ignores them."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before the files of the wheel are gathered."""
        root = Path(self.root)
        self.folder = TemporaryDirectory()
        target = root if version == "editable" else Path(self.folder.name)
        for source in root.glob("mkdocs_planplugin/locale/*/LC_MESSAGES/*.po"):
            name = source.relative_to(root).with_suffix(".mo")
            compile_catalogue(source, target / name)
            if version != "editable":
                build_data["force_include"][str(target / name)] = name.as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Called by hatchling when the wheel is written."""
        self.folder.cleanup()


class AbsoluteReadme(MetadataHookInterface):
    """The README as package indexes show it. They have no other file of the repository, so paths become addresses below
    the project's URL `Source`; without one they stay as they are."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Called by hatchling with the table `project`."""
        text = Path(self.root, "README.md").read_text("utf-8")
        source = metadata.get("urls", {}).get("Source", "")
        metadata["readme"] = {"content-type": "text/markdown", "text": with_addresses(text, source)}


def with_addresses(text: str, source: str) -> str:
    """A Markdown text with addresses below `source`, the address of a repository as GitHub and GitLab lay them out, for
    each path in it: pictures as files, all else as pages."""
    if not source:
        return text

    def address(match: re.Match[str]) -> str:
        view = "raw" if match["picture"] else "blob"
        return f"{match['picture']}{match['text']}({source.rstrip('/')}/{view}/HEAD/{match['path']})"

    return _PATH.sub(address, text)


def compile_catalogue(source: Path, target: Path) -> None:
    """Compile a catalogue of gettext; one that is not valid stops the build."""
    with source.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        write_mo(file, catalogue)
