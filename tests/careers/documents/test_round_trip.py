"""Document to rows to document is the identity, for everything that is loaded."""

from typing import Any

import pytest
from django.apps import apps
from django.db import models

from careers import documents
from careers.checks.references import entries
from careers.models import (
    Career,
    Catalogue,
    Edition,
    InstrumentVersion,
    SearchEntry,
    SearchSource,
    SearchWord,
    ToolkitEdition,
)
from careers.services import write
from tests.content import CMIO, SLUGS, career, catalogue, guide, section, the_catalogue

pytestmark = pytest.mark.django_db
PUBLISHED = {Edition, InstrumentVersion, ToolkitEdition}
DERIVED = {SearchEntry, SearchSource, SearchWord}
NOT_IN_DOCUMENTS = PUBLISHED | DERIVED


def leaves(document: Any) -> dict[str, Any]:
    return {path: value for path, _, value in entries(document) if not isinstance(value, dict | list)}


def test_there_are_eight_guides() -> None:
    assert len(SLUGS) == 8
    assert set(Career.objects.values_list("slug", flat=True)) == set(SLUGS)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_loaded_guide_is_written_as_it_was_read(slug: str) -> None:
    written, source = write(career(slug)), guide(slug)
    assert leaves(written) == leaves(source)
    assert written == source


@pytest.mark.parametrize("slug", SLUGS)
def test_a_guide_keeps_the_order_of_its_keys_and_lists(slug: str) -> None:
    written = [path for path, _, _ in entries(write(career(slug))["sections"])]
    source = [path for path, _, _ in entries(guide(slug)["sections"])]
    assert set(written) == set(source)
    assert [row["key"] for row in write(career(slug))["sources"]] == [row["key"] for row in guide(slug)["sources"]]


def test_the_loaded_catalogue_is_written_as_it_was_read() -> None:
    written, source = write(the_catalogue()), catalogue()
    assert leaves(written) == leaves(source)
    assert written == source


@pytest.mark.parametrize("slug", SLUGS)
def test_loading_twice_gives_the_same_rows(slug: str) -> None:
    root = career(slug)
    for _ in range(2):
        documents.replace(documents.GUIDE, root, documents.read(documents.GUIDE, root, guide(slug)).rows)
        assert write(root) == guide(slug)


def test_a_country_without_purchasing_power_is_written_without_it() -> None:
    document, root = guide(), career(CMIO)
    for row in section(document, "global")["countries"]:
        del row["ppp_low"], row["ppp_high"]
    documents.replace(documents.GUIDE, root, documents.read(documents.GUIDE, root, document).rows)
    assert write(root) == document


def test_replacing_a_guide_leaves_the_others_alone() -> None:
    other = career("chief-medical-officer")
    document = guide("chief-medical-officer") | {"sections": []}
    documents.replace(documents.GUIDE, other, documents.read(documents.GUIDE, other, document).rows)
    assert write(other)["sections"] == []
    assert write(career(CMIO)) == guide(CMIO)


def test_every_model_of_the_content_has_rows_that_a_document_reached() -> None:
    reached = {model for shape in (documents.GUIDE, documents.CATALOGUE) for model, _ in shape.tables()}
    found = apps.get_app_config("careers").get_models()
    content: set[type[models.Model]] = {model for model in found if ".desk." not in model.__module__}
    assert content == reached | {Career, Catalogue} | NOT_IN_DOCUMENTS
    assert [model.__name__ for model in reached if not model._default_manager.exists()] == []


def test_reading_saves_nothing() -> None:
    root = Career()
    rows = documents.read(documents.GUIDE, root, guide()).rows
    assert root.pk is None
    assert {row.pk for row in rows} == {None}


def test_documents_of_several_roots_are_the_same_as_one_by_one() -> None:
    roots = list(Career.objects.all())
    assert documents.write_all(documents.GUIDE, roots) == {root.pk: write(root) for root in roots}
    assert documents.write_all(documents.GUIDE, []) == {}
