"""What is built of the package: what a wheel carries, and that translations are compiled in it."""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile

import pytest
from babel.messages.mofile import read_mo
from messages import PACKAGE, catalogue

ROOT = PACKAGE.parent
LANGUAGES = sorted(path.name for path in (PACKAGE / "locale").iterdir())


def build(target, source, folder):
    """The only file that a build of this kind makes; with what is installed, so that no network is needed."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(folder)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (made,) = folder.iterdir()
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """A wheel of the checkout, unpacked."""
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))) as archive:
        archive.extractall(folder)  # noqa: S202 (our own)
    return folder


def translated(messages):
    """All messages of a catalogue with their translations; either has several forms where a number decides."""
    return sorted(
        (
            message.context or "",
            *([text] if isinstance(text, str) else [*text] for text in (message.id, message.string)),
        )
        for message in messages
        if message.id
    )


def names(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_links_of_the_readme_hold_on_a_package_index():
    """They become addresses below the URL `Source` of the project: pictures as files, all else as pages. Without such a
    URL, and within the page and to other hosts, they stay as they are."""
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    hooks = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(hooks)
    text = "![A](docs/a.png) [b](docs/b.md#c) [d](#d) [e](https://example.org/e)"
    assert hooks.with_addresses(text, "") == text
    assert hooks.with_addresses(text, "https://git.example/us/it/") == (
        "![A](https://git.example/us/it/raw/HEAD/docs/a.png) [b](https://git.example/us/it/blob/HEAD/docs/b.md#c)"
        " [d](#d) [e](https://example.org/e)"
    )


def test_the_addresses_of_the_project(tmp_path):
    """Written where the recipe of a release says, they are those of the package, and links of the README hold."""
    (recipe,) = re.findall(
        r"^## A new release\n(.*)", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    names = re.split(r",\s+", re.search(r"`\[project\.urls\]`[^()]*\(([^)]*)\)", recipe)[1])
    assert "Source" in names
    for name in ("README.md", "LICENSE", "hatch_build.py"):
        shutil.copy(ROOT / name, tmp_path)
    settings = re.sub(
        r"^\[project\.urls\]\n(?:.+\n)*", "", (ROOT / "pyproject.toml").read_text("utf-8"), flags=re.MULTILINE
    )
    addresses = "".join(f'{name} = "https://git.example/us/{name}"\n' for name in names)
    (tmp_path / "pyproject.toml").write_text(f"{settings}\n[project.urls]\n{addresses}", "utf-8")
    command = [sys.executable, "-m", "hatchling", "metadata"]
    metadata = json.loads(subprocess.run(command, cwd=tmp_path, check=True, capture_output=True).stdout)
    assert list(metadata["urls"]) == names
    text = metadata["readme"]["text"]
    links = re.findall(r"\]\(([^)]*)\)", text)
    assert "https://git.example/us/Source/raw/HEAD/docs/images/timeline.png" in links
    assert [link for link in links if not link.startswith(("https://", "#"))] == []


def test_the_wheel_shows_the_readme(wheel):
    """As it is written, as long as the project has no URL `Source`."""
    (metadata,) = wheel.glob("*.dist-info/METADATA")
    text = metadata.read_text("utf-8")
    assert "![The timeline" in text
    assert ("](docs/images/timeline.png)" in text) is ("Project-URL: Source" not in text)


def test_the_wheel_carries_all_that_a_site_needs(wheel):
    """Modules, templates, style sheet, scripts, catalogues, licence and entry points are in the wheel."""
    carried = names(wheel)
    needed = {
        path.relative_to(ROOT).as_posix()
        for path in PACKAGE.rglob("*")
        if path.suffix in (".py", ".html", ".css", ".js", ".po", ".typed")
    }
    assert needed <= carried
    assert "mkdocs_planplugin/py.typed" in needed
    assert {name.rpartition(".")[2] for name in needed} == {"py", "html", "css", "js", "po", "typed"}
    assert any(name.endswith("LICENSE") for name in carried)
    (entry_points,) = (path.read_text("utf-8") for path in wheel.glob("*/entry_points.txt"))
    assert "[mkdocs.plugins]\nplanplugin = mkdocs_planplugin.plugin:PlanPlugin" in entry_points
    assert "[markdown.extensions]\nplanplugin = mkdocs_planplugin.weave:PlanExtension" in entry_points


def test_the_source_archive_builds_the_same_wheel(wheel, tmp_path):
    """It has all that the build needs."""
    (tmp_path / "unpacked").mkdir()
    with tarfile.open(build("sdist", ROOT, tmp_path / "sdist")) as archive:
        archive.extractall(tmp_path / "unpacked", filter="data")
    (source,) = (tmp_path / "unpacked").iterdir()
    with zipfile.ZipFile(build("wheel", source, tmp_path / "wheel")) as archive:
        assert set(archive.namelist()) == names(wheel)


@pytest.mark.parametrize("code", LANGUAGES)
def test_translations_are_compiled(wheel, code):
    """The compiled catalogue of the wheel says what the one says that is edited."""
    with (wheel / "mkdocs_planplugin" / "locale" / code / "LC_MESSAGES" / "planplugin.mo").open("rb") as file:
        compiled = translated(read_mo(file))
    assert compiled == translated(catalogue(code))
    assert len(compiled) > 300


def test_an_installed_package_speaks_german_without_babel(wheel, tmp_path):
    """To read and compile a catalogue takes longer than to make a page of a plan."""
    code = (
        "import sys; from mkdocs_planplugin.language import _, __file__, load_language, use_language\n"
        "with use_language(load_language('de')): print(__file__, _('In progress'), 'babel' in sys.modules)"
    )
    shown = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(wheel), "PYTHONIOENCODING": "utf-8"},
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split(maxsplit=1)
    assert shown[0].startswith(str(wheel))
    assert shown[1].strip() == "In Arbeit False"
