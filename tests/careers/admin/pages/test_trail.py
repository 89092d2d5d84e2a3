"""The audit trail: who did what when, in the part that is asked for, on pages and in files."""

import csv
import io
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from careers.admin.pages import trail
from careers.models import Deed
from careers.services import deeds
from tests.careers.admin.conftest import at_the_desk, editor
from tests.careers.admin.desk import address
from tests.careers.admin.test_every_page import queries
from tests.content import career, the_catalogue
from tests.markup import read

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
AT = datetime(2026, 11, 20, 10, 2, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _an_empty_trail(edith: User) -> None:
    Deed.objects.all().delete()


def done(by: User | None, what: str = Deed.What.PUBLISHED, at: datetime = AT, **more: Any) -> Deed:
    return deeds.record(root=more.pop("root", None) or career(), what=what, by=by, at=at, **more)


def page(query: str = "") -> str:
    return f"{reverse('admin:trail')}?{query}"


def listed(client: Client, query: str = "") -> list[list[str]]:
    tables = read(client.get(page(query))).all("table", class_="deeds")
    return [[cell.text for cell in row.all("td")] for table in tables for row in table.all("tr")[1:]]


def test_the_latest_stands_first_with_person_guide_and_words(as_edith: Client, edith: User) -> None:
    done(edith, words="Number 2")
    done(None, Deed.What.LOADED, AT + DAY, root=the_catalogue(), words="Number 3")
    rows = [row[1:] for row in listed(as_edith)]
    assert [row[:3] for row in rows] == [
        ["a command", "Loaded", "Instrument: Chief Medical Information Officer"],
        ["edith@example.org", "Published", "Chief Medical Information Officer"],
    ]
    assert [row[-1] for row in rows] == ["Number 3", "Number 2"]


def test_saves_that_were_folded_are_told_as_one(as_edith: Client, edith: User) -> None:
    section = career().sections.first()
    for minute in range(14):
        at = AT + timedelta(minutes=minute * 40 // 13)
        done(edith, Deed.What.EDITED, at, row=section, since=AT, words="lead changed")
    (row,) = listed(as_edith)
    assert row[-1] == "lead changed Saved 14 times between 10:02 and 10:42 UTC"
    done(edith, Deed.What.EDITED, AT + timedelta(days=1), row=section, since=AT, words="lead changed")
    assert listed(as_edith)[0][-1].endswith(
        "Saved 15 times between 10:02 UTC, 20 November 2026, and 10:02 UTC, 21 November 2026"
    )


def test_the_history_of_a_row_tells_them_so_too(as_edith: Client, edith: User) -> None:
    section = career().sections.first()
    for minutes in (0, 40):
        done(edith, Deed.What.EDITED, AT + timedelta(minutes=minutes), row=section, since=AT, words="lead changed")
    history = read(as_edith.get(address("history", section)))  # type: ignore[arg-type]
    assert "Saved 2 times between 10:02 and 10:42 UTC" in history.text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["alice", "edith", "command"]),
        ("who=alice%40example.org", ["alice"]),
        ("who=-", ["command"]),
        ("what=published", ["edith"]),
        ("of=instrument", ["alice"]),
        ("of={career}", ["edith", "command"]),
        ("since=2026-11-21", ["alice", "edith"]),
        ("until=2026-11-20", ["command"]),
        ("since=2026-11-21&until=2026-11-21", ["edith"]),
        ("what=published&who=alice%40example.org", []),
        ("until=9999-12-31", ["alice", "edith", "command"]),
        ("page=99", ["alice", "edith", "command"]),
        ("page=x&unknown=1", ["alice", "edith", "command"]),
    ],
)
def test_it_is_filtered_on_the_page_and_in_the_files(
    as_edith: Client, edith: User, alice: User, query: str, found: list[str]
) -> None:
    done(None, Deed.What.LOADED, AT)
    done(edith, Deed.What.PUBLISHED, AT + DAY)
    done(alice, Deed.What.APPROVED, AT + 2 * DAY, root=the_catalogue())
    query = query.format(career=career().pk)
    names = ["a command" if name == "command" else f"{name}@example.org" for name in found]
    assert [row[1] for row in listed(as_edith, query)] == names
    text = as_edith.get(f"{reverse('admin:trail-csv')}?{query}").content.decode()
    assert [row["who"] for row in csv.DictReader(io.StringIO(text))] == names
    data = as_edith.get(f"{reverse('admin:trail-json')}?{query}").json()
    assert ([row["who"] for row in data["deeds"]], data["left_out"]) == (names, 0)


