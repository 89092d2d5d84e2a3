"""What crawlers ask for before they read a page."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from xml.etree import ElementTree as xml

Guide = tuple[str, datetime]
Toolkit = tuple[str, str, datetime]
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST = 50_000
"""Addresses that the protocol lets one sitemap hold."""

FIXED = (
    "/",
    "/careers/",
    "/careers/compare/",
    "/about/research/",
    "/about/instrument/",
    "/about/accessibility/",
    "/about/privacy/",
    "/about/contact/",
)
PRIVATE = ("/admin/", "/profile/", "/assessments/", "/plans/", "/accounts/")
VALID_FOR = timedelta(days=350)
"""How far ahead the contact's page expires: less than the year that RFC 9116 advises."""


def sitemap(guides: Iterable[Guide], toolkits: Iterable[Toolkit], site: str) -> bytes:
    """The public pages, at most as many as fit; a guide or a kind of toolkit changed when its live edition came out."""
    pages: list[tuple[str, datetime | None]] = [(path, None) for path in FIXED]
    kinds = [(f"/careers/{slug}/toolkit/", kind, live_from) for slug, kind, live_from in toolkits]
    pages += [(overview, None) for overview in dict.fromkeys(overview for overview, _, _ in kinds)]
    pages += [(f"{overview}{kind}/", live_from) for overview, kind, live_from in kinds]
    pages += [(f"/careers/{slug}/", live_from) for slug, live_from in guides]
    root = xml.Element("urlset", xmlns=NAMESPACE)
    for path, live_from in pages[:MOST]:
        entry = xml.SubElement(root, "url")
        xml.SubElement(entry, "loc").text = f"{site}{path}"
        if live_from:
            xml.SubElement(entry, "lastmod").text = live_from.date().isoformat()
    found: bytes = xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return found


def robots(site: str) -> str:
    """Everything public is open; what belongs to one user is not worth asking for."""
    closed = [f"Disallow: {path}" for path in PRIVATE]
    return "\n".join(["User-agent: *", *closed, "Allow: /", "", f"Sitemap: {site}/sitemap.xml", ""])


def security(contact: str, site: str, now: datetime) -> str:
    """Where to report a hole, as RFC 9116 has it; the same for a whole day."""
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    expires = (today + VALID_FOR).strftime("%Y-%m-%dT%H:%M:%SZ")
    lines = {
        "Contact": contact,
        "Expires": expires,
        "Preferred-Languages": "en",
        "Canonical": f"{site}/.well-known/security.txt",
        "Policy": f"{site}/about/contact/#security",
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items())
