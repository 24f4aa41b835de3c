"""Regular expressions are compiled once for many processes, and are what `re` makes of them."""

import importlib
import os
import re
import subprocess
import sys

import pytest
from sites import FILES, make_site

from mkdocs_planplugin import compiled_patterns, user_cache
from mkdocs_planplugin.compiled_patterns import KeptPatterns
from mkdocs_planplugin.reading import patterns

GROUPS = r"(?P<word>\w+) (?P<number>\d+)?|(?:x)(y)"


@pytest.fixture
def path(tmp_path):
    """Where patterns are kept."""
    return tmp_path / "patterns"


@pytest.fixture
def compilations(monkeypatch):
    """The patterns of which the code is made."""
    made = []
    parser = importlib.import_module("re._parser")
    real = parser.parse

    def parse(expression, *rest):
        made.append(expression)
        return real(expression, *rest)

    monkeypatch.setattr(parser, "parse", parse)
    return made


def kept(path, *expressions):
    """Compile and keep patterns, as a process of its own does."""
    of_process = KeptPatterns(path)
    for expression in expressions:
        of_process.compile(expression)
    of_process.keep()


def test_the_next_process_compiles_nothing(path, compilations):
    """It finds what the first one kept, and adds what it needs itself."""
    kept(path, "a+", GROUPS)
    compilations.clear()
    again = KeptPatterns(path)
    assert again.compile(GROUPS).fullmatch("Task 7").groupdict() == {"word": "Task", "number": "7"}
    assert again.compile("a+").fullmatch("aaa")
    assert compilations == []
    kept(path, "b+")
    kept(path, "a+", "b+")
    assert compilations == ["b+"]


def test_all_patterns_are_those_of_re(path):
    """Of all that are used to read plans: the engine is given the same, the first time and later."""
    of_reading = [module for name, module in sys.modules.items() if name.startswith("mkdocs_planplugin.reading.")]
    named = [value for module in of_reading for value in vars(module).values()]
    used = [getattr(value, "_searched", value) for value in named]
    used = [value for value in used if isinstance(value, patterns._Pattern)]
    assert len(used) > 100
    kept(path, *(each.pattern for each in used))
    for of_process in (KeptPatterns(None), KeptPatterns(path)):
        for each in used:
            pattern, real = of_process.compile(each.pattern, each._flags), re.compile(each.pattern, each._flags)
            assert pattern == real  # by code and flags
            assert (pattern.groups, dict(pattern.groupindex)) == (real.groups, dict(real.groupindex))


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.IGNORECASE | re.VERBOSE])
def test_patterns_are_told_apart_by_their_flags(path, flags):
    kept(path, "a b")
    first = KeptPatterns(path)
    first.compile("a b", flags)
    first.keep()
    assert KeptPatterns(path).compile("a b", flags) == re.compile("a b", flags)


def test_a_mistake_in_a_pattern_is_an_error_of_re(path):
    with pytest.raises(re.error, match="unterminated"):
        KeptPatterns(path).compile("(a")


@pytest.mark.parametrize("damage", [lambda data: data[:9], lambda data: data[:-9], lambda data: bytes(reversed(data))])
def test_a_damaged_file_is_made_anew(path, compilations, damage):
    kept(path, "a+")
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    compilations.clear()
    kept(path, "a+")
    assert compilations == ["a+"]
    assert path.read_bytes() == whole


@pytest.mark.parametrize("content", [b"", b"\0", b"N", b"[\0\0\0\0"])
def test_a_file_of_something_else_is_made_anew(path, content):
    """Such as one of another version."""
    user_cache.write_kept(path, content)
    kept(path, "a+")
    assert KeptPatterns(path)._parts.keys() == {("a+", 0)}


@pytest.mark.parametrize(("module", "name"), [("re._compiler", "_code"), ("re._parser", "parse"), ("_sre", "compile")])
def test_in_another_python_patterns_are_compiled_as_ever(path, monkeypatch, module, name):
    """What is private to Python may be gone, or be something else."""
    pattern = re.compile(GROUPS)
    with monkeypatch.context() as patch:
        patch.setattr(compiled_patterns, "import_module", lambda _name: object())
        assert KeptPatterns(path).compile(GROUPS) == pattern
    kept(path, GROUPS)

    def broken(*_):
        raise TypeError("another number of arguments")

    class Other:
        """The module without this name."""

        def __getattr__(self, asked):
            return broken if asked == name else getattr(importlib.import_module(module), asked)

    def imported(asked):
        return Other() if asked == module else importlib.import_module(asked)

    monkeypatch.setattr(compiled_patterns, "import_module", imported)
    assert KeptPatterns(path).compile(GROUPS) == pattern
    assert KeptPatterns(path).compile("another") == re.compile("another")


def test_only_so_many_are_kept(path, monkeypatch):
    """Of sites with words of their own there may be many."""
    monkeypatch.setattr(compiled_patterns, "MOST_KEPT", 3)
    kept(path, "a", "b", "c")
    kept(path, "b", "d")
    assert {expression for expression, _ in KeptPatterns(path)._parts} == {"b", "d"}


