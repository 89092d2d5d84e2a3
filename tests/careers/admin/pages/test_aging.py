"""The page and the file of figures older than five years."""

import csv
from io import StringIO

import pytest
from django.test import Client
from django.utils import timezone

from careers.models import Figure
from tests.content import career
from tests.markup import read

pytestmark = pytest.mark.django_db
PAGE, FILE = "/admin/aging/", "/admin/aging.csv"


def download(client: Client, query: str = "") -> list[dict[str, str]]:
    response = client.get(FILE + query)
    assert response["Content-Type"] == "text/csv; charset=utf-8; header=present"
    assert response["Content-Disposition"] == 'attachment; filename="aging-figures.csv"'
    return list(csv.DictReader(StringIO(response.content.decode())))


def test_page_and_file_hold_every_figure_older_than_five_years(as_edith: Client) -> None:
    old = Figure.objects.filter(year__lt=timezone.now().year - 5)
    assert len(read(as_edith.get(PAGE)).one("table", class_="age").rows) == old.count()
    rows = download(as_edith)
    assert sorted(row["key"] for row in rows) == sorted(old.values_list("key", flat=True))
    assert [int(row["year"]) for row in rows] == sorted(int(row["year"]) for row in rows)


def test_one_guide_alone_can_be_asked_for(as_edith: Client) -> None:
    page = read(as_edith.get(f"{PAGE}?of=career-{career().pk}"))
    assert page.one("h1").text == f"Figures older than five years: {career().title}"
    (link,) = (link for link in page.all("a") if link["href"].startswith(FILE))
    assert {row["guide"] for row in download(as_edith, link["href"].removeprefix(FILE))} == {career().title}
    assert [option["value"] for option in page.all("option") if "selected" in option] == [f"career-{career().pk}"]


def test_a_label_that_a_spreadsheet_would_work_out_is_kept_as_text(as_edith: Client) -> None:
    Figure.objects.filter(career=career(), year=2011).update(label="=1+1")
    assert "'=1+1" in {row["figure"] for row in download(as_edith)}


def test_without_old_figures_it_says_so(as_edith: Client) -> None:
    Figure.objects.update(year=timezone.now().year)
    assert "No figure is older than five years." in read(as_edith.get(PAGE)).text
    assert download(as_edith) == []
