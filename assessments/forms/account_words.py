"""What the account pages say when something is wrong; nothing here tells whether an address has an account."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse

from assessments.services import tries
from careers import factors


class AccountWords(DefaultAccountAdapter):
    """The account flows as they come, with messages that say what to do; signing in claims what was tried before."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "This account is switched off. Write to us if that surprises you",
        "duplicate_email": "Enter another address: this one is yours already",
        "email_password_mismatch": "Check the email address and the password: together they do not match an account",
        "email_taken": "Enter another address: this one cannot be used",
        "enter_current_password": "Enter the password that you use now",
        "incorrect_code": "Check the code: it is not the one in our latest email to you",
        "incorrect_password": "Check the password: it is not the one of this account",
        "rate_limited": "Wait a little before you ask for another code",
        "too_many_login_attempts": "Too many tries in a short time. Wait five minutes, then start again",
    }

    def get_reauthentication_methods(self, user: User) -> list[dict[str, Any]]:
        """How somebody shows once more that it is them: by the second factor where there is one.

        A password alone must not set up another factor in its place.
        """
        ways: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        stronger = [way for way in ways if way["id"] != "reauthenticate"]
        if not stronger:
            return ways
        first = factors.asking(user)
        return sorted(stronger, key=lambda way: way["url"] != first)

    def post_login(self, request: HttpRequest, user: User, **rest: Any) -> HttpResponse:
        """Where to go after signing in; before that, attempts made in this browser become the user's."""
        tries.claim(user=user, ids=tries.forget(request.session))
        response: HttpResponse = super().post_login(request, user, **rest)
        return response
