"""Whatever is wrong with a document: it is either read and written back as it was, or refused with a place."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careers import documents
from careers.differences import differences
from careers.documents.parts import Mapped, Rows
from careers.models import Career, Catalogue
from careers.problems import DocumentError
from careers.services import SHAPES
from tests.content import SLUGS, catalogue, guide

SPOILERS: tuple[Any, ...] = (
    *(None, "", "text", "\0", "a\0b", "\ud800", 0, -1, 10**30, 1.5, float("nan"), float("inf"), True, False),
    *([], [None], [[]], {}, {"x": 1}, [1, "two"], {"1": None}, "2026-02-30", "9" * 500),
)
KEYS = ("unknown", "", "\0", "slug", "1", "kind")
Place = tuple[Any, ...]


def places(value: Any, here: Place = ()) -> Iterator[Place]:
    if here:
        yield here
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, entry in inner:
        yield from places(entry, (*here, key))


def around(document: Any, place: Place) -> Any:
    for step in place[:-1]:
        document = document[step]
    return document


def spoil(document: Any, place: Place, way: str, value: Any, key: str) -> None:
    inside, value = around(document, place), deepcopy(value)
    if way == "delete":
        del inside[place[-1]]
    elif way == "add" and isinstance(inside[place[-1]], dict):
        inside[place[-1]][key] = value
    elif way == "repeat" and isinstance(inside, list):
        inside.append(inside[place[-1]])
    else:
        inside[place[-1]] = value


def written(shape: Mapped, root: Any, rows: list[Any]) -> Any:
    """The rows as a document, without a database: each row gets a number of its own."""
    root.pk = 1
    for number, row in enumerate(rows, start=2):
        row.pk = number
    links = dict(shape.tables())
    for row in rows:
        setattr(row, f"{links[type(row)]}_id", getattr(row, links[type(row)]).pk)
    return shape.encode(root, Rows(rows, {model: f"{link}_id" for model, link in links.items()}))


def assert_read_or_refused(shape: Mapped, root: Any, document: Any) -> None:
    try:
        rows = documents.read(shape, root, document).rows
    except DocumentError:
        return
    got = written(shape, root, rows)
    assert differences(document, got) == []
    assert got == document


@st.composite
def spoiled(draw: st.DrawFn, document: Any) -> Any:
    for _ in range(draw(st.integers(1, 2))):
        place = draw(st.sampled_from(list(places(document))))
        way = draw(st.sampled_from(("delete", "replace", "add", "repeat")))
        spoil(document, place, way, draw(st.sampled_from(SPOILERS)), draw(st.sampled_from(KEYS)))
    return document


@pytest.mark.parametrize("slug", SLUGS)
def test_an_untouched_guide_is_read_and_written_without_a_database(slug: str) -> None:
    root = Career()
    assert written(documents.GUIDE, root, documents.read(documents.GUIDE, root, guide(slug)).rows) == guide(slug)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_spoiled_guide_is_read_or_refused(data: st.DataObject) -> None:
    document = data.draw(spoiled(guide("medical-and-health-information-manager")))
    assert_read_or_refused(documents.GUIDE, Career(), document)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_spoiled_catalogue_is_read_or_refused(data: st.DataObject) -> None:
    whole = catalogue()
    for part, lists in (
        ("competencies", ("skills", "domains", "prerequisites")),
        ("actions", ("actions", "knowledge_items")),
    ):
        for name in lists:
            del whole[part][name][3:]
    assert_read_or_refused(documents.CATALOGUE, Catalogue(), data.draw(spoiled(whole)))


@pytest.mark.parametrize("value", SPOILERS, ids=repr)
@pytest.mark.parametrize("root", [Career, Catalogue])
def test_anything_may_stand_in_the_place_of_a_document(root: type[Career | Catalogue], value: Any) -> None:
    with pytest.raises(DocumentError):
        documents.read(SHAPES[root], root(), value)


@pytest.mark.parametrize(
    ("entry", "value"), [("pay_compare", []), ("growth", ""), ("cautions", {}), ("cautions", {"pay": ""})]
)
def test_what_is_left_out_when_empty_is_not_written_empty(entry: str, value: Any) -> None:
    document = guide()
    document["key_facts"][entry] = value
    with pytest.raises(DocumentError, match=f"key_facts.{entry}.* is empty; it wants to be (left out|null)"):
        documents.read(documents.GUIDE, Career(), document)
