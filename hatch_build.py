"""Build hook: compiles the translations, so that a site in another language does not have to."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


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


def compile_catalogue(source: Path, target: Path) -> None:
    """Compile a catalogue of gettext; one that is not valid stops the build."""
    with source.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        write_mo(file, catalogue)
