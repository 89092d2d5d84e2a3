"""Nobody saves over what they have not seen: both texts come back, and everything typed with them."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.db.models import Model
from django.test import Client

from careers.models import Benefit, Deed, KeptForm, Question, Section
from tests.careers.admin.conftest import at_the_desk, editor
from tests.careers.admin.desk import address
from tests.careers.admin.forms import Form, opened, send
from tests.careers.pages import Page
from tests.content import career, the_catalogue

pytestmark = pytest.mark.django_db
EDITHS, EMILS = "Edith has written this.", "Emil has written that."
NONE_SEEN = ["", "x", "body:forged", "a:b " * 4000, "{[[[", "\0", "body"]


@pytest.fixture
def as_emil(db: None) -> Client:
    """Another editor's browser."""
    return at_the_desk(editor("emil"))


def section(kind: str = "salary") -> Section:
    return Section.objects.get(career=career(), kind=kind)


def kept() -> Any:
    return KeptForm.objects.get().entries


def both(client: Client, path: str, form: Form, **typed: Any) -> tuple[Page, Form]:
    """The page that shows both texts."""
    answer = send(client, path, form, **typed)
    assert answer.status_code == 409
    html = answer.content.decode()
    return Page(html), Form(html)


def test_what_somebody_else_saved_meanwhile_is_shown_and_not_lost(as_edith: Client, as_emil: Client) -> None:
    path = address("change", section())
    form = opened(as_edith, path)
    assert send(as_emil, path, opened(as_emil, path), body=EMILS).status_code == 302
    page, again = both(as_edith, path, form, body=EDITHS)
    assert section().body == EMILS
    assert again.entries["body"] == EDITHS
    assert "Somebody else has saved this meanwhile emil@example.org saved Salary at" in page.text
    assert "Stored now and yours: Emil Edith has written that. this." in page.text
    assert kept()["body"] == [EDITHS]


def test_mine_is_saved_over_theirs_once_both_were_shown(as_edith: Client, as_emil: Client) -> None:
    path = address("change", section())
    form = opened(as_edith, path)
    send(as_emil, path, opened(as_emil, path), body=EMILS)
    _, again = both(as_edith, path, form, body=EDITHS)
    assert send(as_edith, path, again).status_code == 302
    assert section().body == EDITHS
    assert not KeptForm.objects.exists()


def test_theirs_is_taken_and_mine_stays_kept(as_edith: Client, as_emil: Client) -> None:
    path = address("change", section())
    form = opened(as_edith, path)
    send(as_emil, path, opened(as_emil, path), body=EMILS)
    page, _ = both(as_edith, path, form, body=EDITHS)
    assert f"{path}?stored=1" in page.links
    assert opened(as_edith, f"{path}?stored=1").entries["body"] == EMILS
    assert opened(as_edith, path).entries["body"] == EDITHS
    assert "Your typing from before is kept" in Page(as_edith.get(f"{path}?stored=1").content.decode()).text


def test_a_third_save_is_not_overwritten_by_an_answer_to_the_second(as_edith: Client, as_emil: Client) -> None:
    path = address("change", section())
    form = opened(as_edith, path)
    send(as_emil, path, opened(as_emil, path), body=EMILS)
    _, again = both(as_edith, path, form, body=EDITHS)
    send(as_emil, path, opened(as_emil, path), body="Emil again.")
    both(as_edith, path, again)
    assert section().body == "Emil again."


def test_only_what_they_changed_is_called_changed(as_edith: Client, as_emil: Client) -> None:
    path = address("change", section())
    form = opened(as_edith, path)
    send(as_emil, path, opened(as_emil, path), lead="Emil leads.")
    page, _ = both(as_edith, path, form, body=EDITHS)
    assert "#id_lead" in page.links
    assert "#id_body" not in page.links


@pytest.mark.parametrize("seen", NONE_SEEN)
def test_a_form_that_has_seen_nothing_saves_nothing(as_edith: Client, seen: str) -> None:
    path, before = address("change", section()), section().body
    _, again = both(as_edith, path, opened(as_edith, path), body=EDITHS, seen=seen)
    assert section().body == before
    assert again.entries["body"] == EDITHS


def test_two_tabs_of_one_person_are_two_pages(as_edith: Client) -> None:
    path = address("change", section())
    first, second = opened(as_edith, path), opened(as_edith, path)
    assert send(as_edith, path, first, body=EMILS).status_code == 302
    page, _ = both(as_edith, path, second, body=EDITHS)
    assert "You have saved this from another page meanwhile" in page.text


@pytest.mark.usefixtures("transactional_db")
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer at a time by itself")
def test_of_two_who_save_at_the_same_moment_one_is_shown_both_texts() -> None:
    people = [at_the_desk(editor(name)) for name in ("edith", "emil")]
    path, together = address("change", section()), Barrier(len(people))
    forms = [opened(client, path) for client in people]

    def press(which: int) -> int:
        try:
            together.wait(timeout=10)
            return int(send(people[which], path, forms[which], body=f"Saved by {which}.").status_code)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(people)) as editors:
        outcomes = list(editors.map(press, range(len(people))))
    assert sorted(outcomes) == [302, 409]
    assert section().body == f"Saved by {outcomes.index(302)}."


