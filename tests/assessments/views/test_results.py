"""The frozen result: every sentence says what its tables say, gates stand apart, and nothing later changes it."""

import re
from copy import deepcopy

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.models import Attempt
from assessments.services import attempts, profiles
from careers.models import InstrumentVersion
from tests import journeys, markup

pytestmark = pytest.mark.django_db
LATER = journeys.NOW.replace(year=2027)
MIXED = {"cds": 5, "ethics": 0, "communication": 4, "finance_roi": 1, "problem_solving": 5}


@pytest.fixture
def attempt(alice: User) -> Attempt:
    """Submitted by a physician whose answers differ from skill to skill."""
    journeys.physician(alice)
    attempt = journeys.started(alice)
    for skill, level in MIXED.items():
        journeys.rate(attempt, level, only=[skill])
    journeys.rate(attempt, 3, only=[skill for skill in journeys.skills(attempt) if skill not in MIXED])
    attempts.submit(attempt=attempt, at=journeys.NOW)
    return Attempt.objects.for_user(alice).get()


def opened(client: Client, attempt: Attempt) -> markup.Element:
    answer = client.get(journeys.address(attempt, "result/"))
    assert answer.status_code == 200
    return markup.read(answer)


def said(client: Client, attempt: Attempt) -> list[str]:
    """All words of the page but for those that offer a newer version."""
    page = markup.without_tokens(client.get(journeys.address(attempt, "result/")).content).decode()
    return re.sub(r"<section[^>]*h-update.*?</section>", "", page, flags=re.DOTALL).split()


def rows(page: markup.Element, section: str) -> list[list[str]]:
    return page.one("section", aria_labelledby=section).one("table").rows


def numbers(text: str) -> list[int]:
    return [int(found) for found in re.findall(r"\b\d+\b", text)]


def in_sentence(name: str) -> str:
    return name if name[1].isupper() else name[0].lower() + name[1:]


def test_score_range_and_band_are_the_same_wherever_they_stand(as_alice: Client, attempt: Attempt) -> None:
    readiness = attempt.result.document["report"]["readiness"]
    score, low, high = (int(readiness[name] + 0.5) for name in ("score", "low", "high"))
    page = opened(as_alice, attempt)
    assert 40 < low < score < high < 100
    gauge = page.one("svg", class_="gauge")
    assert numbers(gauge["aria-label"]) == [score, 100, low, high, 75]
    assert gauge.one("text", class_="g-num").text == str(score)
    assert numbers(page.one("figure", class_="gfig").one("p", class_="meta").text) == [low, high, 75]
    assert numbers(page.one("section", aria_labelledby="h-sure").all("p")[1].text) == [8, 10, low, high, high - low]
    assert rows(page, "h-history") == [["1 December 2026", f"{low} to {high}", str(score)]]


@pytest.mark.parametrize(("rating", "band"), [(0, "Starting out"), (1, "Starting out"), (2, "Building"), (5, "Ready")])
def test_the_band_is_named_after_the_score(as_alice: Client, alice: User, rating: int, band: str) -> None:
    page = opened(as_alice, journeys.submitted(alice, rating))
    score, *_ = numbers(page.one("svg", class_="gauge")["aria-label"])
    edges = {"Starting out": range(40), "Building": range(40, 60), "Close to ready": range(60, 75)}
    assert page.one("p", class_="gword").text == band
    assert score in edges.get(band, range(75, 101))


def test_the_three_counts_are_those_of_the_table_of_all_skills(as_alice: Client, attempt: Attempt) -> None:
    page = opened(as_alice, attempt)
    statuses = [row[-1] for row in rows(page, "all-skills")]
    met, gap, unsure = (statuses.count(word) for word in ("Met", "Gap", "Unsure"))
    counts = [entry.text for entry in page.one("section", aria_labelledby="h-standing").all("dd", class_="big")]
    assert counts == [f"{met} of 31 skills", str(gap), str(unsure)]
    assert (met + gap + unsure, min(met, gap, unsure) > 0) == (31, True)
    assert f"You already meet {met} of 31 skills." in page.one("div", class_="rtext").text


def test_gaps_are_ranked_by_the_points_they_cost_and_the_headline_names_the_first(
    as_alice: Client, attempt: Attempt
) -> None:
    page = opened(as_alice, attempt)
    table = rows(page, "all-skills")
    points = [float(row[4]) for row in table]
    assert points == sorted(points, reverse=True)
    score = attempt.result.document["report"]["readiness"]["score"]
    assert sum(points) == pytest.approx(100 - score, abs=31 * 0.05)
    gaps = [row for row in table if row[-1] == "Gap"]
    shown = page.one("ol", class_="gaps").all("li")
    assert len(shown) == min(6, len(gaps))
    for row, entry in zip(gaps, shown, strict=False):
        assert row[0].startswith(entry.one("h3").text)
        assert entry.all("strong")[0].text in {f"Costs {row[4]} points", f"Costs {row[4]} point"}
    first, second = (in_sentence(entry.one("h3").text) for entry in shown[:2])
    assert page.one("h1").text == f"Two gaps matter most: {first}, and {second}"


