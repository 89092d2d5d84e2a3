"""The report has the keys of DESIGN section 7, in their order, and rounds every figure."""

import json
import math

import pytest

from assessments.domain.report import readiness_report
from assessments.domain.scoring import gate_statuses, score
from tests.assessments.domain.builders import CAREER, answers, gate, instrument, published, skill

SMALL = instrument(skill("a", 4, 1), skill("b", 5, 2), skill("c", 3, 1, "lead"), gates=(gate("degree"),))
GIVEN = answers({"a": 3, "b": 1})


def report() -> dict[str, object]:
    return readiness_report(SMALL, score(SMALL, GIVEN), gate_statuses(SMALL, "nurse", {"degree": "met"}))


def test_the_keys_stand_in_the_published_order() -> None:
    found = json.loads(json.dumps(report()))
    assert list(found) == ["career", "level", "instrument", "readiness", "domains", "skills", "gates", "levers"]
    assert list(found["readiness"]) == ["score", "low", "high", "band", "complete"]
    assert list(found["domains"][0]) == ["id", "score", "low", "high", "answered", "skills"]
    assert list(found["skills"][0]) == [
        *("id", "likely", "low", "high", "mean"),
        *("required", "meets", "points_lost", "status"),
    ]
    assert list(found["gates"][0]) == ["id", "necessity", "status"]
    assert list(found["levers"][0]) == ["skill", "points"]


def test_it_names_career_level_and_version() -> None:
    assert (report()["career"], report()["level"], report()["instrument"]) == (CAREER, "cmio", 7)


def test_scores_and_points_have_two_decimals_and_chances_four() -> None:
    readiness, found = score(SMALL, GIVEN), json.loads(json.dumps(report()))
    assert found["readiness"]["score"] == round(readiness.overall.score, 2)
    assert found["readiness"]["low"] == round(readiness.overall.low, 2)
    assert found["readiness"]["high"] == round(readiness.overall.high, 2)
    # A lone skill rated 3 of 4, worked out by hand beside the scoring tests.
    first = found["skills"][0]
    assert (first["id"], first["likely"], first["low"], first["high"], first["required"]) == ("a", 3, 2, 4, 4)
    assert (first["mean"], first["meets"], first["points_lost"]) == (3.03, 0.3208, 6.51)
    assert found["levers"][0] == {"skill": "b", "points": found["skills"][1]["points_lost"]}


def test_a_domain_that_is_not_shown_has_no_score() -> None:
    domains = report()["domains"]
    assert isinstance(domains, list)
    # 73.9776 for "a"; "b" has a mean level of 1.01918, so 20.3836 of five, at twice the weight
    assert domains[0]["score"] == round((73.9776 + 2 * 20.3836) / 3, 2)
    assert domains[1] == {"id": "lead", "score": None, "low": None, "high": None, "answered": 0, "skills": 1}


def test_with_a_skill_that_nobody_rated_the_whole_is_not_complete() -> None:
    found = json.loads(json.dumps(report()))
    assert [one["status"] for one in found["skills"]] == ["unsure", "gap", "unsure"]
    assert found["readiness"]["complete"] is False
    assert found["readiness"]["band"] == "building"


def test_gates_stand_beside_the_score() -> None:
    assert report()["gates"] == [{"id": "degree", "necessity": "required", "status": "met"}]


def test_the_published_instrument_gives_numbers_that_json_has() -> None:
    wanted = published()
    found = score(wanted, answers({skill.id: 5 for skill in wanted.skills}))
    whole = readiness_report(wanted, found, gate_statuses(wanted, "physician", {}))
    json.dumps(whole, allow_nan=False)
    lost = [one["points_lost"] for one in whole["skills"]]
    assert len(lost) == 31
    assert all(math.copysign(1, points) == 1 for points in lost)
    assert sum(lost) == pytest.approx(100 - whole["readiness"]["score"], abs=31 * 0.005 + 0.005)
    assert len(whole["levers"]) == 3
