"""Makes the group of editors what it has to be, and people its members."""

import secrets
import sys
from argparse import ArgumentParser
from typing import Any

from allauth.account.models import EmailAddress
from allauth.account.utils import filter_users_by_email
from allauth.utils import generate_unique_username
from django.contrib.auth.models import Group, Permission, User
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.db.models import Q, QuerySet

NAME = "Editors"
FROZEN = ("edition", "instrumentversion")


class Command(BaseCommand):
    """`editors`, and `editors --add EMAIL`."""

    help = "Create or update the group Editors; with --add, make somebody an editor."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare what the command takes."""
        add = "make this person an editor; an unknown one gets an account, an empty address is asked for"
        parser.add_argument("--add", metavar="EMAIL", help=add)

    def handle(self, *args: Any, **options: Any) -> None:
        """Settle the group, then the person."""
        with transaction.atomic():
            group = settle_group()
            if options["add"] is not None:
                self._add(options["add"].strip().lower() or asked(), group)
        self.stdout.write(
            f"The group {NAME} has {group.permissions.count()} rights and {group.user_set.count()} members."
        )

    def _add(self, email: str, group: Group) -> None:
        refuse_bad_address(email)
        user = known(email)
        if user is None:
            password = secrets.token_urlsafe(12)
            user = create(email, password)
            self.stdout.write(f"Created an account for {email} with the password {password}")
        user.is_staff = True
        user.save(update_fields=["is_staff"])
        user.groups.add(group)
        self.stdout.write(f"{email} is an editor: sign in, then open /admin/.")


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


def settle_group() -> Group:
    """The group of editors with exactly the rights it has to have."""
    group, _ = Group.objects.get_or_create(name=NAME)
    group.permissions.set(rights())
    return group


def rights() -> QuerySet[Permission]:
    """Everything about the content, except changing what was published; nothing about people."""
    content = Permission.objects.filter(content_type__app_label="careers")
    return content.exclude(~Q(codename__startswith="view_"), content_type__model__in=FROZEN)


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


def create(email: str, password: str) -> User:
    """A new person whose address counts as verified."""
    user = User(username=generate_unique_username([email, "editor"]), email=email)
    user.set_password(password)
    user.save()
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user
