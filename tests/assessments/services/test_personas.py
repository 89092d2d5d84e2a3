"""A persona is read against the version of the instrument that is live at the time, for its career and level."""

import json
from datetime import timedelta

import pytest

from assessments.domain.persona import PersonaError
from assessments.services.personas import load
from careers.models import InstrumentVersion
from tests.assessments.domain.builders import persona
from tests.assessments.runs import LATER, NOW, publish_another
from tests.content import CMIO

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _live_since_now() -> None:
    InstrumentVersion.objects.update(live_from=NOW)


def written(**changes: object) -> bytes:
    return json.dumps(persona() | changes).encode()


def refusal(raw: bytes) -> str:
    with pytest.raises(PersonaError) as caught:
        load(raw, at=NOW)
    return str(caught.value)


@pytest.mark.parametrize(("level", "required"), [("deputy", 3), ("cmio", 4), ("senior", 5)])
def test_it_is_read_against_the_level_that_it_names(level: str, required: int) -> None:
    instrument, found = load(written(level=level), at=NOW)
    assert (instrument.career, instrument.level, instrument.version) == (CMIO, level, 1)
    assert next(skill.required for skill in instrument.skills if skill.id == "ehr_optimisation") == required
    assert (found.career, found.level, found.answers.mentor_ratings) == (CMIO, level, {"cds": 2})


def test_it_is_read_against_the_version_of_the_time() -> None:
    publish_another()
    InstrumentVersion.objects.filter(number=2).update(live_from=LATER)
    versions = [load(written(), at=at)[0].version for at in (NOW, LATER - timedelta(seconds=1), LATER)]
    assert versions == [1, 1, 2]


@pytest.mark.parametrize("career", ["chief-medical-officer", "no-such-career", "", "🦉", "x" * 1000])
def test_a_career_without_requirements_is_refused_by_name(career: str) -> None:
    said = refusal(written(career=career))
    assert said.startswith("career: '")
    assert said.endswith("is not a career with published requirements")
    assert len(said) < 150


def test_before_anything_is_live_no_career_can_be_measured() -> None:
    with pytest.raises(PersonaError, match=f"career: '{CMIO}' is not a career with published requirements"):
        load(written(), at=NOW - timedelta(seconds=1))


@pytest.mark.parametrize("level", ["CMIO", "chief", "", "cmio "])
def test_another_level_is_refused_with_those_there_are(level: str) -> None:
    assert refusal(written(level=level)) == f"level: {level!r} is not one of deputy, cmio, senior"
