"""The desk's page of statistics: who opens it, what it shows, and what it keeps to itself."""

import csv
import re
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assessments.models import Attempt, Rating, ScenarioAnswer
from assessments.services import attempts
from tests import journeys, markup
from tests.assessments.runs import NOW, newest, publish_another
from tests.careers.admin.conftest import factor_shown, made_editor, with_app
from tests.markup import Element

pytestmark = pytest.mark.django_db
PAGE = "/admin/statistics/"
FIRST = "ehr-conversion-plan"


@pytest.fixture
def as_editor(alice: User, as_alice: Client, monkeypatch: pytest.MonkeyPatch) -> Client:
    journeys.stop_clock(monkeypatch, NOW + timedelta(days=9))
    return factor_shown(as_alice, made_editor(alice))


def people(number: int, *, level: int = 3, right: bool = True, left: bool = False) -> None:
    """So many people without an account who answer everything alike."""
    one = Attempt(version=newest(), level="cmio", started_at=NOW)
    skills = journeys.skills(one)
    keys = {item.id: item.key for item in attempts.form_of(one).items}
    made = [
        Attempt(version=one.version, level="cmio", started_at=NOW, submitted_at=None if left else NOW)
        for _ in range(number)
    ]
    Attempt.objects.bulk_create(made)
    Rating.objects.bulk_create(
        Rating(attempt=attempt, skill=skill, level=level, seconds=8, saved_at=NOW)
        for attempt in made
        for skill in skills
    )
    if not left:
        ScenarioAnswer.objects.bulk_create(
            ScenarioAnswer(attempt=attempt, item=id, choice=key if right else "unsure", saved_at=NOW)
            for attempt in made
            for id, key in keys.items()
        )


def shown(browser: Client, path: str = PAGE) -> Element:
    response = browser.get(path)
    assert response.status_code == 200
    return markup.read(response)


def tables(browser: Client) -> dict[str, list[list[str]]]:
    page = shown(browser)
    return {region["aria-label"]: region.rows for region in page.all("div", role="region")}


