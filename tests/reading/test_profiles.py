"""The words of dialects and languages: each file is found, no word has two meanings, patterns are well formed."""

import pathlib
import random
import re
from collections.abc import Callable
from typing import get_args

import pytest
from msgspec import Struct

from mkdocs_planplugin.reading import profiles
from mkdocs_planplugin.reading.labels import label_key
from mkdocs_planplugin.reading.profiles import PROFILES, WEIGHTS, Profile, Sign
from mkdocs_planplugin.reading.profiles.finders import PhraseFinder, PhraseSet
from mkdocs_planplugin.reading.profiles.phrases import anywhere, forms, split_phrases, whole

FOLDER = pathlib.Path(profiles.__file__).parent
# Fields that are compared as `label_key` makes labels, so that a phrase in another form would never be found.
AS_LABELS = {
    "headings": {"sections", "joining_words", "repeats"},
    "labels": {"header", "task", "phase", "section", "updates", "risk", "timeline", "history"},
    "roles": {"work"},
    "detection": {"plan_sections", "work_sections", "other_sections", "form_sections", "form_labels"},
}


def groups(profile: Profile):
    """The records inside a profile, with their names."""
    for field in profile.__struct_fields__:
        value = getattr(profile, field)
        if isinstance(value, Struct):
            yield field, value


def tables():
    """Every table of all profiles together: its name, and for each profile the meanings and phrases (or signs)."""
    for group, record in groups(PROFILES[0]):
        for field in record.__struct_fields__:
            found = [
                (profile.name, meaning, text)
                for profile in PROFILES
                if isinstance(value := getattr(getattr(profile, group, None), field, None), dict)
                for meaning, text in value.items()
            ]
            if found:
                yield f"{group}.{field}", found


def test_each_file_with_words_is_found():
    """Nothing but the file itself has to be told of it."""
    files = {path.stem for path in FOLDER.glob("*.py")} - {
        "__init__",
        "records",
        "phrases",
        "finders",
        "weights",
        "added",
    }
    assert {profile.name.replace(" ", "_").replace("-", "_") for profile in PROFILES} == files


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_words_before_dates_stand_in_one_list(profile: Profile):
    """What stands before the day by which something is due may stand before any date: it is not told twice."""
    assert set(split_phrases(profile.dates.before)).isdisjoint(split_phrases(profile.dates.due_by))


