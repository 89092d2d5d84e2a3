"""What people do on the pages of second factors; passkeys come from a key made of software."""

import hashlib
import json
import re
import struct
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from django.contrib.auth.models import User
from django.test import Client
from fido2 import cbor
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import AttestedCredentialData, AuthenticatorData

from tests.accounts import steps
from tests.markup import Element

INDEX = "/accounts/2fa/"
APP, APP_OFF = f"{INDEX}totp/activate/", f"{INDEX}totp/deactivate/"
PASSKEY, CODES, NEW_CODES = f"{INDEX}webauthn/add/", f"{INDEX}recovery-codes/", f"{INDEX}recovery-codes/generate/"
STEP, AGAIN, PASSKEY_AGAIN = f"{INDEX}authenticate/", f"{INDEX}reauthenticate/", f"{INDEX}webauthn/reauthenticate/"
SITE = "https://testserver"
FLAGS = AuthenticatorData.FLAG
PRESENT, VERIFIED, ATTESTED = 1, 4, 64


def freshly_in(user: User) -> Client:
    """A browser in which the user has just typed their password twice: to sign in, and once more."""
    client = Client()
    steps.sign_in(client, user.email)
    client.post("/accounts/reauthenticate/", {"password": steps.PASSWORD})
    return client


def key_on(page: Element) -> str:
    """What the app is given on the page that sets it up."""
    return page.one("p", class_="secret").text.replace(" ", "")


def asked(client: Client, path: str) -> dict[str, Any]:
    """What the page asks the browser for."""
    data = re.search(r'<script type="application/json">(.*?)</script>', client.get(path).content.decode())
    assert data
    (found,) = json.loads(data[1]).values()
    return dict(found["publicKey"])


@dataclass
class SoftKey:
    """A passkey that does what a device does, for the site that it was made for."""

    site: str = SITE
    id: bytes = b"a key of software"
    secret: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    count: int = 0

    def made(self, options: dict[str, Any]) -> str:
        """What a browser says of a new passkey."""
        public = ES256.from_cryptography_key(self.secret.public_key())  # type: ignore[no-untyped-call]
        attested = AttestedCredentialData.create(b"\0" * 16, self.id, public)
        data = AuthenticatorData.create(self._site_hash(), FLAGS(PRESENT | VERIFIED | ATTESTED), 0, attested)
        attestation = cbor.encode({"fmt": "none", "attStmt": {}, "authData": data})
        return self._said("webauthn.create", options, attestationObject=attestation)

    def shown(self, options: dict[str, Any]) -> str:
        """What a browser says when the passkey is used."""
        self.count += 1
        data = self._site_hash() + struct.pack(">BI", PRESENT | VERIFIED, self.count)
        client = self._client("webauthn.get", options)
        signature = self.secret.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        return self._said("webauthn.get", options, authenticatorData=data, signature=signature)

    def _said(self, kind: str, options: dict[str, Any], **response: bytes) -> str:
        parts = {"clientDataJSON": self._client(kind, options), **response}
        return json.dumps(
            {
                "id": websafe_encode(self.id),
                "rawId": websafe_encode(self.id),
                "type": "public-key",
                "response": {name: websafe_encode(part) for name, part in parts.items()},
                "clientExtensionResults": {"credProps": {"rk": False}},
            }
        )

    def _client(self, kind: str, options: dict[str, Any]) -> bytes:
        told = {"type": kind, "challenge": options["challenge"], "origin": self.site, "crossOrigin": False}
        return json.dumps(told).encode()

    def _site_hash(self) -> bytes:
        return hashlib.sha256(str(urlsplit(self.site).hostname).encode()).digest()
