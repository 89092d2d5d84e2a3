"""The content command: loads what is new, keeps what editors did, and dumps what it would load."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from careers.models import Career, Catalogue, Edition, InstrumentVersion, Section, ToolkitEdition
from careers.services import write
from tests.content import CMIO, FOLDER, SLUGS, career, catalogue, guide, save, the_catalogue

pytestmark = pytest.mark.django_db
OTHER = "chief-medical-officer"


def content(*arguments: str, folder: Path = FOLDER) -> str:
    out = StringIO()
    call_command("content", *arguments, "--folder", str(folder), stdout=out)
    return out.getvalue()


def edit(slug: str = CMIO) -> Section:
    row = Section.objects.get(career__slug=slug, slug="salary")
    row.body = "An editor's own sentence."
    row.save()
    return row


def folder_with(tmp_path: Path, **changes: Any) -> Path:
    return save(tmp_path, {CMIO: guide(), OTHER: guide(OTHER) | changes})


def test_everything_is_loaded_and_published_into_an_empty_database() -> None:
    for model in (Edition, InstrumentVersion, ToolkitEdition, Catalogue, Career):
        model.objects.all().delete()
    assert content("load").startswith("14 loaded and published: ")
    assert {(edition.career.slug, edition.number) for edition in Edition.objects.all()} == {(slug, 1) for slug in SLUGS}
    assert InstrumentVersion.objects.get().document == catalogue()


def test_loading_again_changes_nothing() -> None:
    before = list(Section.objects.values_list("pk", flat=True))
    assert content("load").startswith("14 already up to date: ")
    assert Edition.objects.count() == 8
    assert list(Section.objects.values_list("pk", flat=True)) == before


def test_what_an_editor_changed_is_kept_and_named(tmp_path: Path) -> None:
    row = edit(OTHER)
    words = content("load", folder=folder_with(tmp_path, title="From the file"))
    assert f"1 kept as editors left it; load it with --overwrite to replace their work: {OTHER}.yaml" in words
    row.refresh_from_db()
    assert row.body == "An editor's own sentence."
    assert career(OTHER).title != "From the file"
    assert career(OTHER).published.count() == 1


def test_overwriting_replaces_the_rows_and_keeps_the_old_edition(tmp_path: Path) -> None:
    edit(OTHER)
    words = content("load", "--overwrite", folder=folder_with(tmp_path, title="From the file"))
    assert f"1 loaded and published: {OTHER}.yaml" in words
    assert write(career(OTHER)) == guide(OTHER) | {"title": "From the file"}
    assert [edition.number for edition in career(OTHER).published.all()] == [2, 1]
    assert career(OTHER).published.get(number=1).document == guide(OTHER)


def test_overwriting_with_what_readers_see_makes_no_new_edition() -> None:
    edit(OTHER)
    assert f"1 loaded and published: {OTHER}.yaml" in content("load", "--overwrite")
    assert career(OTHER).published.count() == 1


def test_a_changed_file_over_untouched_rows_is_a_new_edition(tmp_path: Path) -> None:
    words = content("load", folder=folder_with(tmp_path, tagline="A new tagline."))
    assert f"1 loaded and published: {OTHER}.yaml" in words
    newest = career(OTHER).published.first()
    assert newest is not None
    assert (newest.number, newest.document["tagline"], newest.published_by) == (2, "A new tagline.", None)


def test_an_editor_who_undid_everything_stands_in_nobodys_way(tmp_path: Path) -> None:
    row = edit(OTHER)
    row.body = next(entry["body"] for entry in guide(OTHER)["sections"] if entry["slug"] == "salary")
    row.save()
    assert f"1 loaded and published: {OTHER}.yaml" in content("load", folder=folder_with(tmp_path, title="New"))


def test_the_catalogue_is_kept_and_replaced_in_the_same_way(tmp_path: Path) -> None:
    the_catalogue().skill_set.filter(key="cds").update(name="An editor's name")
    changed = catalogue()
    changed["competencies"]["skills"][0]["name"] = "From the file"
    folder = save(tmp_path, {CMIO: guide()}, changed)
    assert "1 kept as editors left it" in content("load", folder=folder)
    assert the_catalogue().published.count() == 1
    assert "1 loaded and published: catalogue" in content("load", "--overwrite", folder=folder)
    assert write(the_catalogue()) == changed
    assert the_catalogue().published.count() == 2


def test_a_dump_loads_as_already_up_to_date(tmp_path: Path) -> None:
    assert content("dump", folder=tmp_path) == f"Written to {tmp_path}\n"
    assert content("load", folder=tmp_path).startswith("14 already up to date")
