"""Replacing a file all at once: whoever reads it sees the old content or the new one, never a part."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A new file beside `path`, to write to. It takes the place of `path` when the block ends; where that fails, or the
    block raises, it is removed and `path` stays as it was."""
    # The name begins with a dot: MkDocs takes no such file for a part of the site.
    with tempfile.NamedTemporaryFile(prefix=".planplugin-", suffix=".tmp", dir=path.parent, delete=False) as new:
        try:
            yield new
            new.close()  # Windows moves no file that is open
            Path(new.name).replace(path)
        except BaseException:
            new.close()
            with suppress(OSError):
                Path(new.name).unlink()
            raise