def test_the_levers_lead_from_the_score_to_what_the_sentence_promises(as_alice: Client, attempt: Attempt) -> None:
    page = opened(as_alice, attempt)
    table, score = rows(page, "h-levers"), attempt.result.document["report"]["readiness"]["score"]
    assert len(table) == 3
    after = score
    for row in table:
        after += float(row[2])
        assert int(row[3]) == pytest.approx(after, abs=0.7)
    title = page.one("section", aria_labelledby="h-levers").one("h3").text
    assert title == f"Three changes would move you from {int(score + 0.5)} to about {table[-1][3]}"


def test_domains_run_from_the_furthest_to_the_nearest_as_their_title_says(as_alice: Client, attempt: Attempt) -> None:
    page = opened(as_alice, attempt)
    table = rows(page, "h-domains")
    scores = [int(row[2]) for row in table]
    assert len(table) == 9
    assert scores == sorted(scores)
    for row, score in zip(table, scores, strict=True):
        low, high = numbers(row[3])
        assert low <= score <= high
    title = page.one("section", aria_labelledby="h-domains").one("h3").text
    furthest, nearest = table[0][0], in_sentence(table[-1][0])
    assert title == f"{furthest} is furthest from the requirement; {nearest} is nearest"


def test_every_chart_is_a_table_with_a_name_headings_and_hidden_pictures(as_alice: Client, attempt: Attempt) -> None:
    page = opened(as_alice, attempt)
    charts = page.all("table", class_="chart")
    assert [chart.one("thead").all("th")[0].text for chart in charts] == ["Domain", "Change", "Date"]
    for chart in charts:
        heads = chart.one("thead").all("th")
        assert chart["aria-label"]
        assert all(head.text and head["scope"] == "col" for head in heads)
        assert all(len(row) == len(heads) for row in chart.rows)
        assert all(row.all("th", scope="row") for row in chart.one("tbody").all("tr"))
    pictures = [svg for svg in page.all("svg") if not svg.around("svg") and svg["aria-hidden"] != "true"]
    assert [svg["role"] for svg in pictures] == ["img"]


def test_gates_stand_beside_the_score_and_never_move_it(as_alice: Client, alice: User, attempt: Attempt) -> None:
    page = opened(as_alice, attempt)
    section = page.one("section", aria_labelledby="h-gates")
    states = [entry.all("dd")[-1].text for entry in section.one("dl").children if isinstance(entry, markup.Element)]
    assert numbers(section.one("p", class_="lede").text) == [2, 6]
    assert (states.count("Met"), states.count("In progress")) == (2, 1)
    profiles.save_gates(user=alice, states=dict.fromkeys(["medical_degree", "licence", "primary_board"], "not_met"))
    again = journeys.rate(journeys.started(alice))
    before = attempts.submit(attempt=again, at=LATER).document["report"]["readiness"]
    plain = journeys.submitted(alice, at=LATER).result.document["report"]["readiness"]
    assert before == plain


def test_without_a_profile_the_conditions_ask_for_it(as_alice: Client, alice: User) -> None:
    section = opened(as_alice, journeys.submitted(alice)).one("section", aria_labelledby="h-gates")
    gates = [entry for entry in section.one("dl").children if isinstance(entry, markup.Element)]
    assert numbers(section.all("summary")[0].text) == [len(gates)] == [13]
    assert [gate.all("dd")[-1].text for gate in gates] == [""] * 13
    assert section.all("a")[0]["href"] == "/profile/"


def test_a_result_never_changes_whatever_happens_to_profile_and_catalogue(
    as_alice: Client, alice: User, attempt: Attempt
) -> None:
    before = said(as_alice, attempt)
    profiles.save_work(user=alice, profession="nurse", country="DE", ehr="none")
    version = InstrumentVersion.objects.get()
    document = deepcopy(version.document)
    for skill in document["competencies"]["skills"]:
        skill.update(name="Renamed", required=dict.fromkeys(skill["required"], 1))
    InstrumentVersion.objects.create(
        catalogue=version.catalogue, number=2, document=document, live_from=version.live_from
    )
    assert said(as_alice, attempt) == before


def test_the_second_result_stands_below_the_first_with_what_changed(as_alice: Client, alice: User) -> None:
    first, deputy = journeys.submitted(alice, 1), journeys.submitted(alice, 5, level="deputy", at=LATER)
    second = journeys.submitted(alice, 4, at=LATER)
    table = rows(opened(as_alice, second), "h-history")
    assert [row[0] for row in table] == ["1 December 2026", "1 December 2027"]
    change = int(table[1][2]) - int(table[0][2])
    section = opened(as_alice, second).one("section", aria_labelledby="h-history")
    assert (
        f"Up {change} since 1 December 2026. The two ranges do not overlap, so this is a real change." in section.text
    )
    assert rows(opened(as_alice, first), "h-history") == table[:1]
    assert len(rows(opened(as_alice, deputy), "h-history")) == 1


def test_before_submission_there_is_only_the_task_list(as_alice: Client, alice: User) -> None:
    attempt = journeys.started(alice)
    answer = as_alice.get(journeys.address(attempt, "result/"))
    assert (answer.status_code, answer["Location"]) == (302, journeys.address(attempt))
