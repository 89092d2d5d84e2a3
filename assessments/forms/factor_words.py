"""What the pages of second factors say when something is wrong, and how the app's picture is drawn."""

from typing import Any, ClassVar

import qrcode
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib.auth.models import User
from django.utils.html import format_html
from django.utils.safestring import SafeString

PICTURE = "Picture that authenticator apps read. The key below it says the same"


class FactorWords(DefaultMFAAdapter):
    """The flows of second factors as they come, with messages that say what to do."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "cannot_generate_recovery_codes": "Set up an authenticator app or a passkey first: codes stand in for one",
        "incorrect_code": "Check the code: it is not the one that your app shows now. Each code works once",
        "unverified_email": "Confirm your email address first: the code is in our latest email to you",
    }

    def build_totp_svg(self, url: str) -> SafeString:
        """The address as a picture that needs no style and no other file."""
        code = qrcode.QRCode()
        code.add_data(url)
        rows = code.get_matrix()
        dark = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark)
        box = f"0 0 {len(rows)} {len(rows)}"
        drawing = '<svg class="qr" role="img" aria-label="{}" viewBox="{}"><path d="{}"/></svg>'
        return format_html(drawing, PICTURE, box, dark)

    def generate_authenticator_name(self, user: User, type: Any) -> str:
        """A name for whoever gave none."""
        return "Passkey"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """This site, as browsers name it when they ask for a passkey."""
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return entity | {"name": "CMIO Coach"}
