"""`readiness` prints what DESIGN fixes: keys in their order, numbers that add up, equal bytes for equal personas."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.assessments.domain.builders import CAREER, persona, published
from tests.assessments.management.printing import run, run_on

pytestmark = pytest.mark.django_db

KEYS = ["career", "level", "instrument", "readiness", "domains", "skills", "gates", "levers"]
ROWS: dict[str, dict[str, type | tuple[type, ...]]] = {
    "domains": {"id": str, "score": float, "low": float, "high": float, "answered": int, "skills": int},
    "skills": {
        "id": str,
        "likely": int,
        "low": int,
        "high": int,
        "mean": float,
        "required": int,
        "meets": float,
        "points_lost": float,
        "status": str,
    },
    "gates": {"id": str, "necessity": str, "status": str},
    "levers": {"skill": str, "points": float},
}


def all_rated(**changes: Any) -> dict[str, Any]:
    """A persona in which every skill is rated, so that no figure is missing."""
    ratings = {skill.id: {"level": place % 6} for place, skill in enumerate(published().skills)}
    return persona() | {"ratings": ratings} | changes


@pytest.fixture
def document() -> Any:
    return run_on("readiness", all_rated()).document


def test_the_keys_are_those_that_were_agreed_in_their_order(document: Any) -> None:
    assert list(document) == KEYS
    assert list(document["readiness"]) == ["score", "low", "high", "band", "complete"]
    assert (document["career"], document["level"], document["instrument"]) == (CAREER, "cmio", 1)


@pytest.mark.parametrize("part", ROWS)
def test_every_row_has_its_keys_and_types(document: Any, part: str) -> None:
    assert document[part]
    for row in document[part]:
        assert list(row) == list(ROWS[part])
        assert [type(value) for value in row.values()] == list(ROWS[part].values())


def test_the_rows_are_all_there_in_the_order_of_the_catalogue(document: Any) -> None:
    instrument = published()
    assert [row["id"] for row in document["skills"]] == [skill.id for skill in instrument.skills]
    assert [row["id"] for row in document["domains"]] == [domain.id for domain in instrument.domains]
    assert [row["id"] for row in document["gates"]] == [gate.id for gate in instrument.gates]
    assert [row["required"] for row in document["skills"]] == [skill.required for skill in instrument.skills]


def test_the_points_that_skills_lose_are_what_readiness_lacks(document: Any) -> None:
    lost = sum(row["points_lost"] for row in document["skills"])
    assert lost == pytest.approx(100 - document["readiness"]["score"], abs=0.2)
    dearest = sorted(document["skills"], key=lambda row: -row["points_lost"])[:3]
    assert document["levers"] == [{"skill": row["id"], "points": row["points_lost"]} for row in dearest]


def test_gates_are_listed_as_the_persona_has_them(document: Any) -> None:
    statuses = {row["id"]: row["status"] for row in document["gates"]}
    assert (statuses["medical_degree"], statuses["primary_board"], statuses["licence"]) == (
        "met",
        "in_progress",
        "not_met",
    )


def test_a_domain_that_is_hardly_rated_has_no_score() -> None:
    document = run_on("readiness", persona()).document
    assert document["readiness"]["complete"] is False
    by_id = {row["id"]: row for row in document["domains"]}
    assert by_id["cds_ai"] == {"id": "cds_ai", "score": None, "low": None, "high": None, "answered": 1, "skills": 3}


@pytest.mark.parametrize("level", ["deputy", "senior"])
def test_it_measures_against_the_level_that_is_named(document: Any, level: str) -> None:
    other = run_on("readiness", all_rated(level=level)).document
    assert other["level"] == level
    assert other["readiness"] != document["readiness"]


def test_without_a_plan_a_persona_can_be_measured() -> None:
    data = all_rated()
    del data["plan"]
    assert run_on("readiness", data) == run_on("readiness", all_rated())


def test_a_file_and_standard_input_give_the_same_bytes_whatever_the_order_of_keys(tmp_path: Path) -> None:
    data = all_rated()
    path = tmp_path / "persona with a space – ü.json"
    path.write_text(json.dumps(dict(reversed(data.items())), indent=4))
    printed = run("readiness", path)
    assert printed == run_on("readiness", data)
    assert (printed.status, printed.err) == (0, "")
    assert printed.out.endswith("}\n")
    assert printed.out.isascii()
