"""Rows become what the domain reads in a fixed number of queries, and a published version is read once."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assessments import snapshots
from assessments.domain.scoring import Answers
from assessments.domain.scoring import Rating as Given
from assessments.models import Rating, ScenarioAnswer
from careers.models import InstrumentVersion
from tests.assessments.domain.builders import published
from tests.assessments.runs import LATER, NOW, newest, publish_another, rate_all, started
from tests.content import CMIO, catalogue

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


@pytest.fixture
def versions() -> tuple[int, int]:
    """Two versions, live since `NOW` and since `LATER`."""
    first, second = newest(), publish_another()
    InstrumentVersion.objects.filter(pk=first.pk).update(live_from=NOW)
    InstrumentVersion.objects.filter(pk=second.pk).update(live_from=LATER)
    return first.pk, second.pk


def test_the_live_version_is_the_last_one_that_is_due(versions: tuple[int, int]) -> None:
    first, second = versions
    found = [snapshots.live_version(CMIO, at) for at in (NOW - SECOND, NOW, LATER - SECOND, LATER)]
    assert [version and version.pk for version in found] == [None, first, first, second]


@pytest.mark.parametrize("career", ["chief-medical-officer", "nowhere", "", "CHIEF-MEDICAL-INFORMATION-OFFICER"])
def test_a_career_without_requirements_has_no_version(versions: tuple[int, int], career: str) -> None:
    assert snapshots.live_version(career, LATER) is None


def test_the_live_version_brings_its_career_but_not_its_document(versions: tuple[int, int]) -> None:
    with CaptureQueriesContext(connection) as queries:
        version = snapshots.live_version(CMIO, LATER)
        assert version
        assert version.catalogue.career.slug == CMIO
    assert len(queries) == 1
    assert "document" in version.get_deferred_fields()


def test_a_version_is_read_once_for_all_its_levels(versions: tuple[int, int]) -> None:
    first, second = versions
    for version, fresh in ((first, 1 + 3), (second, 1 + 3), (first, 0), (second, 0)):
        with CaptureQueriesContext(connection) as queries:
            for level in snapshots.levels(version):
                snapshots.instrument(version, level)
            snapshots.catalogue(version)
        assert len(queries) == fresh


def test_each_version_keeps_its_own_weights(versions: tuple[int, int]) -> None:
    weights = [
        next(skill.weight for skill in snapshots.instrument(version, "cmio").skills if skill.id == "cds")
        for version in versions
    ]
    assert weights == [5, 1]
    assert [snapshots.instrument(version, "cmio").version for version in versions] == [1, 2]


def test_what_is_remembered_can_be_forgotten(versions: tuple[int, int]) -> None:
    snapshots.instrument(versions[0], "cmio")
    snapshots.forget()
    with CaptureQueriesContext(connection) as queries:
        snapshots.instrument(versions[0], "cmio")
    assert len(queries) == 2


@pytest.mark.parametrize("level", ["deputy", "cmio", "senior"])
def test_the_instrument_is_the_published_document_seen_from_a_level(level: str) -> None:
    assert snapshots.catalogue(newest().pk) == catalogue()
    assert snapshots.instrument(newest().pk, level) == published(level)


def test_levels_come_lowest_first() -> None:
    names = {"deputy": "Deputy CMIO", "cmio": "CMIO", "senior": "Senior CMIO"}
    assert list(snapshots.levels(newest().pk).items()) == list(names.items())


def test_an_unknown_level_or_version_is_an_error() -> None:
    with pytest.raises(KeyError):
        snapshots.instrument(newest().pk, "chief")
    with pytest.raises(InstrumentVersion.DoesNotExist):
        snapshots.catalogue(0)


def test_answers_are_what_was_said_in_this_attempt(alice: User) -> None:
    attempt, other = started(alice), started(alice)
    rate_all(other)
    rows = (("cds", 3, True, "Led it"), ("ethics", 0, False, ""))
    for skill, level, low, example in rows:
        values: dict[str, Any] = {"level": level, "low_confidence": low, "evidence": example, "saved_at": NOW}
        Rating.objects.create(attempt=attempt, skill=skill, **values)
    ScenarioAnswer.objects.create(attempt=attempt, item="cds-silent-run", choice="unsure", saved_at=NOW)
    expected = Answers({"cds": Given(3, True, True), "ethics": Given(0)}, {}, {"cds-silent-run": "unsure"})
    assert snapshots.answers(attempt) == expected


@pytest.mark.parametrize("rated", [1, 31])
def test_answers_take_four_queries_however_many_there_are(alice: User, rated: int) -> None:
    attempt = started(alice)
    rate_all(attempt)
    Rating.objects.exclude(pk__in=Rating.objects.all()[:rated]).delete()
    with CaptureQueriesContext(connection) as queries:
        assert len(snapshots.answers(attempt).ratings) == rated
    assert len(queries) == 4
