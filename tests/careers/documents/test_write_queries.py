"""A document is written in one query for each model, whatever its size."""

import pytest
from pytest_django import DjangoAssertNumQueries

from careers import documents
from careers.models import Career, Point, Section
from careers.services import write
from tests.content import SLUGS, career, the_catalogue

pytestmark = pytest.mark.django_db
GUIDE_MODELS = len(dict(documents.GUIDE.tables()))
CATALOGUE_MODELS = len(dict(documents.CATALOGUE.tables()))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_guide_takes_one_query_for_each_model(slug: str, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    root = career(slug)
    with django_assert_num_queries(GUIDE_MODELS):
        write(root)


def test_the_catalogue_takes_one_query_for_each_model(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    root = the_catalogue()
    with django_assert_num_queries(CATALOGUE_MODELS):
        write(root)


@pytest.mark.parametrize("sections", [1, 20])
def test_the_number_of_sections_does_not_count(
    sections: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    root = career()
    root.sections.all().delete()
    for place in range(sections):
        row = Section.objects.create(
            career=root,
            slug=f"part-{place}",
            title="Part",
            kind="how_to_become",
            lead="Lead",
            body="Body",
            position=place,
        )
        Point.objects.create(section=row, list="strategies", text="A line")
    with django_assert_num_queries(GUIDE_MODELS):
        assert len(write(root)["sections"]) == sections


def test_all_guides_together_take_as_many_queries_as_one(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    roots = list(Career.objects.all())
    with django_assert_num_queries(GUIDE_MODELS):
        assert len(documents.write_all(documents.GUIDE, roots)) == 8
