"""Addresses that open without an account: the secret in them, and what is kept of it."""

from base64 import urlsafe_b64encode
from hashlib import sha256
from secrets import token_urlsafe
from typing import ClassVar

from django.db import models
from django.utils.crypto import constant_time_compare, salted_hmac


def fingerprint(token: str) -> str:
    """What is kept of a token, and what it is looked up by."""
    return sha256(token.encode(errors="replace")).hexdigest()


class Secret(models.Model):
    """Something that a secret address opens; its id is made before it is saved.

    - nonce: random; only together with the site's secret key it gives the token, so that the owner can see the address
      again while a copy of the database alone opens nothing
    - digest: of the token; what an address is looked up by
    """

    SALT: ClassVar[str]

    nonce = models.CharField(max_length=43, editable=False)
    digest = models.CharField(max_length=64, unique=True, editable=False)

    class Meta:
        abstract = True

    def renew(self) -> None:
        """Take a new secret; the address that held the old one opens nothing any more once this is saved."""
        self.nonce = token_urlsafe(32)
        self.digest = fingerprint(self.derived_token)

    @property
    def derived_token(self) -> str:
        """What the nonce and the site's present secret key give: 43 characters that are safe in an address."""
        made = salted_hmac(self.SALT, f"{self.pk}:{self.nonce}", algorithm="sha256").digest()
        return urlsafe_b64encode(made).rstrip(b"=").decode()

    @property
    def token(self) -> str:
        """The secret part of the address; empty where the site's secret key was changed since: nobody can tell it."""
        token = self.derived_token
        return token if constant_time_compare(fingerprint(token), self.digest) else ""
