"""The page that compares careers, as browsers get it."""

from itertools import combinations
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from careers.models import Edition
from tests import markup, policy
from tests.content import CMIO, SLUGS, guide
from tests.markup import Element

pytestmark = pytest.mark.django_db
PATH = "/careers/compare/"
CIO, CMO = "chief-information-officer", "chief-medical-officer"


def page(client: Client, *roles: str) -> Element:
    response = client.get(PATH, {"role": list(roles)})
    assert response.status_code == 200
    found = markup.read(response)
    assert list(policy.faults(found)) == []
    return found


def chosen(found: Element) -> list[str]:
    return markup.typed(found, found.one("form", class_="pick"))["role"]


def is_comparison(found: Element) -> bool:
    return bool(found.all("table", class_="cmp"))


@pytest.mark.parametrize(
    "roles", [*combinations(SLUGS, 2), *[(*pair, SLUGS[0]) for pair in combinations(SLUGS[1:], 2)][::5]], ids=" ".join
)
def test_any_guides_stand_side_by_side_with_every_row_filled(client: Client, roles: tuple[str, ...]) -> None:
    found = page(client, *roles)
    table = found.one("table", class_="cmp")
    lines = [row for row in table.rows if len(row) > 1]
    assert len(lines) >= 17
    assert {len(row) for row in lines} == {len(roles) + 1}
    assert all(all(cell for cell in row) for row in lines)
    assert chosen(found) == [*roles, ""][:3]


def test_differences_lead_to_their_rows_and_headers_name_rows_and_columns(client: Client) -> None:
    found = page(client, CMIO, CIO, CMO)
    links = [link["href"] for link in found.one("ol", class_="diffs").all("a")]
    assert links == ["#q-work", "#q-pay", "#q-license"]
    assert [found.one("tr", id=link[1:])["role"] for link in links] == ["row"] * 3
    head = [cell.text for cell in found.one("thead").all("th")]
    assert head[1:] == [
        f"{short} {guide(slug)['title']}" for short, slug in zip(("CMIO", "CIO", "CMO"), (CMIO, CIO, CMO), strict=True)
    ]
    assert {row.all("th")[0]["scope"] for row in found.one("table", class_="cmp").all("tr")} == {
        "col",
        "row",
        "rowgroup",
    }


def test_the_caution_on_pay_stands_in_its_cell(client: Client) -> None:
    text = page(client, CMIO, CIO).one("tr", id="q-pay").text
    assert guide(CMIO)["key_facts"]["cautions"]["pay"] in text
    assert "Disputed" in text


def test_a_guide_without_an_answer_says_so(client: Client) -> None:
    assert page(client, CIO, CMO).one("tr", id="q-growth").all("td")[1].text == "CMO Not in this guide"


@pytest.mark.parametrize("roles", [(), ("",), ("", "", "")])
def test_without_a_role_one_can_choose(client: Client, roles: tuple[str, ...]) -> None:
    found = page(client, *roles)
    assert not is_comparison(found)
    assert found.one("h1").text == "Compare two or three careers"
    assert chosen(found) == ["", "", ""]
    options = [option["value"] for option in found.all("select")[0].all("option")]
    assert sorted(options) == ["", *SLUGS]


def test_one_role_is_chosen_already(client: Client) -> None:
    found = page(client, CIO)
    assert not is_comparison(found)
    assert chosen(found) == [CIO, "", ""]
    assert "Choose at least one more career" in found.text


def test_what_is_left_out_is_said(client: Client) -> None:
    found = page(client, CIO, "zebra", CMO, CIO, CMIO, SLUGS[-1])
    assert chosen(found) == [CIO, CMO, CMIO]
    assert [note.text for note in found.all("p", class_="note")] == [
        "No guide here goes by “zebra”, so that was left out.",
        "Compared once, although asked for twice or more: Chief Information Officer.",
        f"At most three careers fit side by side, so this was left out: {guide(SLUGS[-1])['title']}.",
    ]


@pytest.mark.parametrize(
    "role", ["<script>alert(1)</script>", '"><b>', "{{ 7 }}", "x" * 10_000, "\u202e", "' OR 1=1", "%"]
)
def test_no_role_breaks_it(client: Client, role: str) -> None:
    response = client.get(PATH, {"role": [role, CIO, CMO]})
    assert response.status_code == 200
    assert role not in response.content.decode() or role in {"{{ 7 }}", "%"}
    assert is_comparison(markup.read(response))


@pytest.mark.parametrize("query", ["role=%00", "role=%00&role=a%00b", "role=%FF%FE", "role[]=x", "role", "&" * 50])
def test_bytes_that_are_no_text_are_refused_or_left_out(client: Client, query: str) -> None:
    assert client.get(f"{PATH}?{query}").status_code in {200, 400}


def spoiled(slug: str, **given: Any) -> None:
    edition = Edition.objects.get(career__slug=slug)
    document = edition.document | given
    Edition.objects.create(career=edition.career, number=2, document=document, live_from=edition.live_from)


def test_texts_of_editors_are_escaped(client: Client) -> None:
    spoiled(CIO, title="<b>Chief</b> & Co", abbreviation="<i>C</i>")
    response = client.get(PATH, {"role": [CIO, CMO]})
    assert b"<b>Chief" not in response.content
    assert b"<i>C" not in response.content
    assert "<b>Chief</b> & Co" in markup.read(response).all("select")[0].text


def test_it_compares_what_is_live(client: Client) -> None:
    spoiled(CIO, abbreviation="BOSS")
    assert page(client, CIO, CMO).one("thead").all("a")[0].text == "BOSS"


@pytest.mark.parametrize(
    ("roles", "queries"), [((), 1), ((CIO,), 1), ((CIO, CMO), 2), ((CIO, CMO, CMIO), 2), (("x", CIO), 1)]
)
def test_it_asks_the_database_twice_at_most(
    client: Client, roles: tuple[str, ...], queries: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(queries):
        page(client, *roles)


def test_it_is_the_same_for_everybody_and_sets_no_cookie(client: Client, as_alice: Client) -> None:
    answers = [browser.get(PATH, {"role": [CIO, CMO]}) for browser in (client, as_alice)]
    assert answers[0].content == answers[1].content
    assert [dict(answer.cookies) for answer in answers] == [{}, {}]


def test_before_anything_is_published_there_is_nothing_to_choose(client: Client) -> None:
    Edition.objects.all().delete()
    found = page(client, CIO, CMO)
    assert [option["value"] for option in found.all("select")[0].all("option")] == [""]


def test_a_guide_offers_to_compare_its_neighbors_with_it(client: Client) -> None:
    found = markup.read(client.get(f"/careers/{CMIO}/"))
    links = [link for link in found.all("a") if link["href"].startswith(PATH)]
    assert f"{PATH}?role={CMIO}&role={CIO}" in [link["href"] for link in links]
    assert all(is_comparison(markup.read(client.get(link["href"]))) for link in links)
