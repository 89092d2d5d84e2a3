"""A guide and the instrument open as their rows in order, with what is to be done about each."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from careers import models as m
from tests.careers.admin.desk import address
from tests.careers.pages import Page, page
from tests.content import career, the_catalogue

# What is drawn and who may do what is worked out here, from the same rows on every database.
pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def opened(client: Client, root: m.Career | m.Catalogue) -> Page:
    return page(client, address("change", root))


def line(found: Page, row: m.Section | m.Skill | m.Domain) -> str:
    """What the list says of the row, up to the next one."""
    start = found.html.index(f'<a href="{address("change", row)}">')
    return Page(found.html[start : found.html.index("</tr>", start)]).text


def queries(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def test_a_guide_opens_as_its_sections_in_order(as_edith: Client) -> None:
    links = opened(as_edith, career()).links
    wanted = [address("change", row) for row in career().sections.all()]
    assert [link for link in links if link in set(wanted)] == wanted


def test_figures_and_sources_are_led_to_with_their_counts(as_edith: Client) -> None:
    root, found = career(), opened(as_edith, career())
    for model, heading in ((m.Figure, "Figures"), (m.Source, "Sources")):
        count = model._default_manager.filter(career=root).count()
        assert f"{heading}: {count}" in found.text
        where = f"{address('changelist', model)}?career__id__exact={root.pk}"
        assert where in found.links
        assert f"{count} " in page(as_edith, where).text


def test_a_section_says_its_kind_its_findings_and_its_open_comments(as_edith: Client, edith: User) -> None:
    root = career()
    section = root.sections.get(kind="salary")
    assert line(opened(as_edith, root), section) == "Salary Salary none none"
    m.Section.objects.filter(pk=section.pk).update(body="# A heading\n\nText.")
    for text in ("First.", "Second."):
        m.Comment.objects.create(
            career=root, model="section", key=section.slug, field="body", text=text, by=edith, at=timezone.now()
        )
    m.Comment.objects.update_or_create(text="Second.", defaults={"resolved_at": timezone.now()})
    assert line(opened(as_edith, root), section) == "Salary Salary 1 1"


def test_the_instrument_opens_as_domains_and_skills_with_their_weights(as_edith: Client) -> None:
    root = the_catalogue()
    found = opened(as_edith, root)
    domain = m.Domain.objects.get(catalogue=root, key="ehr_workflow")
    assert line(found, domain) == f"{domain} 21 16 10 none none"
    skill = m.Skill.objects.get(catalogue=root, key="cds")
    assert line(found, skill) == f"{skill} Technical 6 5 3 4 none none"
    assert found.text.count("Sum 100 100 100") == 2
    assert "Sum 100 100 100 64" in found.text
    for heading in ("Gates: 13", "Scenario items by skill: 64", "Actions: 173", "Levels: 3", "Instrument sources: 42"):
        assert heading in found.text


def test_weights_that_do_not_sum_to_100_are_said(as_edith: Client) -> None:
    root = the_catalogue()
    m.Requirement.objects.filter(skill__key="cds", level="cmio").update(weight=7)
    found = opened(as_edith, root)
    assert "102, has to be 100" in found.text
    domain = m.Domain.objects.get(catalogue=root, key="cds_ai")
    assert line(found, domain) == f"{domain} 14 14, its skills 16 12 none none"


def test_a_skill_of_no_domain_is_shown_nevertheless(as_edith: Client) -> None:
    skill = m.Skill.objects.get(key="cds")
    m.Skill.objects.filter(pk=skill.pk).update(domain="nowhere")
    assert line(opened(as_edith, the_catalogue()), skill).startswith(str(skill))


def more_sections(count: int) -> None:
    root = career()
    m.Section.objects.bulk_create(
        m.Section(career=root, slug=f"more-{number}", title="More", kind="overview", lead="L", body="B", position=99)
        for number in range(count)
    )


def more_skills(count: int) -> None:
    root = the_catalogue()
    m.Skill.objects.bulk_create(
        m.Skill(
            catalogue=root, key=f"more-{number}", name="More", domain="cds_ai", kind="soft", weight=1, sources=["x"]
        )
        for number in range(count)
    )


@pytest.mark.parametrize(("root", "more"), [(career, more_sections), (the_catalogue, more_skills)])
def test_twenty_rows_more_ask_no_more(
    as_edith: Client, root: Callable[[], m.Career | m.Catalogue], more: Callable[[int], None]
) -> None:
    path = address("change", root())
    before = queries(as_edith, path)
    more(20)
    assert queries(as_edith, path) == before
