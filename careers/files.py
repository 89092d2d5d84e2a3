"""Documents as YAML or JSON: strict to read, stable to write, with no code and no duplicates inside."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from careers.problems import DocumentError, Problem

LARGEST = 5_000_000
"""Bytes that a content file may have."""

DEEPEST = 50
"""Levels of lists and mappings inside each other; what walks through a document relies on an end."""


class StrictLoader(yaml.CSafeLoader):
    """YAML's safe loader without repeated keys."""


def _mapping(loader: StrictLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    loader.flatten_mapping(node)
    pairs = [
        (loader.construct_object(key, deep=True), loader.construct_object(value, deep=True))
        for key, value in node.value
    ]
    found: dict[Any, Any] = {}
    for (key, value), (key_node, _) in zip(pairs, node.value, strict=True):
        if isinstance(key, list | dict) or key in found:
            raise yaml.constructor.ConstructorError(None, None, f"{key!r} stands twice", key_node.start_mark)
        found[key] = value
    return found


StrictLoader.add_constructor("tag:yaml.org,2002:map", _mapping)


def read(path: Path) -> Any:
    """The file's document as plain data: text keys, ISO dates; DocumentError says where it cannot be read."""
    try:
        if path.stat().st_size > LARGEST:
            raise DocumentError([Problem("", f"is larger than {LARGEST:,} bytes")])
        return parsed(path.read_bytes())
    except OSError as error:
        raise DocumentError([_unreadable(error)]) from error


def parsed(content: bytes) -> Any:
    """The document in the bytes of a YAML or JSON file; DocumentError says where it cannot be read."""
    try:
        return plain(_load(content.decode("utf-8-sig")))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        raise DocumentError([Problem(place, error.problem or "is not YAML")]) from error
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise DocumentError([_unreadable(error)]) from error


def _unreadable(error: Exception) -> Problem:
    return Problem("", f"cannot be read: {str(error) or type(error).__name__}".splitlines()[0])


def _load(text: str) -> Any:
    if text.startswith("{"):
        try:
            return json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
        except json.JSONDecodeError:
            pass  # YAML may begin like this too, and says just as well what is wrong with JSON
    # Aliases could blow a small file up to any size, so they are refused before anything is built.
    for event in yaml.parse(text, Loader=StrictLoader):
        if isinstance(event, yaml.AliasEvent):
            line = event.start_mark.line + 1 if event.start_mark else 0
            raise DocumentError([Problem(f"line {line}", "aliases are not read")])
    return yaml.load(text, StrictLoader)  # noqa: S506


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise DocumentError([Problem("", f"{key!r} stands twice")])
        found[key] = value
    return found


def _no_number(name: str) -> Any:
    raise DocumentError([Problem("", f"{name} is not a number")])


def plain(value: Any, depth: int = 0) -> Any:
    """The value with text keys and ISO dates, as JSON would hold it; ValueError where it is nested without end."""
    if depth > DEEPEST:
        raise ValueError(f"is nested more than {DEEPEST} levels deep")
    if isinstance(value, dict):
        return {str(key): plain(entry, depth + 1) for key, entry in value.items()}
    if isinstance(value, list):
        return [plain(entry, depth + 1) for entry in value]
    return value.isoformat() if isinstance(value, date) else value


class _Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        """Write equal parts in full: aliases are not read."""
        return True


def _text(dumper: yaml.CSafeDumper, value: str) -> yaml.ScalarNode:
    style = "|" if "\n" in value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _text)


def write(path: Path, document: Any) -> None:
    """Write the document so that equal documents give equal bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written(document), "utf-8")


def written(document: Any) -> str:
    """The document as YAML, the same text for the same document."""
    text: str = yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120)
    return text