@pytest.mark.parametrize(
    ("table", "entries"), list(tables()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_no_phrase_has_two_meanings(table: str, entries: list[tuple[str, object, str]]):
    """In one table of all profiles."""
    if table == "headings.risk_levels":
        pytest.skip("patterns")
    meanings: dict[str, tuple[str, object]] = {}
    for name, meaning, text in entries:
        pieces = list(text) if "signs" in table or "marks" in table else split_phrases(text)
        for piece in pieces:
            first = meanings.setdefault(piece.casefold(), (name, meaning))
            assert first[1] == meaning, f"{piece!r} is {first[1]} in {first[0]} and {meaning} in {name}"


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_no_list_names_a_phrase_twice(profile: Profile):
    """A second time would be a slip of whoever wrote it."""
    for group, record in groups(profile):
        for field in record.__struct_fields__:
            value = getattr(record, field)
            for text in value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else [value]:
                if isinstance(text, str):
                    found = split_phrases(text)
                    assert len(found) == len(set(found)), f"{group}.{field}"


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_labels_are_written_as_they_are_compared(profile: Profile):
    """In small letters, without signs."""
    for group, names in AS_LABELS.items():
        for name in names:
            value = getattr(getattr(profile, group), name)
            for text in value.values() if isinstance(value, dict) else [value]:
                for phrase in split_phrases(text):
                    assert label_key(phrase) == phrase.casefold(), f"{group}.{name}"


@pytest.mark.parametrize(
    ("phrase", "fits", "fits_not"),
    [
        ("exit gate", ["exit gate"], ["exit gates", "an exit gate"]),
        ("exit|phase gate(s)", ["exit gate", "phase gates"], ["gate", "exit phase gate"]),
        ("(quality) gate", ["gate", "quality gate"], ["exit gate", "qualitygate"]),
        ("(quality|exit) gate", ["gate", "exit gate"], ["quality exit gate"]),
        ("acceptance (check(s)|list)", ["acceptance", "acceptance checks", "acceptance list"], ["acceptance lists"]),
        ("checkpoint (...)", ["checkpoint", "checkpoint of the first week"], ["checkpoints"]),
        ("risk(s)...", ["risk", "risks, of all kinds", "risks and more"], ["risky"]),
        ("(...) log", ["log", "the decision log"], ["catalog", "log book"]),
        ("(*2) criteria (*)", ["criteria", "all the criteria", "criteria met"], ["one two three criteria"]),
        ("guide* (...)", ["guide", "guidelines for all"], ["a guide"]),
        ("*list", ["list", "checklist"], ["lists"]),
        ("c++ (c.)", ["c++", "c++ c."], ["ccc", "c++ cc"]),
    ],
)
def test_the_notation_of_patterns(phrase: str, fits: list[str], fits_not: list[str]):
    """As `phrases` explains it."""
    form = whole([phrase])
    assert [text for text in fits if not form.fullmatch(text)] == []
    assert [text for text in fits_not if form.fullmatch(text)] == []


def test_patterns_anywhere_are_whole_words_unless_they_say_otherwise():
    """Languages without spaces have to say so."""
    form = anywhere(["plan", "*计划*", "mitigaci*"])
    assert [text for text in ("a plan for it", "plan", "大计划书", "la mitigación") if not form.search(text)] == []
    assert not form.search("planning")
    assert not anywhere([]).search("")


@pytest.mark.parametrize("phrase", ["(quality gate) passed", "(open gate", "gate )", "(a (b))"])
@pytest.mark.parametrize("take", [whole, anywhere, PhraseSet, PhraseFinder])
def test_a_pattern_that_is_not_well_formed_is_an_error(take: Callable[[list[str]], object], phrase: str):
    """Told when the package is imported: nothing of it is dropped in silence."""
    with pytest.raises(ValueError, match="is no pattern"):
        take([phrase])


LISTS = {
    f"{group}.{field}": listed
    for group in ("headings", "roles", "detection")
    for field in getattr(PROFILES[0], group).__struct_fields__
    if all(isinstance(getattr(getattr(profile, group), field), str) for profile in PROFILES)
    if (listed := [one for profile in PROFILES for one in split_phrases(getattr(getattr(profile, group), field))])
}


@pytest.mark.parametrize("name", LISTS)
def test_any_phrase_is_looked_up_as_its_pattern_fits(name: str):
    """Sets and finders say of texts of their words, in any order and with other words, what one regular expression of
    all of them says."""
    draw = random.Random(name)  # noqa: S311 (no secret)
    listed = LISTS[name]
    fits, finds, form, place = PhraseSet(listed), PhraseFinder(listed), whole(listed), anywhere(listed)
    words = [word for phrase in listed for word in re.findall(r"[^\s()|*]+", phrase)]
    written_out = [one for phrase in listed for one in forms(phrase.strip("* "))] or words
    for _ in range(200):
        several = draw.choice(["", " ", " ", "-", "s"]).join(
            draw.choices([*words, "of", "x", "_a"], k=draw.randint(1, 4))
        )
        one = draw.choice(["", "pre", "a "]) + draw.choice(written_out) + draw.choice(["", "s", " x", "-"])
        for text in (several, one):
            assert fits.fits(text) == (form.fullmatch(text) is not None), text
            assert finds.is_in(text) == (place.search(text) is not None), text
            assert [*map(re.Match.span, finds.finditer(text))] == [*map(re.Match.span, place.finditer(text))]


def test_each_sign_has_a_weight_that_a_writer_understands():
    """Points for or against, in quarters, and words without any name of ours."""
    assert set(WEIGHTS) == set(get_args(Sign))
    for sign, weight in WEIGHTS.items():
        assert weight.points, sign
        assert weight.points * 4 == round(weight.points * 4), sign
        assert weight.enough > 0, sign
        assert "_" not in weight.words, sign
