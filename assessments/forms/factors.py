"""The forms of second factors: allauth's own, with our labels, hints and messages."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.validators import MaxLengthValidator

from careers import factors

LONGEST_CODE, LONGEST_NAME = 20, 60
LIFE_OF_A_CODE = (2 * app_settings.TOTP_TOLERANCE + 1) * app_settings.TOTP_PERIOD
"""How many seconds a code of the app fits."""
APP = ("Six-digit code", "It changes every 30 seconds. Spaces are fine", "Enter the code that your app shows now")
APP_OR_PAPER = (
    "Six-digit code",
    "It changes every 30 seconds. A recovery code of eight digits works here too",
    "Enter the code that your app shows now, or one of your recovery codes",
)
PAPER = ("Recovery code", "Eight digits, from the list that you kept", "Enter one of your recovery codes")
NAME = ("Name", "So that you can tell it from others: “Work laptop”, “Blue key”", "Enter a name")
UNTOLD = "Your passkey was not accepted. Choose the button again and follow what the browser asks"


class CodeForm(forms.Form):
    """A form with a code."""

    use_required_attribute = False
    words = APP

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reword(self.fields["code"], self.words, LONGEST_CODE)
        self.fields["code"].widget.attrs |= {"class": "input code", "inputmode": "numeric"}


class PasskeyForm(forms.Form):
    """A form that a browser fills in after it asked for a passkey, some with a name for it."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "name" in self.fields:
            _reword(self.fields["name"], NAME, LONGEST_NAME)
            self.fields["name"].widget.attrs |= {"class": "input", "autocomplete": "off"}
        if "credential" in self.fields:
            self.fields["credential"] = Credential(widget=forms.HiddenInput)

    def clean(self) -> Any:
        """What it holds, where the browser's answer holds true."""
        with only_what_holds_true():
            return super().clean()


class Credential(forms.JSONField):
    """What a browser says of a passkey: an object, whatever is in it."""

    default_error_messages: ClassVar[dict[str, Any]] = {"required": UNTOLD, "invalid": UNTOLD}

    def bound_data(self, data: Any, initial: Any) -> None:
        """Nothing is shown of what was sent: it works once, and may be anything."""

    def prepare_value(self, value: Any) -> str:
        """The browser fills it in."""
        return ""

    def to_python(self, value: Any) -> Any:
        """The object; a number, a list or a thousand brackets are none."""
        with only_what_holds_true():
            found = super().to_python(value)
        if not isinstance(found, dict | None):
            raise forms.ValidationError(UNTOLD)
        return found


@contextmanager
def only_what_holds_true() -> Iterator[None]:
    """Refuse in our words what the libraries below could not read or did not believe."""
    try:
        yield
    except forms.ValidationError as error:
        if getattr(error, "code", "") != "incorrect_code":
            raise
        raise forms.ValidationError(UNTOLD) from error
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError, struct.error) as error:
        raise forms.ValidationError(UNTOLD) from error


class AppForm(CodeForm, totp.ActivateTOTPForm):
    """The first code of an authenticator app."""


class AnyCodeForm(CodeForm):
    """A form that takes the app's code, and recovery codes too; only these where there is no app."""

    user: User

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        self.has_app = factors.has_app(user)
        self.words = APP_OR_PAPER if self.has_app else PAPER
        super().__init__(*args, user=user, **kwargs)

    def clean_code(self) -> str:
        """The code, where it was not used before: allauth forgets a used one while it would still fit."""
        code = str(super().clean_code())  # type: ignore[misc]
        used = f"used-code-{self.user.pk}-{normalize_user_code(code)}"
        if not cache.add(used, "used", timeout=LIFE_OF_A_CODE):
            raise get_adapter().validation_error("incorrect_code")
        return code


class SecondStepForm(AnyCodeForm, base.AuthenticateForm):
    """The code after the password."""


class ShowAgainForm(AnyCodeForm, base.ReauthenticateForm):
    """The code once more before something that matters."""


class NewPasskeyForm(PasskeyForm, webauthn.AddWebAuthnForm):
    """A passkey or security key, with a name."""


class RenamePasskeyForm(PasskeyForm, webauthn.EditWebAuthnForm):
    """Another name for a passkey."""


class PasskeyStepForm(PasskeyForm, webauthn.AuthenticateWebAuthnForm):
    """The passkey after the password."""

    def clean_credential(self) -> Any:
        """The second factor that the browser's answer speaks for."""
        with only_what_holds_true():
            return super().clean_credential()


class PasskeyAgainForm(PasskeyStepForm):
    """The passkey once more before something that matters."""

    reauthenticated = True


def _reword(field: forms.Field, words: tuple[str, str, str], longest: int) -> None:
    field.label, field.help_text, missing = words
    field.error_messages |= {"required": missing, "null_characters_not_allowed": missing}
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs |= {"spellcheck": "false", "autocapitalize": "none", "maxlength": longest}
    field.validators = [*field.validators, MaxLengthValidator(longest, f"Use at most {longest} characters")]
