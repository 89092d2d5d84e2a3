"""A guide's page: facts with what speaks against them, the ladder, the contents and the review."""

from datetime import date
from typing import Any

import pytest

from careers.presentation.figures import References
from careers.presentation.guide import guide, is_assessed, minutes, stairs
from tests.careers.presentation import builders

TODAY = date(2026, 12, 1)
PAY = [
    builders.figure("pay", value=200_000, conflicts_with=["rival", "other"]),
    builders.figure("rival", value=300_000),
    builders.figure("other", value=400_000),
]


def shown(today: date = TODAY, **given: Any) -> dict[str, Any]:
    return guide(builders.document(**given), number=3, today=today)


def facts(**given: Any) -> dict[str, Any]:
    return {**builders.document()["key_facts"], **given}


def rung(name: str, total: str = "5 years") -> dict[str, Any]:
    return {"id": name, "title": name.upper(), "experience_total": total}


def path(count: int) -> list[dict[str, Any]]:
    return [builders.section("path", "career_path", levels=[rung(f"r{n}") for n in range(count)])]


def test_it_says_edition_and_both_dates_of_review() -> None:
    page = shown()
    assert (page["edition"], page["reviewed"], page["review_by"]) == (3, "23 November 2026", "23 May 2027")


@pytest.mark.parametrize(("day", "late"), [(date(2027, 5, 23), False), (date(2027, 5, 24), True)])
def test_a_review_is_overdue_the_day_after_it_was_due(day: date, late: bool) -> None:
    assert shown(day)["overdue"] is late


def test_the_order_of_countries_reaches_their_table() -> None:
    page = guide(builders.published(builders.CMIO), number=1, today=TODAY, sort="-ppp")
    (rows,) = [section["countries"] for section in page["sections"] if section["kind"] == "global"]
    assert [row["country"] for row in rows[:3]] == ["SA", "AE", "US"]


def test_missing_facts_are_left_out() -> None:
    assert shown()["facts"] == []
    assert [fact["label"] for fact in shown(figures=PAY, key_facts=facts(pay="pay"))["facts"]] == ["Pay"]


def test_openings_do_not_repeat_what_their_label_says() -> None:
    posts = builders.figure("posts", measure="openings", unit="openings", value=3_200)
    (fact,) = shown(figures=[posts], key_facts=facts(openings="posts"))["facts"]
    assert (fact["label"], fact["value"]) == ("Openings a year", "3,200")


def test_a_caution_stands_with_its_fact_and_the_one_on_pay_in_a_block_of_its_own() -> None:
    given = facts(pay="pay", growth="rival", cautions={"pay": "Disputed.", "growth": "Unsure.", "openings": ""})
    page = shown(figures=PAY, key_facts=given)
    assert [fact["caution"] for fact in page["facts"]] == ["", "Unsure."]
    assert page["pay"]["caution"] == "Disputed."


def test_editors_choose_what_stands_against_pay() -> None:
    page = shown(figures=PAY, key_facts=facts(pay="pay", pay_compare=["other"]))
    assert [rival.key for rival in page["pay"]["against"]] == ["other"]


def test_without_a_choice_all_rivals_stand_against_pay() -> None:
    page = shown(figures=PAY, key_facts=facts(pay="pay"))
    assert [rival.key for rival in page["pay"]["against"]] == ["rival", "other"]


def test_undisputed_pay_has_no_block() -> None:
    assert shown(figures=PAY, key_facts=facts(pay="other"))["pay"] is None


def test_no_pay_has_no_block() -> None:
    assert shown()["pay"] is None


def test_the_ladder_has_its_top_rung_first() -> None:
    steps = stairs(builders.document(sections=path(3)))
    assert [(step["title"], step["step"]) for step in steps] == [("R2", 5), ("R1", 4), ("R0", 3)]


def test_a_long_ladder_stays_on_the_page() -> None:
    assert [step["step"] for step in stairs(builders.document(sections=path(7)))] == [5, 4, 3, 2, 1, 1, 1]


def test_no_career_path_has_no_ladder() -> None:
    assert shown()["stairs"] == []


def test_a_short_guide_lists_its_sections_in_order() -> None:
    ((title, rows),) = shown(sections=[builders.section("b"), builders.section("a")])["contents"]
    assert (title, [row["slug"] for row in rows]) == ("", ["b", "a"])


def test_a_long_guide_groups_all_its_sections() -> None:
    document = builders.published(builders.CMIO)
    page = guide(document, number=1, today=TODAY)
    assert [title for title, _ in page["contents"]] == ["The job", "Getting there", "Money and market", "Deciding"]
    listed = sorted(row["slug"] for _, rows in page["contents"] for row in rows)
    assert listed == sorted(row["slug"] for row in document["sections"])


def test_groups_without_sections_are_left_out() -> None:
    many = [builders.section(f"s{n}", "faq", items=[]) for n in range(20)]
    assert [title for title, _ in shown(sections=many)["contents"]] == ["Deciding"]


def test_a_guide_with_a_readiness_section_leads_to_the_check() -> None:
    assert is_assessed(builders.published(builders.CMIO))
    assert not is_assessed(builders.document())


def test_reading_takes_at_least_a_minute_and_grows_with_the_text() -> None:
    assert minutes(builders.document()) == 1
    assert minutes(builders.document(sections=[builders.section(body="word " * 2_300)])) == 10


def test_the_short_name_is_the_abbreviation_or_the_title() -> None:
    assert (shown()["short"], shown(abbreviation="PR")["short"]) == ("Pilot of Records", "PR")


def test_the_industries_carry_their_source_where_it_is_named() -> None:
    assert shown()["industries_mark"] is None
    assert shown(key_facts=facts(top_industries_source="survey"))["industries_mark"].number == 1


@pytest.mark.parametrize("slug", builders.slugs())
def test_every_anchor_that_a_guide_links_to_is_given_once(slug: str) -> None:
    document = builders.published(slug)
    page = guide(document, number=1, today=TODAY)
    rows = [row for section in page["sections"] for chart in section["charts"] for row in chart.rows]
    anchors = [row.anchor for row in rows if row.anchor]
    anchors += [row["anchor"] for section in page["sections"] for row in section.get("countries", ()) if row["anchor"]]
    assert len(anchors) == len(set(anchors))
    rivals = [rival for row in document["figures"] for rival in References(document).rivals(row["conflicts_with"])]
    assert {rival.anchor for rival in rivals if rival.anchor} <= set(anchors)
