"""The dump: what readers see now, in files whose bytes change only where the content did."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from careers import files
from careers.models import Career, Edition, FormerSlug, InstrumentVersion, Section, Skill
from careers.services import publish
from tests.careers.test_content_command import content
from tests.content import CMIO, FOLDER, career, catalogue, guide, the_catalogue

pytestmark = pytest.mark.django_db
OTHER = "chief-medical-officer"
SENTENCE = "An editor's own sentence."


def held(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.yaml")}


def dumped(folder: Path, *options: str) -> dict[str, bytes]:
    content("dump", *options, folder=folder)
    return held(folder)


def edit() -> None:
    Section.objects.filter(career__slug=OTHER, slug="salary").update(body=SENTENCE)


def again(publication: Edition | InstrumentVersion, document: Any) -> None:
    """The document as the next publication of the same guide or catalogue."""
    publication.pk, publication.token = None, uuid4()
    publication.number, publication.document = publication.number + 1, document
    publication.save()


def turned(value: Any) -> Any:
    """The value with the entries of every mapping in another order, as a database may give them back."""
    if isinstance(value, dict):
        return {key: turned(value[key]) for key in reversed(value)}
    return [turned(entry) for entry in value] if isinstance(value, list) else value


@pytest.mark.parametrize("options", [(), ("--draft",)])
def test_a_dump_after_a_load_changes_no_byte_of_the_documents(tmp_path: Path, options: tuple[str, ...]) -> None:
    written = dumped(tmp_path, *options)
    whole = held(FOLDER)
    assert written.keys() == whole.keys()
    assert [name for name, data in whole.items() if written[name] != data] == []


def test_the_order_in_which_a_database_keeps_entries_changes_no_byte(tmp_path: Path) -> None:
    root = the_catalogue()
    for publication in (*Edition.objects.all(), *InstrumentVersion.objects.all()):
        again(publication, turned(publication.document))
    root.competencies_meta, root.actions_meta = turned(root.competencies_meta), turned(root.actions_meta)
    root.save()
    expected = held(FOLDER)
    for folder, options in ((tmp_path / "live", ()), (tmp_path / "draft", ("--draft",))):
        written = dumped(folder, *options)
        assert [name for name, data in written.items() if expected[name] != data] == []


def test_a_draft_is_written_when_asked_for_only(tmp_path: Path) -> None:
    edit()
    assert dumped(tmp_path / "live") == held(FOLDER)
    dumped(tmp_path / "draft", "--draft")
    assert SENTENCE in (tmp_path / "draft" / "careers" / f"{OTHER}.yaml").read_text()


def test_what_was_published_changes_its_own_lines_only(tmp_path: Path, alice: User) -> None:
    edit()
    publish(root=career(OTHER), by=alice, at=timezone.now())
    before, after = held(FOLDER), dumped(tmp_path)
    name = f"careers/{OTHER}.yaml"
    assert [changed for changed in before if before[changed] != after[changed]] == [name]
    assert set(after[name].splitlines()) - set(before[name].splitlines()) == {f"  body: {SENTENCE}".encode()}
    assert content("load", folder=tmp_path).startswith("14 already up to date")


def test_what_waits_for_its_time_is_not_written(tmp_path: Path, alice: User) -> None:
    edit()
    now = timezone.now()
    publish(root=career(OTHER), by=alice, at=now, live_from=now + timedelta(days=1))
    assert dumped(tmp_path) == held(FOLDER)


def test_a_guide_that_was_never_published_is_not_written(tmp_path: Path) -> None:
    Career.objects.create(
        slug="new", title="New", tagline="-", summary="-", reviewed_on="2026-01-01", review_by="2026-02-01"
    )
    assert "careers/new.yaml" not in dumped(tmp_path / "live")
    assert "careers/new.yaml" in dumped(tmp_path / "draft", "--draft")


def test_a_guide_that_has_moved_does_not_lie_there_twice(tmp_path: Path, now: datetime) -> None:
    dumped(tmp_path)
    Career.objects.filter(slug=OTHER).update(slug="cmo")
    again(Edition.objects.get(career__slug="cmo"), guide(OTHER) | {"slug": "cmo"})
    FormerSlug.objects.create(slug=OTHER, career=career("cmo"), moved_at=now)
    names = dumped(tmp_path).keys()
    assert (f"careers/{OTHER}.yaml" in names, "careers/cmo.yaml" in names) == (False, True)


def test_loading_an_older_document_of_a_guide_that_has_moved_makes_no_twin(now: datetime) -> None:
    Career.objects.filter(slug=OTHER).update(slug="cmo")
    FormerSlug.objects.create(slug=OTHER, career=career("cmo"), moved_at=now)
    words = content("load")
    assert "1 left alone, because the guide has another address now" in words
    assert words.endswith(f"{OTHER}.yaml\n")
    assert not Career.objects.filter(slug=OTHER).exists()
    assert career("cmo").published.count() == 1


def test_an_entry_that_no_shape_knows_any_more_is_written_too(tmp_path: Path) -> None:
    again(Edition.objects.get(career__slug=OTHER), {"zeal": {"b": 1, "a": 2}, **guide(OTHER)})
    dumped(tmp_path)
    assert files.read(tmp_path / "careers" / f"{OTHER}.yaml") == guide(OTHER) | {"zeal": {"b": 1, "a": 2}}


def test_the_catalogue_is_written_as_readers_see_it(tmp_path: Path) -> None:
    Skill.objects.filter(key="cds").update(name="An editor's name")
    dumped(tmp_path)
    assert {part: files.read(tmp_path / "catalogue" / f"{part}.yaml") for part in catalogue()} == catalogue()
    assert career(CMIO).published.count() == 1
