"""Reads settings from environment variables; a missing or bad value stops the start with one line."""

import os
import re
from typing import NoReturn
from urllib.parse import parse_qs, unquote, urlsplit

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off"}


class BadEnvironment(SystemExit):
    """A variable is missing or cannot be used; the message names it and says what it wants."""


def refuse(name: str, wants: str) -> NoReturn:
    """Stop the start, naming the variable and what it wants."""
    raise BadEnvironment(f"{name}: {wants} (see .env.example)")


def text(name: str, wants: str, default: str | None = None) -> str:
    """The variable's value, or the default; refuses where neither is there."""
    value = os.environ.get(name, "").strip() or default
    if value is None:
        refuse(name, f"is not set; it wants {wants}")
    return value


def flag(name: str, default: bool) -> bool:
    """The variable as a yes or no."""
    value = os.environ.get(name, "").strip().lower()
    if value and value not in TRUE | FALSE:
        refuse(name, f"is {value!r}; it wants 1 or 0")
    return value in TRUE if value else default


def names(name: str, wants: str, default: str | None = None) -> list[str]:
    """The variable as a comma-separated list with at least one entry."""
    found = [part.strip() for part in text(name, wants, default).split(",") if part.strip()]
    if not found:
        refuse(name, f"is empty; it wants {wants}")
    return found


def secret(name: str) -> str:
    """The variable as a secret of at least 50 characters."""
    wants = "50 or more random characters"
    value = text(name, wants)
    if len(value) < 50 or len(set(value)) < 5:
        refuse(name, f"is too short or too regular; it wants {wants}")
    return value


def site(name: str, default: str) -> str:
    """The variable as the address under which visitors know the site: scheme and host, no path."""
    value = text(name, "", default).rstrip("/")
    if not re.fullmatch(r"https?://[A-Za-z0-9.*\[\]:-]+", value):
        refuse(name, f"is {value!r}; it wants an address such as https://coach.example.org")
    return value


def contact(name: str, default: str) -> str:
    """The variable as an address that people can be reached at: mailto:, tel: or https://."""
    value = text(name, "", default)
    if value != default and not re.fullmatch(r"(mailto:[^\s@]+@[^\s@]+|tel:\+?[0-9-]+|https://[^\s]+)", value):
        refuse(name, f"is {value!r}; it wants an address such as mailto:security@example.org")
    return value


def scanner(name: str) -> tuple[str, int] | str | None:
    """The variable as where clamd listens: host and port, or the path of a socket; None for off or nothing."""
    value = text(name, "", "off")
    if value.lower() == "off":
        return None
    if value.startswith("/"):
        return value
    found = re.fullmatch(r"([A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\]):(\d{1,5})", value)
    if not found or not 0 < int(found[2]) < 65536:
        refuse(name, f"is {value!r}; it wants host:port, the path of a socket, or off")
    return found[1].strip("[]"), int(found[2])


def choice(name: str, options: tuple[str, ...], default: str) -> str:
    """The variable as one of the options, in upper case."""
    value = text(name, "", default).upper()
    if value not in options:
        refuse(name, f"is {value!r}; it wants one of {', '.join(options)}")
    return value


def email(name: str, default: str) -> dict[str, object]:
    """The variable, console: or smtp://user:password@host:port?tls=1, as Django's e-mail settings."""
    wants = "console: or smtp://user:password@host:port?tls=1"
    address = text(name, wants, default)
    try:
        parts = urlsplit(address)
        port = parts.port or 587
    except ValueError:
        refuse(name, f"cannot be read; it wants {wants}")
    if parts.scheme == "console":
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    tls = parse_qs(parts.query).get("tls", ["1"])[0].lower()
    if tls not in TRUE | FALSE:
        refuse(name, f"has tls={tls}; it wants {wants}")
    if parts.scheme != "smtp" or not parts.hostname:
        refuse(name, f"is not an address of a mail server; it wants {wants}")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": tls in TRUE,
        "EMAIL_TIMEOUT": 10,
    }
