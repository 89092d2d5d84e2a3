"""Content files are read strictly and written so that equal documents give equal bytes."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from careers import files
from careers.problems import DocumentError
from tests.content import FOLDER, SLUGS


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "guide.yaml"


def read(path: Path, text: str) -> Any:
    path.write_text(text, "utf-8")
    return files.read(path)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("title: [one\nslug: two\n", "line 2"),
        ("title: one\n\tslug: two\n", "line 2"),
        ("title: one\nslug: &here two\nother: *here\n", "line 3: aliases are not read"),
        ("title: one\ntitle: two\n", "line 2, column 1: 'title' stands twice"),
        ("title: one\ninner:\n  key: 1\n  key: 2\n", "line 4, column 3: 'key' stands twice"),
        ("? [a, b]\n: 1\n", "stands twice"),
        ("title: !!python/object/apply:os.system [ls]\n", "could not determine a constructor"),
        ("title: one\x00\n", "cannot be read"),
        ("day: 2026-02-30\n", "day is out of range"),
        ("[" * 3000, "cannot be read|line 1"),
    ],
)
def test_a_file_that_cannot_be_read_says_where_and_why(path: Path, text: str, words: str) -> None:
    with pytest.raises(DocumentError, match=words):
        read(path, text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"slug": "a", "slug": "b"}', "'slug' stands twice"),
        ('{"in": {"key": 1, "key": 2}}', "'key' stands twice"),
        ('{"value": NaN}', "NaN is not a number"),
        ('{"value": [1, 2}', "line 1, column 16"),
        ('{"a": ' * 100_000, "cannot be read|line 1"),
        ('{"value": ' + "9" * 5000 + "}", "cannot be read"),
    ],
)
def test_json_is_read_as_strictly(path: Path, text: str, words: str) -> None:
    with pytest.raises(DocumentError, match=words):
        read(path, text)


def test_json_holds_what_yaml_does_not() -> None:
    content = b'\xef\xbb\xbf{"smile": "\\ud83d\\ude00",\t"day": "2026-11-23"}'
    assert files.parsed(content) == {"smile": "\N{GRINNING FACE}", "day": "2026-11-23"}


def test_bytes_that_are_not_text_are_refused(path: Path) -> None:
    path.write_bytes(b"title: \xff\xfe\n")
    with pytest.raises(DocumentError, match="cannot be read"):
        files.read(path)


def test_a_missing_file_is_refused(path: Path) -> None:
    with pytest.raises(DocumentError, match=r"cannot be read: .*No such file"):
        files.read(path)


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="cannot be read"):
        files.read(tmp_path)


def test_a_file_above_the_limit_is_refused_before_it_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 10)
    with pytest.raises(DocumentError, match="larger than 10 bytes"):
        read(path, "title: a longer one\n")


def test_dates_and_number_keys_become_what_json_holds(path: Path) -> None:
    assert read(path, "day: 2026-11-23\nlevels: {1: a, 2: b}\nlist: [2026-01-01]\n") == {
        "day": "2026-11-23",
        "levels": {"1": "a", "2": "b"},
        "list": ["2026-01-01"],
    }


def test_plain_leaves_other_values_as_they_are() -> None:
    assert files.plain({1: [date(2026, 1, 2), None, True, 1.5, "text"]}) == {
        "1": ["2026-01-02", None, True, 1.5, "text"]
    }


@pytest.mark.parametrize(
    "name", [*(f"careers/{slug}" for slug in SLUGS), "catalogue/actions", "catalogue/competencies"]
)
def test_writing_what_was_read_is_stable(tmp_path: Path, name: str) -> None:
    document = files.read(FOLDER / f"{name}.yaml")
    first, second = tmp_path / "deep" / "first.yaml", tmp_path / "second.yaml"
    files.write(first, document)
    files.write(second, files.read(first))
    assert files.read(second) == document
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    "text", ["", "2026-11-23", "yes", "1e3", "null", "~", "- a", "a: b", "#", "a\nb\n", " lead", "é €", "\u2028"]
)
def test_any_text_survives_a_file(path: Path, text: str) -> None:
    files.write(path, {"text": text})
    assert files.read(path) == {"text": text}
