"""Every chart of a page leads to its data, and the data are those that are drawn."""

import csv
import io
import re
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from careers.models import Career, Edition
from tests import markup
from tests.careers.presentation import builders

pytestmark = pytest.mark.django_db
SALARY = f"/careers/{builders.CMIO}/data/salary-pay-usd.csv"


def read(client: Client, path: str) -> list[dict[str, str]]:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8"), newline=""), strict=True))


def links(client: Client, slug: str) -> list[str]:
    page = markup.read(client.get(f"/careers/{slug}/"))
    return [link["href"] for link in page.all("a") if "/data/" in link["href"]]


@pytest.mark.parametrize("slug", builders.slugs())
def test_every_link_of_a_page_leads_to_rows(client: Client, slug: str) -> None:
    found = links(client, slug)
    assert len(found) == len(set(found)) > 5
    assert all(read(client, path) for path in found)


@pytest.mark.parametrize("slug", builders.slugs())
def test_every_chart_and_every_table_of_figures_has_its_link(client: Client, slug: str) -> None:
    html = client.get(f"/careers/{slug}/").content.decode()
    # A comparison of roles is a table of texts.
    drawn = re.findall(r'<table class="(?:chart|figs")|<ol class="steps"', html)
    assert len(links(client, slug)) == len(drawn)


def test_the_figures_of_the_rows_are_those_of_the_page(client: Client) -> None:
    html = client.get(f"/careers/{builders.CMIO}/").content.decode()
    figures = {row["key"]: row for row in builders.published(builders.CMIO)["figures"]}
    found = read(client, SALARY)
    assert len(found) == 17
    for row in found:
        assert f'id="figure-{row["key"]}"' in html
        number = row["value"] or row["low"]
        assert float(number) == (figures[row["key"]].get("value") or figures[row["key"]]["low"])


def test_it_is_a_file_that_other_sites_may_read(client: Client, as_alice: Client) -> None:
    answer = client.get(SALARY)
    assert answer["Content-Type"] == "text/csv; charset=utf-8; header=present"
    assert answer["Content-Disposition"] == f'attachment; filename="{builders.CMIO}-salary-pay-usd.csv"'
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer.content == as_alice.get(SALARY).content
    assert not answer.cookies


def test_a_formula_in_an_editors_text_is_defused(client: Client) -> None:
    figures = [builders.figure("a", label="=cmd()", note="@x"), builders.figure("b")]
    section = builders.section("salary", figures=["a", "b"])
    document = builders.document(slug=builders.CMIO, figures=figures, sections=[section])
    career = Career.objects.get(slug=builders.CMIO)
    Edition.objects.create(career=career, number=90, document=document, live_from=timezone.now())
    first = read(client, SALARY)[0]
    assert (first["label"], first["note"], first["value"]) == ("'=cmd()", "'@x", "300000")


def test_it_takes_one_query_and_one_more_to_make_it(
    client: Client, settings: Settings, tmp_path: Path, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    settings.READY_PAGES = str(tmp_path)
    with django_assert_num_queries(2):
        client.get(SALARY)
    with django_assert_num_queries(1):
        client.get(SALARY)


@pytest.mark.parametrize(
    "path",
    [
        f"/careers/{builders.CMIO}/data/nothing.csv",
        f"/careers/{builders.CMIO}/data/{'x' * 500}.csv",
        "/careers/nobody/data/salary-pay-usd.csv",
    ],
)
def test_what_is_not_there_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404