@pytest.mark.parametrize(
    "query", ["who=nobody", "what=danced", "of=999999", "since=soon", "since=2026-11-21&until=2026-11-20"]
)
def test_a_filter_that_means_nothing_is_said_and_has_no_file(as_edith: Client, edith: User, query: str) -> None:
    done(edith)
    answer = as_edith.get(page(query))
    assert "The filter was left out" in read(answer).text
    assert len(listed(as_edith, query)) == 1
    assert as_edith.get(f"{reverse('admin:trail-csv')}?{query}").status_code == 404


def test_it_is_paged_and_keeps_what_was_asked_for(
    as_edith: Client, edith: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trail, "PAGE", 2)
    for place in range(5):
        done(edith, at=AT + place * DAY, words=f"Number {place}")
    first = read(as_edith.get(page("what=published")))
    older = first.one("nav", aria_label="Pages of the trail").one("a")["href"]
    assert older == "?what=published&page=2"
    assert [row[-1] for row in listed(as_edith, older[1:])] == ["Number 2", "Number 1"]


def test_a_file_is_bounded_and_says_what_it_left_out(
    as_edith: Client, edith: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trail, "MOST", 2)
    for place in range(3):
        done(edith, at=AT + place * DAY)
    assert "Download the latest 2 of these 3 entries" in read(as_edith.get(page())).text
    data = as_edith.get(reverse("admin:trail-json")).json()
    assert (len(data["deeds"]), data["left_out"]) == (2, 1)
    assert as_edith.get(reverse("admin:trail-csv")).content.count(b"\r\n") == 3


def test_no_spreadsheet_takes_words_for_a_formula(as_edith: Client, edith: User) -> None:
    done(edith, words='=HYPERLINK("https://example.org")')
    answer = as_edith.get(reverse("admin:trail-csv"))
    assert answer["Content-Disposition"].startswith('attachment; filename="trail-')
    (row,) = csv.DictReader(io.StringIO(answer.content.decode()))
    assert row["words"].startswith("'=HYPERLINK")


def test_roles_that_were_given_or_taken_stand_in_it(as_edith: Client) -> None:
    editor("rita", "reviewer")
    for change in ("--add", "--add", "--remove"):
        call_command("editors", change, "rita@example.org", verbosity=0, stdout=io.StringIO())
    rows = [row[1:] for row in listed(as_edith)]
    whole = ["a command", "Changed the care", "rita@example.org", "Access to the desk"]
    assert [row[:4] for row in rows] == [whole] * 3
    assert [row[-1] for row in rows] == [
        "Taken away: Authors, Reviewers, Publishers",
        "Given: Authors, Publishers",
        "Given: Reviewers",
    ]


def test_everybody_on_the_desk_reads_it_and_nobody_posts_to_it() -> None:
    for role in ("author", "reviewer", "publisher"):
        desk = at_the_desk(editor(role, role))
        for name in ("trail", "trail-csv", "trail-json"):
            assert desk.get(reverse(f"admin:{name}")).status_code == 200
            assert desk.post(reverse(f"admin:{name}")).status_code == 405


def test_fifty_deeds_take_as_many_queries_as_one(as_edith: Client, edith: User) -> None:
    done(edith)
    before = queries(as_edith, page())
    Deed.objects.bulk_create([Deed(at=AT, first_at=AT, what="published", who="x", subject="y") for _ in range(50)])
    assert queries(as_edith, page()) == before
