"""The stamp goes while content changes and is another one afterwards."""

from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import DjangoCaptureOnCommitCallbacks
from pytest_django.fixtures import Settings

from careers.ready import stamp


def test_there_is_none_before_the_first(settings: Settings) -> None:
    assert stamp.read() is None
    stamp.renew()
    assert stamp.read()


@pytest.mark.django_db(transaction=True)
def test_it_is_gone_while_content_changes_and_new_afterwards() -> None:
    stamp.renew()
    before = stamp.read()
    with stamp.changing(), transaction.atomic():
        assert stamp.read() is None
    assert stamp.read() not in {None, before}


@pytest.mark.django_db(transaction=True)
def test_a_change_that_fails_brings_a_new_one_too() -> None:
    with pytest.raises(ZeroDivisionError), stamp.changing(), transaction.atomic():
        1 / 0  # noqa: B018
    assert stamp.read()


@pytest.mark.django_db
def test_within_a_transaction_it_comes_back_when_that_is_committed(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    stamp.renew()
    with django_capture_on_commit_callbacks(execute=True):
        with stamp.changing():
            pass
        assert stamp.read() is None
    assert stamp.read()


def test_healing_makes_one_only_where_there_is_none() -> None:
    stamp.heal()
    first = stamp.read()
    stamp.heal()
    assert first is not None
    assert stamp.read() == first


def test_no_two_are_alike() -> None:
    seen = []
    for _ in range(50):
        stamp.renew()
        seen.append(stamp.read())
    assert len(set(seen)) == 50


@pytest.mark.django_db
def test_a_folder_that_cannot_be_written_costs_the_stamp_and_nothing_else(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    settings.READY_PAGES = str(tmp_path / "file")
    with stamp.changing():
        stamp.renew()
        stamp.heal()
    assert stamp.read() is None


@pytest.mark.django_db
def test_a_stamp_that_cannot_be_taken_away_stops_the_change(settings: Settings) -> None:
    Path(settings.READY_PAGES, "stamp").mkdir(parents=True)
    with pytest.raises(OSError, match="directory"), stamp.changing():
        pytest.fail("readers would not hear of it")
