"""Makes the groups of the desk what they have to be, and people their members."""

import secrets
import sys
from argparse import ArgumentParser
from typing import Any

from allauth.account.models import EmailAddress
from allauth.account.utils import filter_users_by_email
from allauth.utils import generate_unique_username
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from careers import factors, roles
from careers.services import deeds

NAMES = tuple(role.name for role in roles.ROLES)
FIRST_VISIT = (
    "Sign in, then open /admin/. The first visit asks for a second factor, an authenticator app or a passkey, "
    "and leads to the page that sets one up."
)


class Command(BaseCommand):
    """`editors`, and `editors --add EMAIL`, `--remove EMAIL` or `--forget-factors EMAIL`."""

    help = "Create or update the groups Authors, Reviewers and Publishers, and say who is in them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare what the command takes."""
        add = "give this person roles; an unknown one gets an account, an empty address is asked for"
        lost = "take away the second factors of somebody who lost them; ask first whether it is really them"
        person = parser.add_mutually_exclusive_group()
        person.add_argument("--add", metavar="EMAIL", help=add)
        person.add_argument("--remove", metavar="EMAIL", help="take all roles and the way to the desk away")
        person.add_argument("--forget-factors", metavar="EMAIL", help=lost)
        parser.add_argument(
            "--role",
            action="append",
            choices=NAMES,
            help="which role to give with --add, several times for several; all of them by default",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Settle the groups, then the person."""
        if options["role"] and options["add"] is None:
            raise CommandError("--role says what --add gives: name the person with --add EMAIL.")
        with transaction.atomic():
            groups = roles.settle()
            self._settle_person(groups, options)
        for group in groups.values():
            rights, members = group.permissions.count(), group.user_set.count()
            self.stdout.write(f"{group.name}: {rights} rights, {members} {'member' if members == 1 else 'members'}.")

    def _settle_person(self, groups: dict[str, Group], options: dict[str, Any]) -> None:
        if options["add"] is not None:
            self._add(typed(options["add"]) or asked(), {name: groups[name] for name in options["role"] or NAMES})
        elif options["remove"] is not None:
            self._remove(typed(options["remove"]), groups)
        elif options["forget_factors"] is not None:
            self._forget(typed(options["forget_factors"]))

    def _add(self, email: str, groups: dict[str, Group]) -> None:
        refuse_bad_address(email)
        user = known(email)
        if user is None:
            password = secrets.token_urlsafe(12)
            user = create(email, password)
            self.stdout.write(f"Created an account for {email} with the password {password}")
        user.is_staff = True
        user.save(update_fields=["is_staff"])
        had = set(user.groups.values_list("name", flat=True))
        user.groups.add(*groups.values())
        note(user, "Given", [group.name for group in groups.values() if group.name not in had])
        self.stdout.write(f"{email} is an editor ({', '.join(groups)}). {FIRST_VISIT}")

    def _remove(self, email: str, groups: dict[str, Group]) -> None:
        user = existing(email)
        user.is_staff = False
        user.save(update_fields=["is_staff"])
        had = set(user.groups.values_list("name", flat=True))
        user.groups.remove(*groups.values())
        note(user, "Taken away", [group.name for group in groups.values() if group.name in had])
        self.stdout.write(f"{email} is no editor any more. The account, and what it published, stay.")

    def _forget(self, email: str) -> None:
        user = existing(email)
        gone = factors.forget(user)
        if user.is_staff:
            note(user, "Second factors taken away", gone)
        if gone:
            self.stdout.write(f"Took away from {email}: {', '.join(gone)}. The password alone signs in again.")
            self.stdout.write("The desk asks for a new second factor at the next visit.")
        else:
            self.stdout.write(f"{email} has no second factor: nothing was changed.")


def note(user: User, what: str, names: list[str]) -> None:
    """Note in the trail what of their access to the desk somebody was given or lost, if anything."""
    if names:
        deeds.record_access(person=user, words=f"{what}: {', '.join(names)}", by=None, at=timezone.now())


def typed(email: str) -> str:
    """The address as accounts keep it."""
    return email.strip().lower()


def asked() -> str:
    """The address typed at the terminal; CommandError where there is none to type at."""
    if not sys.stdin.isatty():
        raise CommandError("Name the person: make admin EMAIL=you@example.org")
    return input("E-mail of the editor: ").strip().lower()


def refuse_bad_address(email: str) -> None:
    """CommandError where an account could not have that address."""
    try:
        User._meta.get_field("email").clean(email, None)
    except ValidationError as error:
        raise CommandError(f"{email!a} is not an e-mail address.") from error


def known(email: str) -> User | None:
    """Who has that address, or None; CommandError where it was never verified."""
    users = filter_users_by_email(email)
    if not users:
        return None
    # Whoever signed up with an address they do not own must not become an editor in its owner's place.
    if not EmailAddress.objects.filter(email__iexact=email, verified=True).exists():
        raise CommandError(f"{email} has an account whose address is not verified: sign in and verify it first.")
    user: User = EmailAddress.objects.get(email__iexact=email, verified=True).user
    return user


def existing(email: str) -> User:
    """Who has that address; CommandError where nobody has."""
    refuse_bad_address(email)
    user = known(email)
    if user is None:
        raise CommandError(f"Nobody has an account with the address {email!a}.")
    return user


def create(email: str, password: str) -> User:
    """A new person whose address counts as verified."""
    user = User(username=generate_unique_username([email, "editor"]), email=email)
    user.set_password(password)
    user.save()
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user
