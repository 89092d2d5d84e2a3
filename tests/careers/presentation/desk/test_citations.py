"""Every address that a document cites is found again, with the sections that readers meet it in."""

from typing import Any

import pytest

from careers.checks.references import entries
from careers.presentation.desk.citations import Citation, of_catalogue, of_guide
from tests import content
from tests.careers.presentation.builders import document, figure, section, source


def addresses(document: Any) -> set[str]:
    return {value for _, key, value in entries(document) if key == "url" and value}


@pytest.mark.parametrize("slug", content.SLUGS)
def test_no_address_of_a_guide_is_missed(slug: str) -> None:
    guide = content.guide(slug)
    assert {citation.url for citation in of_guide(guide)} - {""} == addresses(guide)


def test_no_address_of_the_catalogue_is_missed() -> None:
    catalogue = content.catalogue()
    assert {citation.url for citation in of_catalogue(catalogue)} - {""} == addresses(catalogue)


def test_a_source_is_met_where_a_section_its_figures_or_its_rows_rest_on_it() -> None:
    sections = [
        section("one", sources=["survey"]),
        section("two", figures=["pay"]),
        section("three", items=[{"title": "x", "source": "survey"}]),
        section("four", sources=["other"]),
    ]
    guide = document(sources=[source(url="https://example.org/")], figures=[figure()], sections=sections)
    assert list(of_guide(guide)) == [
        Citation("source", "survey", "The survey", "https://example.org/", ("One", "Two", "Three"))
    ]


def test_an_organization_is_put_right_in_the_form_of_its_section() -> None:
    row = {"name": "A club", "url": "https://example.org/club"}
    guide = document(sources=[], sections=[section("people", resources=[row])])
    assert [(found.model, found.key, found.title) for found in of_guide(guide)] == [("section", "people", "A club")]
