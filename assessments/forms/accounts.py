"""The forms of the account pages: allauth's own, with our labels, hints and messages."""

from typing import Any

from allauth.account import forms as account
from django import forms

ADDRESS_MISSING = "Enter your email address"
ADDRESS_WRONG = "Enter an email address such as name@example.org"
CHARACTERS_WRONG = "Type it again: it holds a character that cannot be kept"
WORDS = {
    "login": ("Email address", "", ADDRESS_MISSING),
    "email": ("Email address", "We send a code to it", ADDRESS_MISSING),
    "password": ("Password", "", "Enter your password"),
    "oldpassword": ("Current password", "", "Enter the password that you use now"),
    "password1": (
        "New password",
        "12 characters or more. Three or four unrelated words work well",
        "Enter a password of 12 characters or more",
    ),
    "code": ("Code", "Capital or small letters, with or without the dash", "Enter the code from our email"),
}
"""Label, hint, and what to do where nothing was entered, by the name of the field."""


class InOurWords(forms.Form):
    """A form in our words, in which a new password is typed once."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("password2", None)
        for name, field in self.fields.items():
            _reword(name, field)


class SignUpForm(InOurWords, account.SignupForm):
    """Create an account."""


class SignInForm(InOurWords, account.LoginForm):
    """Sign in with address and password."""

    def clean(self) -> dict[str, Any]:
        """Both together; what is wrong is said at the first field, where the summary can link to."""
        try:
            super().clean()
        except forms.ValidationError as error:
            self.add_error("login", error)
        return self.cleaned_data


class ReauthenticateForm(InOurWords, account.ReauthenticateForm):
    """Type the password once more before something that matters."""


class EmailCodeForm(InOurWords, account.ConfirmEmailVerificationCodeForm):
    """The code that shows that an address is the user's."""


class ResetCodeForm(InOurWords, account.ConfirmPasswordResetCodeForm):
    """The code that stands for a forgotten password."""


class ResetForm(InOurWords, account.ResetPasswordForm):
    """Ask for a code in place of a forgotten password."""


class NewAddressForm(InOurWords, account.AddEmailForm):
    """Another address for an account."""


class NewPasswordForm(InOurWords, account.ResetPasswordKeyForm):
    """A new password after a code."""


class FirstPasswordForm(InOurWords, account.SetPasswordForm):
    """A password for an account that has none yet."""


class ChangePasswordForm(InOurWords, account.ChangePasswordForm):
    """A new password in place of the present one."""


def _reword(name: str, field: forms.Field) -> None:
    field.label, field.help_text, missing = WORDS[name]
    field.error_messages |= {
        "required": missing,
        "invalid": ADDRESS_WRONG,
        "max_length": ADDRESS_WRONG,
        "null_characters_not_allowed": CHARACTERS_WRONG,
    }
    field.widget.attrs.pop("placeholder", None)
    look = "input code" if name == "code" else "input"
    field.widget.attrs |= {"class": look, "spellcheck": "false", "autocapitalize": "none"}
