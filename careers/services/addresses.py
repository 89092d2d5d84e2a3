"""Which address a guide may have: each leads to one guide for as long as the site stands."""

from careers.models import Career, FormerSlug
from careers.slugs import RESERVED, SHAPE

LONGEST = 80


def refusal(slug: str, career: Career | None = None) -> str:
    """Why the guide, or a new one, cannot have that word in its address; empty where it can."""
    if not SHAPE.fullmatch(slug) or len(slug) > LONGEST:
        return f"Use small letters a to z, digits and single hyphens, {LONGEST} characters at most."
    if slug in RESERVED:
        return f"“{slug}” is the address of another page."
    return taken(slug, career)


def taken(slug: str, career: Career | None = None) -> str:
    """Which other guide has that address, or had it before it moved; empty where none has."""
    pk = career.pk if career else None
    if other := Career.objects.filter(slug=slug).exclude(pk=pk).first():
        return f"“{slug}” is the address of the guide {other}."
    if former := FormerSlug.objects.filter(slug=slug).exclude(career=pk).select_related("career").first():
        return f"“{slug}” was the address of the guide {former.career}, and leads to {former.career.slug} now."
    return ""
