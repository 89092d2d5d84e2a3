"""The published schema takes what the codec takes and refuses what it refuses."""

import copy
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from careers.documents import GUIDE, DocumentError, read
from careers.documents.parts import Grid, mapped
from careers.documents.schema import mapping
from careers.models import Anchor, Career, Skill
from tests.careers.presentation import builders

Spoil = Callable[[dict[str, Any]], Any]
SCHEMA = mapping(GUIDE, Career)
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())


def section(document: dict[str, Any], kind: str) -> Any:
    return next(row for row in document["sections"] if row["kind"] == kind)


SPOILED: dict[str, Spoil] = {
    "no title": lambda whole: whole.pop("title"),
    "an entry too many": lambda whole: whole.update(color="blue"),
    "a text for a list": lambda whole: whole.update(sources="none"),
    "a day that never was": lambda whole: whole.update(reviewed_on="2026-13-40"),
    "a slug with spaces": lambda whole: whole.update(slug="chief of all"),
    "empty for null": lambda whole: whole.update(abbreviation=""),
    "too long a tagline": lambda whole: whole.update(tagline="x" * 301),
    "a figure without a source": lambda whole: whole["figures"][0].pop("source"),
    "a figure without a number": lambda whole: [whole["figures"][0].pop(key, None) for key in ("value", "low", "high")],
    "a number in words": lambda whole: whole["figures"][0].update(value="many"),
    "yes for a truth": lambda whole: whole["figures"][0].update(open_ended="yes"),
    "a measure of nothing": lambda whole: whole["figures"][0].update(measure="mood"),
    "a year before surveys": lambda whole: whole["figures"][0].update(year=1066),
    "a sample below zero": lambda whole: whole["figures"][0].update(sample_size=-1),
    "a blank among keys": lambda whole: whole["sections"][0].update(sources=[" "]),
    "no kind that there is": lambda whole: whole["sections"][0].update(kind="horoscope"),
    "parts of another kind": lambda whole: section(whole, "faq").update(countries=[]),
    "a question without answer": lambda whole: section(whole, "faq")["items"][0].pop("answer"),
    "a passage missing": lambda whole: section(whole, "how_to_become")["misconception"].pop("myth"),
    "cautions that say nothing": lambda whole: whole["key_facts"].update(cautions={}),
    "a line that is no text": lambda whole: section(whole, "diversity").update(green_flags=[7]),
}


def faults(document: Any) -> list[str]:
    return [f"{fault.json_path}: {fault.message[:120]}" for fault in VALIDATOR.iter_errors(document)]


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("slug", builders.slugs())
def test_every_real_guide_keeps_to_it(slug: str) -> None:
    assert faults(builders.published(slug)) == []


@pytest.mark.parametrize("name", SPOILED)
def test_what_is_spoiled_is_refused_by_the_schema_and_by_the_codec(name: str) -> None:
    document = copy.deepcopy(builders.published(builders.CMIO))
    SPOILED[name](document)
    assert faults(document)
    if name != "a figure without a number":  # the database refuses that one
        with pytest.raises(DocumentError):
            read(GUIDE, Career(), document)


def test_every_entry_says_what_it_is() -> None:
    figures = SCHEMA["properties"]["figures"]["items"]["properties"]
    assert figures["geography"]["title"] == "Place"
    assert figures["open_ended"] == {"title": "Or more", "type": "boolean"}
    assert figures["year"]["anyOf"] == [{"type": "integer", "minimum": 1900, "maximum": 2100}, {"type": "null"}]


def test_a_shape_that_it_cannot_describe_is_refused() -> None:
    grid = mapped(Grid(Anchor, "skill", "level", "levels:text"))
    with pytest.raises(TypeError, match="Grid has no schema"):
        mapping(grid, Skill)
