"""The page about the assessment counts what is live, and shows a simulation only where it measured that."""

from copy import deepcopy

import pytest
from django.test import Client

from assessments.services import simulations
from careers.models import InstrumentVersion
from tests.careers.pages import page

pytestmark = pytest.mark.django_db
PATH = "/about/instrument/"
NOT_MEASURED = "has not been measured with simulated people yet"


def test_it_counts_what_is_live(client: Client) -> None:
    text = page(client, PATH).text
    version = InstrumentVersion.objects.get()
    skills, items = version.document["competencies"]["skills"], version.document["actions"]["knowledge_items"]
    assert f"This is version {version.number} of the assessment. It has {len(skills)} skills in" in text
    assert f"and {len(items)} scenario questions" in text
    assert all(point in text for point in version.document["competencies"]["uncertainties"])


def test_it_says_for_what_it_is_and_that_nobody_validated_it(client: Client) -> None:
    text = page(client, PATH).text
    assert "It is for your own development" in text
    assert "not made for hiring" in text
    assert "No comparison with observed performance" in text


def test_it_shows_what_was_measured(client: Client) -> None:
    text = page(client, PATH).text
    full = simulations.kept(InstrumentVersion.objects.get())[0]["levels"][1]["full"]["readiness"]
    holds = f"{full['range_holds_truth']['value']:.1%}"
    assert f"CMIO, full assessment Questions: 87 Range holds the truth: {holds}" in text
    assert NOT_MEASURED not in text


def test_it_shows_no_measurement_of_another_instrument(client: Client) -> None:
    old = InstrumentVersion.objects.get()
    document = deepcopy(old.document)
    document["competencies"]["skills"][0]["weight_by_level"]["cmio"] += 1
    InstrumentVersion.objects.create(
        catalogue=old.catalogue, number=old.number + 1, document=document, live_from=old.live_from
    )
    found = page(client, PATH)
    assert NOT_MEASURED in found.text
    assert "Range holds the truth" not in found.text


def test_without_an_instrument_it_says_what_stands_without_one(client: Client) -> None:
    InstrumentVersion.objects.all().delete()
    found = page(client, PATH)
    assert "not made for hiring" in found.text
    assert NOT_MEASURED in found.text
    assert "This is version" not in found.text


def test_each_source_is_cited_and_each_citation_has_its_source(client: Client) -> None:
    found = page(client, PATH)
    assert {link for link in found.links if link.startswith("#ref-")} == {"#ref-1", "#ref-2"}
    assert {id for id in found.ids if id.startswith("ref-")} == {"ref-1", "ref-2"}
