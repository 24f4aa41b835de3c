"""Polish."""

from .records import Profile, References

PROFILE = Profile(name="polish", references=References(nothing="brak"))
