"""Second factors: whether a person has one, and whether this session was opened with it."""

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse

METHOD = "mfa"
"""What a session notes down when a second factor was used in it."""


def of(user: User) -> QuerySet[Authenticator]:
    """The person's second factors; recovery codes only stand in for one."""
    factors: QuerySet[Authenticator] = Authenticator.objects.filter(user=user)
    return factors.exclude(type=Authenticator.Type.RECOVERY_CODES)


def was_used(request: HttpRequest, user: User) -> bool:
    """Whether the person has a second factor, and has shown it in this session."""
    records = get_authentication_records(request, user)
    return any(record.get("method") == METHOD for record in records) and of(user).exists()


def has_app(user: User) -> bool:
    """Whether the person has an authenticator app."""
    return of(user).filter(type=Authenticator.Type.TOTP).exists()


def asking(user: User) -> str:
    """Where somebody who is signed in shows a second factor: the app's code, or the passkey where there is no app."""
    return reverse("mfa_reauthenticate" if has_app(user) else "mfa_reauthenticate_webauthn")


def words(factor: Authenticator) -> str:
    """What the factor is called."""
    if factor.type == Authenticator.Type.WEBAUTHN:
        return f"passkey “{factor}”"
    return "authenticator app" if factor.type == Authenticator.Type.TOTP else "recovery codes"


def forget(user: User) -> list[str]:
    """Take all second factors away, recovery codes too: the names of what is gone."""
    factors = Authenticator.objects.filter(user=user)
    names = [words(factor) for factor in factors.order_by("pk")]
    factors.delete()
    return names
