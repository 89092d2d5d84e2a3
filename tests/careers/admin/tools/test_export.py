"""Downloads: any publication or the draft, under a name that says which."""

import json
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from careers import files
from careers.models import Career, Section
from careers.services import publish, write
from tests.careers.admin.conftest import at_the_desk, editor
from tests.careers.admin.desk import address
from tests.content import FOLDER, career, catalogue, guide, the_catalogue, tool
from tests.markup import read

pytestmark = pytest.mark.django_db
OTHER = "chief-medical-officer"


def page(root: object, query: str = "") -> str:
    return address("export", root) + query  # type: ignore[arg-type]


def edit() -> None:
    Section.objects.filter(career__slug=OTHER, slug="salary").update(body="A sentence of the draft.")


@pytest.mark.parametrize("ending", ["yaml", "json"])
def test_a_publication_and_the_draft_are_told_apart_by_their_names(as_edith: Client, ending: str) -> None:
    edit()
    for of, name, document in (("1", "edition-1", guide(OTHER)), ("draft", "draft", write(career(OTHER)))):
        answer = as_edith.get(page(career(OTHER), f"?of={of}&as={ending}"))
        assert answer["Content-Disposition"] == f'attachment; filename="{OTHER}-{name}.{ending}"'
        assert files.parsed(answer.content) == document
        if ending == "json":
            assert json.loads(answer.content) == document


def test_a_publication_is_the_file_that_a_dump_writes(as_edith: Client) -> None:
    answer = as_edith.get(page(career(OTHER), "?of=1"))
    assert answer.content == (FOLDER / "careers" / f"{OTHER}.yaml").read_bytes()


def test_the_instrument_is_one_file(as_edith: Client) -> None:
    answer = as_edith.get(page(the_catalogue(), "?of=1&as=yaml"))
    assert answer["Content-Disposition"] == 'attachment; filename="instrument-version-1.yaml"'
    assert files.parsed(answer.content) == catalogue()


def test_the_toolkit_lies_with_its_guide(as_edith: Client) -> None:
    answer = as_edith.get(page(career(), "?kind=interview&of=1"))
    assert answer["Content-Disposition"].endswith('-interview-edition-1.yaml"')
    assert files.parsed(answer.content) == tool("interview")


def test_the_list_says_what_readers_see_of_each(as_edith: Client, alice: User) -> None:
    now = timezone.now()
    edit()
    publish(root=career(OTHER), by=None, at=now)
    Section.objects.filter(career__slug=OTHER, slug="salary").update(body="Another one.")
    publish(root=career(OTHER), by=None, at=now, live_from=now + timedelta(days=1))
    shown = read(as_edith.get(page(career(OTHER))))
    rows = [row.text for row in shown.one("table").all("tr")[1:]]
    assert [row.split("20")[0].strip()[:22] for row in rows]
    for words in ("Edition 3 scheduled", "Edition 2 live", "Edition 1 earlier", "Draft what editors"):
        assert any(row.startswith(words) for row in rows), (words, rows)
    assert {as_edith.get(page(career(OTHER), link["href"])).status_code for link in shown.one("table").all("a")} == {
        200
    }


@pytest.mark.parametrize(
    "query",
    ["of=0", "of=99", "of=x", "of=", "of=1&as=exe", "of=1&as=", "kind=x&of=1", "kind=interview&of=draft", "of=²"],
)
def test_what_there_is_not_is_missing(as_edith: Client, query: str) -> None:
    assert as_edith.get(page(career(), f"?{query}")).status_code == 404


def test_everybody_on_the_desk_may_look_and_nothing_is_posted() -> None:
    for role in ("author", "reviewer", "publisher"):
        desk = at_the_desk(editor(role, role))
        assert desk.get(page(career(OTHER), "?of=1")).status_code == 200
        assert desk.post(page(career(OTHER))).status_code == 405


def test_many_publications_take_as_many_queries_as_one(as_edith: Client, django_assert_max_num_queries: object) -> None:
    now = timezone.now()
    for place in range(5):
        Section.objects.filter(career__slug=OTHER, slug="salary").update(body=f"Sentence {place}.")
        publish(root=Career.objects.get(slug=OTHER), by=None, at=now)
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        assert as_edith.get(page(career(OTHER))).status_code == 200
