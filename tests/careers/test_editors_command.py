"""The command that makes editors: known people keep their account, unknown ones get one, nobody gets more rights."""

import re
import sys
from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group, Permission, User
from django.core.management import CommandError, call_command
from django.test import Client

from tests.accounts.steps import sign_in

pytestmark = pytest.mark.django_db
NEW = "edna@example.org"
LONG = f"edna@{'.'.join(['b' * 62] * 4)}.org"


def editors(*arguments: str) -> str:
    out = StringIO()
    call_command("editors", *arguments, stdout=out)
    return out.getvalue()


def group() -> Group:
    return Group.objects.get(name="Editors")


def test_alone_it_makes_the_group_and_says_what_it_has() -> None:
    assert editors() == f"The group Editors has {group().permissions.count()} rights and 0 members.\n"
    assert not User.objects.exists()


def test_rights_that_were_added_or_taken_away_by_hand_are_put_right() -> None:
    editors()
    before = set(group().permissions.all())
    group().permissions.set(Permission.objects.filter(codename__in=["change_user", "view_career"]))
    editors()
    assert set(group().permissions.all()) == before


def test_a_known_person_keeps_account_and_password(alice: User, client: Client) -> None:
    password = alice.password
    assert "alice@example.org is an editor: sign in, then open /admin/." in editors("--add", "alice@example.org")
    alice.refresh_from_db()
    assert (alice.password, alice.is_staff, alice.is_superuser) == (password, True, False)
    assert list(alice.groups.all()) == [group()]
    sign_in(client, "alice@example.org")
    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize("typed", ["ALICE@example.org", "  alice@Example.Org "])
def test_an_address_is_known_however_it_is_typed(alice: User, typed: str) -> None:
    editors("--add", typed)
    assert list(group().user_set.all()) == [alice]


def test_an_unknown_person_gets_an_account_with_a_password_that_works(client: Client) -> None:
    words = editors("--add", NEW)
    password = re.search(rf"Created an account for {NEW} with the password (\S+)\n", words)
    assert password
    sign_in(client, NEW, password[1])
    assert client.get("/admin/").status_code == 200
    assert EmailAddress.objects.get(email=NEW).verified


def test_each_new_person_gets_another_password() -> None:
    found = {re.findall(r"password (\S+)", editors("--add", f"edna{place}@example.org"))[0] for place in range(3)}
    assert len(found) == 3
    assert min(map(len, found)) >= 16


def test_making_somebody_an_editor_twice_changes_nothing_more() -> None:
    editors("--add", NEW)
    before = User.objects.get().password
    assert "Created" not in editors("--add", NEW)
    assert (User.objects.get().password, group().user_set.count()) == (before, 1)


def test_an_address_that_nobody_verified_makes_no_editor(alice: User) -> None:
    EmailAddress.objects.update(verified=False)
    with pytest.raises(CommandError, match="has an account whose address is not verified"):
        editors("--add", "alice@example.org")
    alice.refresh_from_db()
    assert (alice.is_staff, Group.objects.count()) == (False, 0)


def test_of_two_who_claim_an_address_the_one_who_verified_it_is_meant(alice: User) -> None:
    claimant = User.objects.create_user(username="mallory", email=alice.email)
    EmailAddress.objects.create(user=claimant, email=alice.email, verified=False)
    editors("--add", alice.email)
    assert list(group().user_set.all()) == [alice]


@pytest.mark.parametrize(
    "typed", ["edna", "edna@", "@example.org", "a b@example.org", "edna@example.org\nx", LONG, "\0"]
)
def test_what_is_no_address_makes_nobody_an_editor(typed: str) -> None:
    with pytest.raises(CommandError, match="is not an e-mail address") as caught:
        editors("--add", typed)
    assert "\n" not in str(caught.value)
    assert not User.objects.exists()


def test_without_an_address_and_a_terminal_it_says_how_to_name_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO())
    with pytest.raises(CommandError, match=r"^Name the person: make admin EMAIL=you@example\.org$"):
        editors("--add", "")
