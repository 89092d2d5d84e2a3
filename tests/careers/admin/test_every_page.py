"""Every page of the desk opens for an editor, keeps to the policy, and asks as much for twenty rows as for one."""

import re

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext

from careers.models import Career, Point, Question, Section
from tests.careers.admin.desk import CLOSED, CONTENT, address, addresses, publish_page
from tests.careers.admin.forms import opened, send
from tests.careers.pages import Page
from tests.content import career, the_catalogue

pytestmark = pytest.mark.django_db
INLINE = re.compile(r"<style|<script(?![^>]* src=)|javascript:")
PAGES = [(model, page) for model in CONTENT for page in ("changelist", "add", "change", "history", "delete")]
ODD = ["e=1", "p=999", "p=x", "o=99.x", "all=1", "q=%22%27%5C", "q=a+b+c+d+e+f", "id__exact=9" * 30, "_popup=1"]


def queries(client: Client, path: str) -> int:
    # Django remembers content types for as long as the process lives: who comes first asks for them.
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def first(model: type[Model], count: int) -> str:
    """The list of the first rows only."""
    keys = model._default_manager.order_by("pk").values_list("pk", flat=True)[:count]
    return f"{address('changelist', model)}?id__in={','.join(map(str, keys))}"


@pytest.mark.parametrize(("model", "page"), [pair for pair in PAGES if pair not in CLOSED])
def test_it_opens_and_nothing_on_it_would_break_a_strict_policy(
    as_edith: Client, model: type[Model], page: str
) -> None:
    response = as_edith.get(addresses(model)[page])
    assert response.status_code == 200
    html = response.content.decode()
    names = {name for _, attributes in Page(html).tags for name in attributes}
    assert not [name for name in names if name == "style" or name.startswith("on")]
    assert INLINE.findall(html) == []


@pytest.mark.parametrize(("model", "page"), CLOSED)
def test_what_comes_with_documents_and_publishing_is_neither_added_nor_deleted(
    as_edith: Client, model: type[Model], page: str
) -> None:
    path = addresses(model)[page]
    before = model._default_manager.count()
    assert [as_edith.get(path).status_code, as_edith.post(path, {"post": "yes"}).status_code] == [403, 403]
    assert model._default_manager.count() == before


@pytest.mark.parametrize("model", CONTENT)
def test_a_list_of_twenty_asks_as_much_as_a_list_of_one(as_edith: Client, model: type[Model]) -> None:
    one = queries(as_edith, first(model, 1))
    assert queries(as_edith, first(model, 20)) == one


@pytest.mark.parametrize("query", ODD)
@pytest.mark.parametrize("model", [Career, Section])
def test_no_odd_query_breaks_a_list(as_edith: Client, model: type[Model], query: str) -> None:
    response = as_edith.get(f"{address('changelist', model)}?{query}", follow=True)
    assert response.status_code == 200


@pytest.mark.parametrize("key", ["0", "999999999999999999999999", "x", "%EF%BC%91%EF%BC%99", "1_2F", "-1"])
@pytest.mark.parametrize("page", ["change", "history", "delete", "publish"])
def test_a_key_of_nothing_breaks_no_page(as_edith: Client, page: str, key: str) -> None:
    response = as_edith.get(f"/admin/careers/career/{key}/{page}/", follow=True)
    assert response.status_code in {200, 404}
    assert "Publish now" not in response.content.decode()


def test_a_section_with_twenty_rows_asks_as_much_as_one_with_a_single_row(as_edith: Client) -> None:
    section = Section.objects.get(career=career(), kind="faq")
    path = address("change", section)
    section.question_set.all().delete()
    counts = []
    for more in (1, 19):
        rows = [Question(section=section, question=f"Is it {place}?", answer="Yes.") for place in range(more)]
        Question.objects.bulk_create(rows)
        counts.append(queries(as_edith, path))
    assert counts[0] == counts[1]


def test_publishing_asks_as_much_for_many_rows_as_for_few(as_edith: Client) -> None:
    path, section = publish_page(career()), Section.objects.get(career=career(), kind="how_to_become")
    before = queries(as_edith, path)
    Point.objects.bulk_create([Point(section=section, list="strategies", text=f"Line {place}") for place in range(20)])
    assert queries(as_edith, path) == before


def test_a_list_of_guides_says_how_each_stands(as_edith: Client) -> None:
    Section.objects.filter(career=career(), slug="salary").update(body="Not yet published.")
    rows = Page(as_edith.get(address("changelist", Career)).content.decode()).text
    assert rows.count("Draft ahead of live") == 1
    assert rows.count("Edition 1") == 8


def test_the_history_of_a_row_names_who_changed_what(as_edith: Client, edith: User) -> None:
    root = the_catalogue()
    path = address("change", root)
    send(as_edith, path, opened(as_edith, path), professions="\n".join([*root.professions, "other"]))
    found = Page(as_edith.get(address("history", root)).content.decode()).text
    assert "edith" in found
    assert "Edited Instrument: Chief Medical Information Officer Professions changed" in found
