"""What crawlers read keeps to the rules of its formats."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as xml

from careers.presentation import found

SITE = "https://coach.example.org"
AT = datetime(2026, 11, 23, 17, 5, tzinfo=UTC)
SPACE = f"{{{found.NAMESPACE}}}"


def entries(
    guides: list[tuple[str, datetime]], toolkits: tuple[tuple[str, str, datetime], ...] = ()
) -> list[tuple[str | None, str | None]]:
    root = xml.fromstring(found.sitemap(guides, toolkits, SITE))
    assert root.tag == f"{SPACE}urlset"
    return [(row.findtext(f"{SPACE}loc"), row.findtext(f"{SPACE}lastmod")) for row in root]


def test_the_sitemap_lists_guides_with_the_day_of_their_edition() -> None:
    listed = entries([("pilot", AT), ("nurse", AT + timedelta(days=1))])
    assert listed[-2:] == [
        (f"{SITE}/careers/pilot/", "2026-11-23"),
        (f"{SITE}/careers/nurse/", "2026-11-24"),
    ]
    assert [address for address, _ in listed[:-2]] == [f"{SITE}{path}" for path in found.FIXED]


def test_a_toolkit_is_listed_kind_by_kind() -> None:
    listed = entries([], (("pilot", "interview", AT), ("pilot", "resumes", AT)))
    assert listed[-3:] == [
        (f"{SITE}/careers/pilot/toolkit/", None),
        (f"{SITE}/careers/pilot/toolkit/interview/", "2026-11-23"),
        (f"{SITE}/careers/pilot/toolkit/resumes/", "2026-11-23"),
    ]


def test_the_sitemap_stands_before_anything_is_published() -> None:
    assert len(entries([])) == len(found.FIXED)


def test_robots_names_the_sitemap_and_every_closed_part() -> None:
    lines = found.robots(SITE).splitlines()
    assert lines[0] == "User-agent: *"
    assert f"Sitemap: {SITE}/sitemap.xml" in lines
    assert [line for line in lines if line.startswith("Disallow: ")] == [f"Disallow: {path}" for path in found.PRIVATE]
    assert "Allow: /" in lines


def fields(now: datetime) -> dict[str, str]:
    return dict(line.split(": ", 1) for line in found.security("mailto:a@example.org", SITE, now).splitlines())


def test_security_has_the_fields_that_are_asked_for() -> None:
    given = fields(AT)
    assert {"Contact", "Expires", "Canonical", "Preferred-Languages", "Policy"} == given.keys()
    assert given["Contact"] == "mailto:a@example.org"
    assert given["Canonical"] == f"{SITE}/.well-known/security.txt"


def test_security_expires_within_a_year_and_stays_the_same_for_a_day() -> None:
    expires = datetime.fromisoformat(fields(AT)["Expires"])
    assert timedelta(days=300) < expires - AT < timedelta(days=365)
    assert fields(AT) == fields(AT.replace(hour=0, minute=0)) == fields(AT.replace(hour=23, minute=59, second=59))
    assert fields(AT) != fields(AT + timedelta(days=1))
