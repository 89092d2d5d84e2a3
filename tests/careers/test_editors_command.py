"""The command that gives roles: known people keep their account, unknown ones get one, nobody gets more rights."""

import re
import sys
from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.contrib.auth.models import Group, Permission, User
from django.core.management import CommandError, call_command
from django.test import Client

from careers.models import Deed
from tests.accounts.steps import is_signed_in, sign_in, text
from tests.careers.admin.conftest import with_app

pytestmark = pytest.mark.django_db
NEW = "edna@example.org"
ALL = ["Authors", "Publishers", "Reviewers"]
LONG = f"edna@{'.'.join(['b' * 62] * 4)}.org"


def editors(*arguments: str) -> str:
    out = StringIO()
    call_command("editors", *arguments, stdout=out)
    return out.getvalue()


def groups(user: User) -> list[str]:
    return sorted(user.groups.values_list("name", flat=True))


def members(group: str) -> list[User]:
    return list(User.objects.filter(groups__name=group))


def test_alone_it_makes_the_groups_and_says_what_they_have() -> None:
    told = editors().splitlines()
    counts = {group.name: group.permissions.count() for group in Group.objects.all()}
    assert told == [f"{name}: {counts[name]} rights, 0 members." for name in ("Authors", "Reviewers", "Publishers")]
    assert not User.objects.exists()


def test_rights_that_were_added_or_taken_away_by_hand_are_put_right() -> None:
    editors()
    authors = Group.objects.get(name="Authors")
    before = set(authors.permissions.all())
    authors.permissions.set(Permission.objects.filter(codename__in=["change_user", "view_career"]))
    editors()
    assert set(authors.permissions.all()) == before


def test_members_of_the_former_group_get_all_roles_and_the_group_goes(alice: User, charlie: User) -> None:
    Group.objects.create(name="Editors").user_set.add(alice)
    editors()
    assert (groups(alice), groups(charlie)) == (ALL, [])


def test_a_known_person_keeps_account_and_password(alice: User, client: Client) -> None:
    password = alice.password
    told = editors("--add", "alice@example.org")
    assert "alice@example.org is an editor (author, reviewer, publisher). Sign in, then open /admin/." in told
    assert "The first visit asks for a second factor" in told
    alice.refresh_from_db()
    assert (alice.password, alice.is_staff, alice.is_superuser) == (password, True, False)
    assert groups(alice) == ALL
    sign_in(client, "alice@example.org")
    assert "The editors’ desk asks for a second factor" in text(client.get("/admin/", follow=True))


def test_some_roles_can_be_given_and_others_later(alice: User) -> None:
    assert "is an editor (reviewer)." in editors("--add", alice.email, "--role", "reviewer")
    assert groups(alice) == ["Reviewers"]
    editors("--add", alice.email, "--role", "author", "--role", "publisher")
    assert groups(alice) == ALL


@pytest.mark.parametrize("arguments", [("--role", "author"), ("--remove", NEW, "--role", "author")])
def test_a_role_is_somebodys(arguments: tuple[str, ...]) -> None:
    with pytest.raises(CommandError, match="name the person with --add"):
        editors(*arguments)


def test_an_unknown_role_is_refused() -> None:
    with pytest.raises(CommandError, match="invalid choice: 'owner'"):
        editors("--add", NEW, "--role", "owner")
    assert not User.objects.exists()


def test_removing_takes_every_role_and_the_way_in_and_nothing_else(alice: User) -> None:
    editors("--add", alice.email)
    other = Group.objects.create(name="Others")
    alice.groups.add(other)
    assert "alice@example.org is no editor any more." in editors("--remove", "ALICE@example.org")
    alice.refresh_from_db()
    assert (alice.is_staff, alice.is_active, list(alice.groups.all())) == (False, True, [other])


def test_lost_factors_are_forgotten_and_named(alice: User, charlie: User) -> None:
    for user in (alice, charlie):
        with_app(user)
        RecoveryCodes.activate(user)
    told = editors("--forget-factors", alice.email)
    assert "Took away from alice@example.org: authenticator app, recovery codes." in told
    assert set(Authenticator.objects.values_list("user", flat=True)) == {charlie.pk}
    assert "has no second factor: nothing was changed." in editors("--forget-factors", alice.email)
    assert not Deed.objects.filter(model="user").exists()


def test_the_trail_tells_that_somebody_on_the_desk_lost_their_factors(alice: User) -> None:
    editors("--add", alice.email)
    with_app(alice)
    editors("--forget-factors", alice.email)
    editors("--forget-factors", alice.email)
    told = Deed.objects.filter(model="user", subject=alice.email).values_list("words", flat=True)
    assert [words for words in told if "factor" in words] == ["Second factors taken away: authenticator app"]


@pytest.mark.parametrize("option", ["--remove", "--forget-factors"])
def test_nobody_is_taken_for_somebody(option: str) -> None:
    with pytest.raises(CommandError, match=f"Nobody has an account with the address '{NEW}'"):
        editors(option, NEW)
    with pytest.raises(CommandError, match="Nobody has an account with the address ''"):
        editors(option, "")


@pytest.mark.parametrize("typed", ["ALICE@example.org", "  alice@Example.Org "])
def test_an_address_is_known_however_it_is_typed(alice: User, typed: str) -> None:
    editors("--add", typed)
    assert [members(group) for group in ALL] == [[alice]] * 3


def test_an_unknown_person_gets_an_account_with_a_password_that_works(client: Client) -> None:
    words = editors("--add", NEW)
    password = re.search(rf"Created an account for {NEW} with the password (\S+)\n", words)
    assert password
    sign_in(client, NEW, password[1])
    assert is_signed_in(client)
    assert EmailAddress.objects.get(email=NEW).verified


def test_each_new_person_gets_another_password() -> None:
    found = {re.findall(r"password (\S+)", editors("--add", f"edna{place}@example.org"))[0] for place in range(3)}
    assert len(found) == 3
    assert min(map(len, found)) >= 16


def test_making_somebody_an_editor_twice_changes_nothing_more() -> None:
    editors("--add", NEW)
    before = User.objects.get().password
    assert "Created" not in editors("--add", NEW)
    assert (User.objects.get().password, groups(User.objects.get())) == (before, ALL)


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
    assert [members(group) for group in ALL] == [[alice]] * 3


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