def test_saving_twice_the_same_is_no_conflict(as_edith: Client) -> None:
    path = address("change", section())
    form = opened(as_edith, path)
    assert [send(as_edith, path, form, body=EDITHS).status_code for _ in range(2)] == [302, 302]
    assert Deed.objects.get(row=str(section().pk)).times == 1


def test_a_page_on_which_nothing_was_typed_does_not_bring_back_what_was_there(
    as_edith: Client, as_emil: Client
) -> None:
    path = address("change", section())
    form = opened(as_edith, path)
    send(as_emil, path, opened(as_emil, path), sources="base-guide")
    page, _ = both(as_edith, path, form)
    assert "#id_sources" in page.links
    assert section().sources == ["base-guide"]


def test_saving_and_going_on_is_no_conflict(as_edith: Client) -> None:
    path = address("change", section())
    for text in ("One.", "Two.", "Three."):
        assert send(as_edith, path, opened(as_edith, path), body=text, _continue="1")["Location"] == path
    assert section().body == "Three."


def test_another_section_is_not_disturbed(as_edith: Client, as_emil: Client) -> None:
    path, theirs = address("change", section()), address("change", section("faq"))
    form = opened(as_edith, path)
    assert send(as_emil, theirs, opened(as_emil, theirs), **{"question_set-0-answer": EMILS}).status_code == 302
    assert send(as_edith, path, form, body=EDITHS).status_code == 302


def test_a_row_below_that_changed_is_shown(as_edith: Client, as_emil: Client) -> None:
    path = address("change", section("faq"))
    form, name = opened(as_edith, path), "question_set-0-answer"
    send(as_emil, path, opened(as_emil, path), **{name: EMILS})
    page, again = both(as_edith, path, form, **{name: EDITHS})
    assert f"#id_{name}" in page.links
    assert again.entries[name] == EDITHS


def test_a_row_below_that_is_new_is_named_and_stays(as_edith: Client, as_emil: Client) -> None:
    path = address("change", section("faq"))
    form, count = opened(as_edith, path), section("faq").question_set.count()
    new = {f"question_set-{count}-question": "Is it new?", f"question_set-{count}-answer": "Yes."}
    send(as_emil, path, opened(as_emil, path), **new)
    page, again = both(as_edith, path, form, lead=EDITHS)
    assert "New meanwhile: question “Is it new?”" in page.text
    assert send(as_edith, path, again).status_code == 302
    assert Question.objects.filter(question="Is it new?").exists()


def test_a_row_below_that_is_gone_comes_back_with_mine(as_edith: Client, as_emil: Client) -> None:
    path = address("change", section("pros"))
    form = opened(as_edith, path)
    title = form.entries["benefit_set-0-title"]
    send(as_emil, path, opened(as_emil, path), **{"benefit_set-0-DELETE": "on"})
    page, again = both(as_edith, path, form, **{"benefit_set-0-detail": EDITHS})
    assert "1 row was deleted meanwhile" in page.text
    assert not Benefit.objects.filter(title=title, section=section("pros")).exists()
    assert send(as_edith, path, again).status_code == 302
    assert Benefit.objects.get(title=title, section=section("pros")).detail == EDITHS


@pytest.mark.parametrize(("root", "entry"), [(career, "tagline"), (the_catalogue, "professions")])
def test_it_holds_for_what_stands_on_top(as_edith: Client, as_emil: Client, root: Any, entry: str) -> None:
    path = address("change", root())
    form = opened(as_edith, path)
    send(as_emil, path, opened(as_emil, path), **{entry: "emil"})
    _, again = both(as_edith, path, form, **{entry: "edith"})
    assert again.entries[entry] == "edith"
    assert getattr(root(), entry) in ("emil", ["emil"])


def test_a_row_that_is_gone_leaves_what_was_typed_to_copy(as_edith: Client, as_emil: Client) -> None:
    gone: Model = section()
    path, form = address("change", gone), opened(as_edith, address("change", gone))
    as_emil.post(address("delete", gone), {"post": "yes"})
    answer = send(as_edith, path, form, body=EDITHS)
    assert answer.status_code == 409
    assert EDITHS in Page(answer.content.decode()).text
    assert "emil@example.org deleted" in Page(answer.content.decode()).text
    later = as_edith.get(path)
    assert (later.status_code, EDITHS in later.content.decode()) == (410, True)
    assert as_edith.post(path, {"_discard": "1"})["Location"] == path
    assert as_edith.get(path).status_code == 302


def test_who_may_not_change_saves_nothing_whatever_they_have_seen(edith: User, as_edith: Client) -> None:
    path = address("change", section())
    form, before = opened(as_edith, path), section().body
    edith.groups.clear()
    for typed in ({}, {"_autosave": "1"}, {"seen": ""}):
        assert send(as_edith, path, form, body=EDITHS, **typed).status_code == 403
    assert section().body == before
    assert not KeptForm.objects.exists()
