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
    other = Career.objects.filter(slug=slug).first()
    if other and other != career:
        return f"“{slug}” is the address of the guide {other}."
    former = FormerSlug.objects.filter(slug=slug).select_related("career").first()
    if former and former.career != career:
        return f"“{slug}” was the address of the guide {former.career}, and leads to {former.career.slug} now."
    return ""
