"""The project's own files, as the checks on the repository read them."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDERS = ("assessments", "careers", "cmio_coach", "docs", "fixtures", "requirements", "scripts", "static", "templates")
CODE = ("assessments", "careers", "cmio_coach", "scripts")


def files(*folders: str, pattern: str = "*") -> list[Path]:
    """Files below these folders, without what Python leaves there."""
    found = (path for folder in folders for path in (ROOT / folder).rglob(pattern))
    return sorted(path for path in found if path.is_file() and "__pycache__" not in path.parts)


@cache
def texts() -> dict[str, str]:
    """Every text file of the project by its path, tests and files at the root among them."""
    at_root = [path for path in ROOT.iterdir() if path.suffix in {".md", ".py", ".toml", ".example"}]
    own = [*files(*FOLDERS, "tests", ".ci"), ROOT / "Makefile", *at_root]
    return dict(_readable(own))


def python(*folders: str) -> dict[str, str]:
    """Python modules below these folders by path, without migrations, which Django writes."""
    found = {str(path.relative_to(ROOT)): path.read_text() for path in files(*folders, pattern="*.py")}
    return {name: text for name, text in found.items() if "/migrations/" not in name}


def read(name: str) -> str:
    """A file at the root."""
    return (ROOT / name).read_text()


def _readable(paths: list[Path]) -> Iterator[tuple[str, str]]:
    for path in paths:
        try:
            yield str(path.relative_to(ROOT)), path.read_text("utf-8")
        except UnicodeDecodeError:
            continue  # a font or a picture
