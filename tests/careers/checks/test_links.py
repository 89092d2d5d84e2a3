"""Links inside the site are followed: to pages, to guides, and to places on them."""

import pytest
from django.utils import timezone

from careers.checks.links import Site
from careers.models import FormerSlug
from tests.content import CMIO, career, guide

OTHER = "chief-medical-officer"
PAGE, SECTION = "leads to no page of this site", "which is no section of that guide"
START = "leads nowhere: begin it with https:// for another site, / for this one, # for this guide"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "link",
    [
        "https://example.org/nowhere",
        "mailto:a@example.org",
        "#salary",
        "#sources",
        "/",
        "/careers/",
        "/about/research/",
        f"/careers/{OTHER}/",
        f"/careers/{OTHER}/#salary",
        f"/careers/{CMIO}/#career-path",
        f"/careers/{OTHER}.pdf",
        "/careers/compare/?role=a&role=b",
        "/careers/former/",
    ],
)
def test_a_link_that_leads_somewhere(link: str) -> None:
    FormerSlug.objects.create(slug="former", career=career(), moved_at=timezone.now())
    assert Site(guide()).fault(link) == ""


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("#nothing", f"leads to #nothing, {SECTION}"),
        ("/nothing/", PAGE),
        ("/careers", PAGE),
        ("/careers/nobody/", "leads to nobody, which is no guide of this site"),
        ("/careers/nobody/toolkit/", "leads to nobody, which is no guide of this site"),
        (f"/careers/{OTHER}/#nothing", f"leads to #nothing, {SECTION}"),
        ("careers/", START),
        ("//example.org/", START),
        ("", START),
        ("/%zz\x00/", PAGE),
    ],
)
def test_a_link_that_leads_nowhere(link: str, told: str) -> None:
    assert Site(guide()).fault(link) == told


@pytest.mark.django_db
def test_a_guide_that_is_new_knows_its_own_address() -> None:
    site = Site(guide() | {"slug": "brand-new"})
    assert site.fault("/careers/brand-new/#salary") == ""
    assert site.fault(f"/careers/{CMIO}/#salary") == ""
