"""Documents as files that another site takes in."""

import json
from collections.abc import Mapping
from typing import Any

from careers import files

FORMATS = {"yaml": "application/yaml; charset=utf-8", "json": "application/json"}
"""Endings of files with the types that they are sent as."""


def written(document: Mapping[str, Any], ending: str) -> str:
    """The text of the file; the order of entries is that of the document."""
    if ending == "json":
        return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
    return files.written(document)
