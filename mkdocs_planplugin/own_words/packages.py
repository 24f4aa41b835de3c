# A package names its profile in an entry point. They are looked for only where the options of a site name one: that
# takes 10 ms.
"""Profiles of other packages."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint, entry_points

import msgspec

from mkdocs_planplugin.reading import PROFILES, Profile
from mkdocs_planplugin.working_time import WrongValueError, shown

from .table import check_words

GROUP = "planplugin.profiles"


def profiles_of_packages(value: object) -> tuple[Profile, ...]:
    """The profiles that entry points name, by these names.

    Raises `WrongValueError` where a name is not one of them, or what it stands for is no profile.
    """
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise WrongValueError(f"Expected a list of names such as [acme], but received: {shown(value)}")
    return tuple(_loaded(names)) if names else ()


def _loaded(names: list[str]) -> Iterator[Profile]:
    installed = {point.name: point for point in entry_points(group=GROUP)}
    known = list(PROFILES)
    for name in dict.fromkeys(names):
        if name not in installed:
            listed = ", ".join(sorted(installed))
            hint = f"there are {listed}" if installed else f"no package has entry points in {GROUP}"
            raise WrongValueError(f"{shown(name)} is no profile that is installed; {hint}")
        profile = _load(installed[name])
        try:
            check_words(profile, known)
        except WrongValueError as error:
            raise WrongValueError(f"the profile {name}: {error}") from error
        known.append(profile)
        yield profile


def _load(point: EntryPoint) -> Profile:
    try:
        profile = point.load()
        # Whoever makes a profile says what its fields are; nobody has looked whether that is so.
        checked = msgspec.convert(msgspec.to_builtins(profile), Profile) if isinstance(profile, Profile) else None
    except Exception as error:
        raise WrongValueError(f"the profile {point.name} ({point.value}) cannot be loaded: {error}") from error
    if checked is None:
        raise WrongValueError(f"the profile {point.name} ({point.value}) is no `Profile`, but {shown(profile)}")
    return checked
