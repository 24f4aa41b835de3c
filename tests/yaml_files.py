"""Facts that stand in YAML beside a document."""

import pathlib
from typing import Any

import yaml

# A tenth of the time, where PyYAML was built with it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: pathlib.Path) -> Any:
    """What a file says."""
    return yaml.load(path.read_text("utf-8"), _LOADER)  # noqa: S506 (it is one of the safe ones)
