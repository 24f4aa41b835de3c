"""Polish."""

from .records import Profile, ReferenceWords

PROFILE = Profile(name="polish", references=ReferenceWords(nothing="brak"))
