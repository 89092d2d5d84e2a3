"""The first page of the desk: how guides and the instrument stand, what asks for work, and for whom."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from careers.models import Career, Catalogue, Draft, Edition, Figure, LinkCheck, Section, Source
from careers.services import drafts, publish
from tests.careers.admin.conftest import at_the_desk, editor, with_app
from tests.content import CMIO, SLUGS, career
from tests.markup import Element, read

pytestmark = pytest.mark.django_db
DESK = "/admin/"
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _in_time() -> None:
    Career.objects.update(reviewed_on=date(2020, 1, 1), review_by=timezone.now().date() + 90 * DAY)
    for root in Career.objects.all():
        publish(root=root, by=None, at=timezone.now() - DAY)


def desk(client: Client) -> Element:
    response = client.get(DESK)
    assert response.status_code == 200
    return read(response)


def table(client: Client, name: str = "Guides") -> dict[str, list[str]]:
    rows = desk(client).one("section", aria_label=name).rows
    return {row[0]: row[1:] for row in rows}


def of(client: Client, slug: str = CMIO) -> tuple[str, list[str]]:
    title = career(slug).title
    return next((name, cells) for name, cells in table(client).items() if name.startswith(title))


def edited(user: User, slug: str = CMIO) -> Career:
    root = career(slug)
    section = root.sections.get(kind="overview")
    section.lead = "Another lead."
    section.save()
    drafts.edited(root=root, row=section, by=user, at=timezone.now(), words="lead changed")
    return root


def overdue(slug: str = CMIO, days: int = 12) -> None:
    Career.objects.filter(slug=slug).update(review_by=timezone.now().date() - days * DAY)
    publish(root=career(slug), by=None, at=timezone.now() - DAY / 2)


def found(slug: str, outcome: str, **given: str) -> LinkCheck:
    url = Source.objects.filter(career__slug=slug).exclude(url="").order_by("-url")[0].url
    now = timezone.now()
    return LinkCheck.objects.create(url=url, outcome=outcome, status=404, checked_at=now, since=now, **given)


def test_where_all_is_well_it_says_so(as_edith: Client) -> None:
    page = desk(as_edith)
    assert page.one("h1").text == "Everything is live and in time"
    assert page.one("p", class_="finding").text == "Eight guides and the instrument. Nothing waits."
    assert len(table(as_edith)) == len(SLUGS)


def test_what_is_late_and_what_is_broken_make_the_heading(as_edith: Client) -> None:
    overdue()
    found("chief-medical-officer", "broken")
    page = desk(as_edith)
    assert page.one("h1").text == "One guide is past review, one has broken references"
    assert "12 days late" in page.one("section", aria_labelledby="calendar").text
    assert of(as_edith)[1][0] == "Past review date"


def test_a_draft_stands_with_its_name_and_its_author(as_edith: Client, edith: User) -> None:
    root = edited(edith)
    name, cells = of(as_edith)
    assert f"{Draft.objects.get(career=root).name}, changed by edith@example.org today" in name
    assert (cells[0], cells[-1]) == ("Draft ahead of live", "Today")
    drafts.ask_for_review(root=root, by=edith, at=timezone.now())
    assert "In review" in of(as_edith)[1][0]
    assert f"{root.title}: review asked for" in desk(as_edith).one("section", aria_labelledby="calendar").text


def test_what_is_scheduled_stands_in_its_row_and_in_the_calendar(as_edith: Client, edith: User) -> None:
    root = edited(edith)
    at = timezone.now() + 4 * DAY
    publish(root=root, by=edith, at=timezone.now(), live_from=at)
    name, cells = of(as_edith)
    assert f"goes live at {at:%H:%M} UTC, {at.day} {at:%B %Y}" in name
    assert cells[0] == "Scheduled"
    assert "goes live" in desk(as_edith).one("section", aria_labelledby="calendar").text


def test_reviews_of_one_day_lead_to_the_guides_that_share_it(as_edith: Client) -> None:
    (link,) = [link for link in desk(as_edith).all("a") if link.text == "Spread the dates"]
    listed = read(as_edith.get(link["href"]))
    assert len(listed.one("table", id="result_list").rows) == len(SLUGS)


def test_an_owner_is_named(as_edith: Client, edith: User) -> None:
    Career.objects.filter(slug=CMIO).update(owner=edith)
    # A narrow column may break the address there.
    assert of(as_edith)[1][1] == "edith @example.org"
    assert table(as_edith, "Instrument")["Instrument Version 1, nothing waiting"][1] == "Nobody"


def test_counts_lead_to_what_they_count(as_edith: Client) -> None:
    check = found(CMIO, "broken")
    page = desk(as_edith)
    (row,) = (row for row in page.all("tr") if row.all("th") and row.all("th")[0].text.startswith(career().title))
    broken, unopened, aging = (cell.one("a")["href"] for cell in row.all("td", class_="r"))
    assert check.url in {link["href"] for link in read(as_edith.get(broken)).all("a")}
    shown = read(as_edith.get(unopened)).one("section", aria_labelledby="unopened")
    assert int(row.all("td", class_="r")[1].one("a").text.split()[0]) == len(shown.rows)
    assert len(read(as_edith.get(aging)).one("table", class_="age").rows) == int(
        row.all("td", class_="r")[2].one("a").text.split()[0]
    )


def test_links_lead_to_what_the_person_may_do(as_edith: Client) -> None:
    # There is nothing to publish yet.
    assert "Publish the instrument" not in desk(as_edith).one("ul", class_="object-tools").text
    Catalogue.objects.update(uncertainties=["One more"])
    tools = {link.text: link["href"] for link in desk(as_edith).one("ul", class_="object-tools").all("a")}
    assert {"Add guide", "Audit trail", "Item and skill statistics", "Publish the instrument"} <= tools.keys()
    assert {as_edith.get(path).status_code for path in tools.values()} == {200}
    reviewer = at_the_desk(editor("rita", "reviewer"))
    offered = {link.text for link in desk(reviewer).one("ul", class_="object-tools").all("a")}
    assert offered & {"Add guide", "Publish the instrument", "Import a document"} == set()


def test_whoever_may_see_guides_only_sees_nothing_of_the_instrument(charlie: User) -> None:
    charlie.is_staff = True
    charlie.save()
    charlie.user_permissions.set(Permission.objects.filter(codename="view_career"))
    with_app(charlie)
    page = desk(at_the_desk(charlie))
    assert [section["aria-label"] for section in page.all("section", class_="standings")] == ["Guides"]
    charlie.user_permissions.clear()
    assert desk(at_the_desk(User.objects.get(pk=charlie.pk))).one("h1").text == "No guides yet"


def more_guides(number: int) -> None:
    """Guides with a section, sources, an old figure, a broken reference, an edition and a draft each."""
    now = timezone.now()
    for place in range(number):
        one = career("chief-medical-officer")
        one.pk, one.slug, one.title = None, f"guide-{place}", f"Guide {place}"
        one.save(force_insert=True)
        Edition.objects.create(career=one, number=1, document={"title": "Older"}, live_from=now - DAY)
        url = f"https://example.org/{place}"
        Source.objects.create(career=one, key="a", title="A", publisher="B", url=url, kind="paper")
        Source.objects.create(career=one, key="b", title="B", publisher="B", url=f"{url}/never", kind="paper")
        Figure.objects.create(
            career=one, key="f", label="F", measure="pay", value=1, unit="USD", geography="US", year=2001, source="a"
        )
        Section.objects.create(career=one, slug="s", title="S", kind="overview", sources=["a"], figures=["f"])
        LinkCheck.objects.create(url=url, outcome="broken", status=404, checked_at=now, since=now)
        Draft.objects.create(career=one, name="D", started_at=now, changed_at=now, review_asked_at=now)


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


@pytest.mark.parametrize("path", [DESK, "/admin/references/", "/admin/aging/", "/admin/aging.csv"])
def test_forty_guides_ask_as_much_as_eight(as_edith: Client, path: str) -> None:
    # Django remembers content types for as long as the process lives: who comes first asks for them.
    as_edith.get(path)
    few = queries(as_edith, path)
    more_guides(32)
    assert Career.objects.count() == 40
    assert queries(as_edith, path) == few
