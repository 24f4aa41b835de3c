# A site may call things by words of its own (the option `words`), and a package may bring a whole dialect (`profiles`).
# Both are profiles, as the files in `reading/profiles/` are; the reading room is loaded once more with them.
"""Words that a site or a package adds to those that plans are read by."""

from .copies import READING, Reader, portable, reader_of
from .option import WORDS_SCHEMA, profile_of_words
from .packages import GROUP, profiles_of_packages

__all__ = [
    "GROUP",
    "READING",
    "WORDS_SCHEMA",
    "Reader",
    "portable",
    "profile_of_words",
    "profiles_of_packages",
    "reader_of",
]