def download(browser: Client, name: str) -> list[dict[str, str]]:
    response = browser.get(f"{PAGE}{newest().pk}/{name}.csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(StringIO(response.content.decode())))


def texts(browser: Client) -> Iterator[str]:
    """Every cell that tells of people, of the page and of both files: none that belongs to the instrument itself."""
    for name, rows in tables(browser).items():
        skipped = {"Scenarios": 3, "Skills": 2, "Reliability of each domain": 2}.get(name, 1)
        if name != "References to open":
            yield from (cell for row in rows for cell in row[skipped:])
    for name, skipped in (("items", 3), ("skills", 2)):
        yield from (cell for row in download(browser, name) for cell in list(row.values())[skipped:])


def test_four_people_show_no_number_anywhere(as_editor: Client) -> None:
    people(4)
    people(4, left=True)
    said = set(texts(as_editor))
    assert said <= {"fewer than 5", "A", "B", "C", "D", ""}
    told = shown(as_editor).one("ul", class_="told").text
    assert not re.search(r"\d", told.replace("fewer than 5", "").replace("shown as 0", ""))


def test_five_people_who_are_alike_show_what_they_have_in_common(as_editor: Client) -> None:
    people(5)
    people(7, level=5, right=False)
    found = tables(as_editor)
    row = next(row for row in found["Scenarios"] if row[0] == FIRST)
    assert row[2:7] == ["everybody", "12", "0.42", "1.00", "12"]
    assert row[-3:] == ["0.58", "–", "nobody chose A; nobody chose C; nobody chose D"]
    # Mean 50/12, deviation over 11; seven of twelve at 5.
    assert found["Skills"][0][2:] == ["12", "4.17", "1.03", "0.00", "0.58", "0.00", "8", "ceiling: more than half at 5"]
    assert found["Reliability of each domain"][0][1:] == ["3", "12", "1.00"]
    assert found["Where people stop"] == [["All other questions together", "fewer than 5"]]


def test_the_files_hold_what_the_page_shows(as_editor: Client) -> None:
    people(5)
    people(5, right=False)
    people(1, level=0, right=False)
    (row,) = (row for row in download(as_editor, "items") if row["Scenario"] == FIRST)
    assert (row["n"], row["Facility"], row["Would need to ask"]) == ("11", "0.45", "0.55")
    skill = download(as_editor, "skills")[0]
    assert (skill["n"], skill["Mean"], skill["Not had the chance"]) == ("11", *["fewer than 5 in a cell"] * 2)


def test_cells_hidden_together_are_one_cell_of_the_page(as_editor: Client) -> None:
    people(9)
    people(1, right=False)
    page = shown(as_editor)
    row = next(row for row in page.all("tr") if row.all("th") and row.all("th")[0].text == FIRST)
    assert [cell["colspan"] for cell in row.all("td") if "colspan" in cell] == ["2", "5"]
    widths = [int(cell["colspan"] or 1) for cell in row.walk() if cell.tag in {"td", "th"}]
    assert sum(widths) == len(page.one("div", aria_label="Scenarios").one("thead").all("th"))


def test_it_says_where_people_stop(as_editor: Client) -> None:
    people(6, left=True)
    question, others = tables(as_editor)["Where people stop"]
    assert (question[0][:10], question[1]) == ("Scenario: ", "6")
    assert others[1] == "fewer than 5"


def test_references_that_nobody_opened_are_due(as_editor: Client) -> None:
    check = newest().document["actions"]["meta"]["reference_check"]
    due = tables(as_editor)["References to open"]
    assert sorted(row[0] for row in due) == sorted(check["from_knowledge"])


def test_an_older_version_is_a_link_away(as_editor: Client) -> None:
    old = newest()
    people(5)
    publish_another()
    page = shown(as_editor)
    assert [link["href"] for link in page.one("nav", aria_label="Versions").all("a")] == [f"{PAGE}{old.pk}/"]
    assert "of this version: fewer than 5" in page.text
    assert "of this version: 5" in shown(as_editor, f"{PAGE}{old.pk}/").text


@pytest.mark.parametrize("path", ["999999/", "99999999999999999999999/", "999999/items.csv"])
def test_a_version_that_is_not_there_is_not_found(as_editor: Client, path: str) -> None:
    assert as_editor.get(PAGE + path).status_code == 404


def test_a_table_that_is_not_there_is_not_found(as_editor: Client) -> None:
    assert as_editor.get(f"{PAGE}{newest().pk}/people.csv").status_code == 404


def paths() -> list[str]:
    return [PAGE, f"{PAGE}{newest().pk}/", f"{PAGE}{newest().pk}/items.csv"]


def test_strangers_are_sent_to_sign_in_and_users_kept_out(client: Client, as_charlie: Client) -> None:
    for path in paths():
        assert client.get(path, follow=True).redirect_chain[-1][0] == f"/accounts/login/?next={path}"
        assert as_charlie.get(path, follow=True).status_code == 403


def test_it_takes_the_right_to_see_what_was_published(as_charlie: Client, charlie: User) -> None:
    charlie.is_staff = True
    charlie.save()
    with_app(charlie)
    factor_shown(as_charlie, charlie)
    charlie.user_permissions.set(Permission.objects.filter(codename="view_career"))
    assert {as_charlie.get(path).status_code for path in paths()} == {403}
    charlie.user_permissions.set(Permission.objects.filter(codename="view_instrumentversion"))
    assert {as_charlie.get(path).status_code for path in paths()} == {200}
    assert {as_charlie.post(path).status_code for path in paths()} == {405}


def test_it_asks_as_often_for_many_people_as_for_few(
    as_editor: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    people(6)
    people(6, left=True)
    as_editor.get(PAGE)
    with django_assert_max_num_queries(14):
        as_editor.get(PAGE)
