"""What is typed is saved to the draft by itself, or kept where that cannot be, and floods no history."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from careers.models import Deed, Draft, Figure, KeptForm, Section
from careers.services import keeping, write
from tests.careers.admin.desk import address
from tests.careers.admin.forms import Form, opened, send
from tests.careers.pages import Page
from tests.content import career

pytestmark = pytest.mark.django_db
TYPED = "What was typed."


def section(kind: str = "salary") -> Section:
    return Section.objects.get(career=career(), kind=kind)


def figure() -> Figure:
    return Figure.objects.get(career=career(), key="bg-pay-median")


def autosave(client: Client, path: str, form: Form, **typed: Any) -> Any:
    """What the script is told."""
    answer: Any = send(client, path, form, _autosave="1", **typed)
    assert answer["Content-Type"] == "application/json"
    return answer.json() | {"status": answer.status_code}


def test_it_stands_in_the_draft_and_has_seen_itself(as_edith: Client) -> None:
    path = address("change", section())
    form = opened(as_edith, path)
    told = autosave(as_edith, path, form, body=TYPED)
    assert (told["state"], told["status"], section().body) == ("saved", 200, TYPED)
    assert autosave(as_edith, path, form, body="More.", seen=told["seen"])["state"] == "saved"
    assert section().body == "More."


def test_fifty_of_them_make_one_entry_of_the_trail_and_one_draft(as_edith: Client) -> None:
    path = address("change", section())
    form = opened(as_edith, path)
    before = Deed.objects.count()
    for count in range(50):
        told = autosave(as_edith, path, form, body=f"{TYPED} {count}")
        form.entries["seen"] = told["seen"]
    deed = Deed.objects.latest("at")
    assert (Deed.objects.count() - before, deed.times, deed.words) == (1, 50, "Body changed")
    assert Draft.objects.of(career()).count() == 1
    assert section().body == f"{TYPED} 49"


def test_one_whose_answer_was_lost_is_no_conflict_when_it_is_sent_again(as_edith: Client) -> None:
    path = address("change", section())
    form = opened(as_edith, path)
    states = [autosave(as_edith, path, form, body=TYPED)["state"] for _ in range(2)]
    assert states == ["saved", "saved"]


def test_what_is_not_valid_is_kept_and_shown_again(as_edith: Client) -> None:
    path = address("change", figure())
    told = autosave(as_edith, path, opened(as_edith, path), value="much", year="soon")
    assert told["words"] == "Kept, not yet in the draft: two fields need another look"
    assert (told["state"], told["problems"], str(figure().value)) == ("kept", ["value", "year"], "200000.000")
    page = Page(as_edith.get(path).content.decode())
    assert opened(as_edith, path).entries["value"] == "much"
    assert "Your typing from before is in the form" in page.text
    assert "Enter a number." in page.text


def test_what_was_kept_is_saved_with_its_page_or_discarded(as_edith: Client) -> None:
    path = address("change", figure())
    autosave(as_edith, path, opened(as_edith, path), value="much")
    assert send(as_edith, path, opened(as_edith, path), value="7").status_code == 302
    assert (str(figure().value), KeptForm.objects.count()) == ("7.000", 0)
    autosave(as_edith, path, opened(as_edith, path), value="more")
    assert as_edith.post(path, {"_discard": "1"})["Location"] == path
    assert opened(as_edith, path).entries["value"].startswith("7")


def test_what_is_kept_meets_what_somebody_else_has_saved_since(as_edith: Client) -> None:
    path = address("change", figure())
    autosave(as_edith, path, opened(as_edith, path), value="much", label="Mine")
    Figure.objects.filter(pk=figure().pk).update(label="Theirs")
    page = as_edith.get(path)
    assert page.status_code == 200
    assert "Stored now and yours: Theirs Mine" in Page(page.content.decode()).text


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("pros", {"benefit_set-0-DELETE": "on"}),
        ("cons", {"drawback_set-99-title": "New", "drawback_set-TOTAL_FORMS": "100"}),
    ],
)
def test_rows_wait_for_a_save_by_hand(as_edith: Client, kind: str, typed: dict[str, str]) -> None:
    path, before = address("change", section(kind)), write(career())
    assert autosave(as_edith, path, opened(as_edith, path), **typed)["state"] == "kept"
    assert not Deed.objects.filter(model="section").exists()
    assert write(career()) == before


def test_a_name_that_others_rely_on_waits_as_well(as_edith: Client) -> None:
    row = figure()
    row.pk, row.key = None, "not-published"
    row.save()
    path = address("change", row)
    assert autosave(as_edith, path, opened(as_edith, path), key="not-p")["state"] == "kept"
    row.refresh_from_db()
    assert row.key == "not-published"


def test_a_new_row_is_kept_until_it_is_added(as_edith: Client) -> None:
    path = address("add", Figure)
    told = autosave(as_edith, path, opened(as_edith, path), label=TYPED)
    assert (told["state"], opened(as_edith, path).entries["label"]) == ("kept", TYPED)
    assert not Figure.objects.filter(label=TYPED).exists()


def test_one_that_is_stale_is_kept(as_edith: Client) -> None:
    path = address("change", section())
    form = opened(as_edith, path)
    Section.objects.filter(pk=section().pk).update(body="Theirs.")
    told = autosave(as_edith, path, form, body=TYPED)
    assert (told["state"], told["status"], section().body) == ("stale", 409, "Theirs.")
    assert KeptForm.objects.get().entries["body"] == [TYPED]


def test_neither_token_nor_button_is_kept(as_edith: Client, edith: User) -> None:
    path = address("change", figure())
    autosave(as_edith, path, opened(as_edith, path), value="much", csrfmiddlewaretoken="secret", _save="Save")
    kept = KeptForm.objects.get()
    assert (kept.user, kept.path, kept.entries["value"]) == (edith, path, ["much"])
    assert {"csrfmiddlewaretoken", "typist", "_save", "_autosave"}.isdisjoint(kept.entries)


def test_a_form_that_was_refused_by_hand_is_kept_too(as_edith: Client) -> None:
    path = address("change", figure())
    assert send(as_edith, path, opened(as_edith, path), value="much").status_code == 200
    assert opened(as_edith, path).entries["value"] == "much"


def test_too_much_is_refused_in_words(as_edith: Client) -> None:
    path = address("change", figure())
    told = autosave(as_edith, path, opened(as_edith, path), value="x" * (keeping.LARGEST + 1))
    assert (told["state"], told["status"]) == ("refused", 413)
    assert not KeptForm.objects.exists()


@pytest.mark.parametrize(
    "typed", [{"body": "a\0b"}, {"title": "\0"}, {"seen": "\0"}, {"levelpay_set-TOTAL_FORMS": "9" * 30}]
)
def test_what_no_browser_sends_breaks_nothing(as_edith: Client, typed: dict[str, str]) -> None:
    path, before = address("change", section()), section().body
    form = opened(as_edith, path)
    for how in ({"_autosave": "1"}, {}):
        assert send(as_edith, path, form, **typed, **how).status_code in {200, 302, 400, 409}
    assert section().body == before
    assert as_edith.get(path).status_code == 200


def test_rows_of_another_guide_cannot_be_named(as_edith: Client) -> None:
    other = Section.objects.exclude(career=career()).filter(kind="pros", benefit__isnull=False)[0]
    theirs = other.benefit_set.all()[0]
    path = address("change", section("pros"))
    autosave(as_edith, path, opened(as_edith, path), **{"benefit_set-0-id": theirs.pk, "benefit_set-0-title": "Taken"})
    theirs.refresh_from_db()
    assert theirs.title != "Taken"
    assert as_edith.get(path).status_code == 200
