"""The owner makes links to a plan with chosen parts, sees what each shows, and takes them back."""

from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.forms import sharing as forms
from assessments.models import Plan, Share
from assessments.services import sharing as services
from tests import journeys, markup
from tests.markup import Element

pytestmark = pytest.mark.django_db
TYPED = {"mentor": "Dr. Lee Park", "sharer": "Asha Rao"}


@pytest.fixture
def plan(alice: User, monkeypatch: pytest.MonkeyPatch) -> Plan:
    journeys.stop_clock(monkeypatch)
    return journeys.planned(journeys.submitted(journeys.physician(alice)))


def path(plan: Plan) -> str:
    return f"{plan.get_absolute_url()}share/"


def page(client: Client, plan: Plan) -> Element:
    answer = client.get(path(plan))
    assert answer.status_code == 200
    return markup.read(answer).one("main")


def filled(client: Client, plan: Plan, **changes: Any) -> dict[str, Any]:
    form = next(form for form in page(client, plan).all("form") if form.all("input", name="mentor"))
    return markup.typed(form) | TYPED | changes


def test_a_link_is_made_once_and_shown_with_its_parts_and_its_end(as_alice: Client, plan: Plan) -> None:
    sent = filled(as_alice, plan, parts=["week", "open"], days="7")
    for _ in range(2):
        assert as_alice.post(path(plan), sent)["Location"] == path(plan)
    link = Share.objects.get()
    main = page(as_alice, plan)
    field = main.one("input", id=f"link-{link.pk}")
    assert (field["value"], "readonly" in field) == (f"http://testserver/shared/{link.token}/", True)
    row = main.one("ul", class_="locker").text
    assert "This week and what stays open" in row
    assert "Open until 8 December 2026" in row
    assert markup.typed(main)["sharer"] == ["Asha Rao"]
    assert Client().get(field["value"]).status_code == 200
    panel = markup.read(as_alice.get(plan.get_absolute_url())).one("section", aria_labelledby="sharing")
    assert "This week and what stays open." in panel.text


def test_what_can_be_shared_is_preselected_but_for_what_stays_open(as_alice: Client, plan: Plan) -> None:
    sent = filled(as_alice, plan)
    assert (sent["parts"], sent["days"]) == (["week", "timeline", "milestones", "notes"], ["30"])


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"mentor": " "}, forms.NAME_MENTOR),
        ({"sharer": ""}, forms.NAME_YOURSELF),
        ({"mentor": "x" * 81}, "The name must be 80 characters or fewer"),
        ({"parts": []}, forms.CHOOSE_PARTS),
        ({"parts": ["week", "pay"]}, forms.CHOOSE_PARTS),
        ({"days": "365"}, forms.CHOOSE_DAYS),
        ({"days": ""}, forms.CHOOSE_DAYS),
        ({"id": "x"}, "This form cannot be used any more. Open the page again"),
    ],
)
def test_what_is_missing_or_not_on_the_page_is_refused_and_the_rest_kept(
    as_alice: Client, plan: Plan, changes: dict[str, Any], words: str
) -> None:
    answer = as_alice.post(path(plan), filled(as_alice, plan, **changes))
    assert (answer.status_code, Share.objects.count()) == (422, 0)
    whole = markup.read(answer)
    assert markup.title(whole).startswith("Error: ")
    assert words in whole.one("div", class_="error-summary").text
    kept = markup.typed(whole)
    assert all(kept[name] == [value] for name, value in TYPED.items() if name not in changes)


def test_five_open_links_are_all_there_can_be(as_alice: Client, plan: Plan) -> None:
    sent = filled(as_alice, plan)
    for _ in range(services.MOST_OPEN):
        services.share(plan=plan, id=uuid4(), parts=["week"], days=7, at=journeys.NOW, **TYPED)
    assert as_alice.post(path(plan), sent).status_code == 422
    main = page(as_alice, plan)
    assert forms.FULL in main.text
    assert not main.all("input", name="mentor")


def test_a_revoked_link_opens_no_more_and_only_the_owner_revokes(
    as_alice: Client, as_charlie: Client, charlie: User, plan: Plan
) -> None:
    link = services.share(plan=plan, id=uuid4(), parts=["week"], days=7, at=journeys.NOW, **TYPED)
    theirs = journeys.planned(journeys.submitted(journeys.physician(charlie)))
    for client, place, named in ((as_charlie, plan, link.pk), (as_charlie, theirs, link.pk), (as_alice, plan, "x")):
        client.post(path(place), {"revoke": named})
        assert Client().get(f"/shared/{link.token}/").status_code == 200
    button = page(as_alice, plan).one("button", name="revoke")
    as_alice.post(path(plan), {"revoke": button["value"]})
    assert Client().get(f"/shared/{link.token}/").status_code == 410
    main = page(as_alice, plan)
    assert "Revoked on 1 December 2026" in main.text
    assert not main.all("button", name="revoke")
