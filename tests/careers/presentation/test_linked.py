"""What a guide says in schema.org's vocabulary: no more than its page, and no figure without its doubts."""

from datetime import UTC, datetime
from typing import Any

import pytest

from careers.presentation.linked import graph
from tests.careers.presentation import builders

SITE = "https://coach.example.org"
AT = datetime(2026, 11, 23, tzinfo=UTC)


def found(kind: str, document: dict[str, Any] | None = None) -> Any:
    data = graph(document or builders.published(builders.CMIO), number=4, live_from=AT, site=SITE)
    assert data["@context"] == "https://schema.org"
    return next((entry for entry in data["@graph"] if entry["@type"] == kind), None)


def salary(*figures: dict[str, Any], **facts: Any) -> Any:
    document = builders.document(figures=list(figures))
    document["key_facts"] |= {"pay": figures[0]["key"]} | facts
    return found("Occupation", document)["estimatedSalary"][0]


def test_a_median_is_a_distribution_with_nothing_invented() -> None:
    given = salary(builders.figure(label="Median pay"))
    assert given["@type"] == "MonetaryAmountDistribution"
    assert (given["median"], given["currency"], given["duration"]) == (300_000, "USD", "P1Y")
    assert not [name for name in given if name.startswith("percentile")]
    assert given["description"] == "Someone: United States, 2020, n 100, a year."


def test_what_is_no_median_is_the_amount_or_the_range_that_is_printed() -> None:
    average = salary(builders.figure(label="Average pay", estimate=True))
    assert (average["@type"], average["value"]) == ("MonetaryAmount", 300_000)
    assert average["description"].startswith("Estimate. ")
    span = salary(builders.figure(label="Median band", low=1, high=2))
    assert (span["minValue"], span["maxValue"]) == (1, 2)
    assert "median" not in span
    upwards = salary(builders.figure(low=1, high=2, open_ended=True))
    assert "maxValue" not in upwards


def test_a_disputed_figure_says_who_disagrees() -> None:
    rival = builders.figure("rival", value=500_000)
    given = salary(builders.figure(conflicts_with=["rival"]), rival, cautions={"pay": "Disputed. Low."})
    assert given["description"].startswith("Disputed. Low. Someone: ")
    assert given["description"].endswith("Disputed by: Label of rival, $500,000 (2020).")


def test_the_real_headline_carries_its_caution() -> None:
    pay, span = found("Occupation")["estimatedSalary"]
    assert pay["median"] == 200_000
    assert builders.published(builders.CMIO)["key_facts"]["cautions"]["pay"] in pay["description"]
    assert span["minValue"] == 170_000
    # The guide prints $350,000 "or more", which is no highest value.
    assert "maxValue" not in span


def test_an_occupation_without_pay_says_nothing_about_it() -> None:
    occupation = found("Occupation", builders.document())
    assert not {"estimatedSalary", "occupationLocation", "skills", "alternateName"} & occupation.keys()
    assert occupation["educationRequirements"] == "A degree."


@pytest.mark.parametrize("slug", builders.slugs())
def test_skills_and_duties_are_those_of_the_sections(slug: str) -> None:
    document, occupation = builders.published(slug), found("Occupation", builders.published(slug))
    sections = {row["kind"]: row for row in document["sections"]}
    assert all(row["title"] in occupation["skills"] for row in sections["technical_skills"]["items"])
    assert all(row["title"] in occupation["responsibilities"] for row in sections["responsibilities"]["items"])


def test_the_article_has_its_dates_and_every_source() -> None:
    article, document = found("Article"), builders.published(builders.CMIO)
    assert article["datePublished"] == article["dateModified"] == "2026-11-23T00:00:00+00:00"
    assert article["version"] == 4
    assert article["citation"] == [row["url"] or row["title"] for row in document["sources"]]
    assert article["about"]["@id"] == found("Occupation")["@id"]


def test_questions_have_their_answers() -> None:
    asked = next(row for row in builders.published(builders.CMIO)["sections"] if row["kind"] == "faq")["items"]
    given = [(entry["name"], entry["acceptedAnswer"]["text"]) for entry in found("FAQPage")["mainEntity"]]
    assert given == [(row["question"], row["answer"]) for row in asked]


def test_a_guide_without_questions_has_no_page_of_them() -> None:
    assert found("FAQPage", builders.document()) is None


def test_the_crumbs_lead_from_home_to_the_guide() -> None:
    steps = found("BreadcrumbList")["itemListElement"]
    assert [(step["position"], step["item"]) for step in steps] == [
        (1, f"{SITE}/"),
        (2, f"{SITE}/careers/"),
        (3, f"{SITE}/careers/{builders.CMIO}/"),
    ]
