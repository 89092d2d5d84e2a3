"""The orders in which readers can have the table of countries."""

KEYS = ("country", "-country", "usd", "-usd", "ppp", "-ppp")
"""Known orders; a minus sign begins with the highest. Local amounts have no order: their currencies differ."""


def known(asked: str | None) -> str:
    """The order asked for, or nothing where there is none of that name: the guide's own order holds."""
    return asked if asked in KEYS else ""