def test_a_build_keeps_its_patterns(path, monkeypatch, tmp_path):
    """Of reading; without a folder for them it is as good."""
    monkeypatch.setattr(compiled_patterns, "_of_this_python", lambda: KeptPatterns(None))
    assert make_site(tmp_path / "a", FILES, {}).plans
    assert not path.exists()
    of_process = KeptPatterns(path)
    of_process.compile("a+")
    monkeypatch.setattr(compiled_patterns, "_of_this_python", lambda: of_process)
    assert make_site(tmp_path / "b", FILES, {}).plans
    assert KeptPatterns(path)._parts.keys() == {("a+", 0)}


def test_nothing_is_held_twice(path):
    """Neither what was kept nor what was compiled here is held beside the pattern: both are as large as it is."""
    kept(path, "a+", GROUPS)
    of_process = KeptPatterns(path)
    pattern = of_process.compile(GROUPS)
    of_process.compile("b+")
    of_process.keep()
    assert of_process._parts.keys() == {("a+", 0)}
    assert not of_process._new
    assert of_process.compile(GROUPS) is pattern
    assert KeptPatterns(path)._parts.keys() == {("a+", 0), ("b+", 0), (GROUPS, 0)}


def test_what_nobody_asks_for_is_let_go_of_and_found_again(path, compilations):
    """A site needs few of what others have kept."""
    kept(path, "a+", "b+")
    compilations.clear()
    of_process = KeptPatterns(path)
    of_process.compile("a+")
    assert of_process._parts
    of_process.release()
    assert not of_process._parts
    assert of_process.compile("b+").fullmatch("bb")
    assert compilations == []


def test_a_build_lets_go_of_patterns_that_it_does_not_need(path, monkeypatch, tmp_path):
    """Once its pages are read."""
    kept(path, "a+", "b+")
    of_process = KeptPatterns(path)
    of_process.compile("a+")
    monkeypatch.setattr(compiled_patterns, "_of_this_python", lambda: of_process)
    make_site(tmp_path / "site", {"a.md": "# Other\n"}, {})
    assert not of_process._parts


COMPILED = """\
import sys
from mkdocs_planplugin import compiled_patterns
compile_one, asked = compiled_patterns.KeptPatterns.compile, []
compiled_patterns.KeptPatterns.compile = lambda self, *given: asked.append(given[0]) or compile_one(self, *given)
import mkdocs_planplugin.plugin.build
print("\\0".join(asked))
"""


def test_patterns_are_the_same_in_each_process(tmp_path):
    """Else each build would compile what it has compiled before: sets have another order in each process."""
    asked = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "XDG_CACHE_HOME": str(tmp_path)}
        code = [sys.executable, "-c", COMPILED]
        asked.append(subprocess.run(code, env=environment, capture_output=True, text=True, check=True).stdout)
    assert asked[0].count("\0") > 50
    assert asked[0] == asked[1]


def test_where_keeping_fails_the_site_is_built(monkeypatch, tmp_path):
    def broken():
        raise ArithmeticError("7")

    monkeypatch.setattr("mkdocs_planplugin.plugin.keep_patterns", broken)
    site = make_site(tmp_path, FILES, {})
    assert site.plans
    assert [line for line in site.log if "what is kept for the next build" in line and "made anew" in line]


COUNT = """
from pathlib import Path
from click.testing import CliRunner
from mkdocs_planplugin import compiled_patterns, user_cache
from mkdocs_planplugin.cli import main

user_cache.user_cache_path = lambda *_, **__: Path({cache!r})
made, real = [], compiled_patterns._parts_of
compiled_patterns._parts_of = lambda *given: made.append(given) or real(*given)
CliRunner().invoke(main, ["show", {plan!r}], catch_exceptions=False)
print(len(made))
"""


def test_commands_keep_them_too(tmp_path):
    """The second process compiles no pattern that the first one has needed: their expressions are the same in each, though
    words come out of sets."""
    plan = tmp_path / "plans" / "ledger.md"
    plan.parent.mkdir()
    plan.write_text(FILES["plans/ledger.md"], "utf-8")
    code = COUNT.format(cache=str(tmp_path / "cache"), plan=str(plan))

    def compiled():
        return int(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)

    assert compiled() > 50
    assert compiled() == 0


COMPILED_BY_RE = """
import importlib
import sys
from pathlib import Path
from mkdocs_planplugin import user_cache

user_cache.user_cache_path = lambda *_, **__: Path({cache!r})
compiler = importlib.import_module("re._compiler")
real = compiler.compile

def noted(expression, flags=0):
    frame = sys._getframe(1)
    while frame.f_globals["__name__"] == "re":
        frame = frame.f_back
    if any(f".{{room}}." in frame.f_globals["__name__"] for room in ("gfm", "views", "weave")):
        print(frame.f_globals["__name__"], expression)
    return real(expression, flags)

compiler.compile = noted
import mkdocs_planplugin.plugin.build
"""


def test_the_rooms_with_many_patterns_leave_few_to_re(tmp_path):
    """Those that are needed at once are kept, too: to compile a hundred of them takes as long as to build two pages."""
    code = COMPILED_BY_RE.format(cache=str(tmp_path))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert len(done.stdout.splitlines()) < 10
