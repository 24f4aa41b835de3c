"""Task lists of Kiro: every box has a number, `- [ ] 1. Group` with `- [ ] 1.1 text` below it."""

from mkdocs_planplugin.model import State

from .records import Profile, StateWords

PROFILE = Profile(name="kiro", states=StateWords(marks_in_groups={State.IN_PROGRESS: "-"}))
