"""Toolkit documents travel like the other content: loaded, kept when equal, numbered when new, dumped back."""

from datetime import datetime
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from django.core.management.base import CommandError
from django.db import transaction

from careers import files
from careers.checks.toolkit import KINDS
from careers.models import Level, Skill, ToolkitEdition
from careers.problems import DocumentError
from careers.toolkit import publish_toolkit
from tests.careers.test_content_command import content
from tests.content import FOLDER, career, tool

pytestmark = pytest.mark.django_db


def folder_with(tmp_path: Path, kind: str, document: Any) -> Path:
    """All of the real content, with another document of one kind."""
    folder = copytree(FOLDER, tmp_path / "content")
    files.write(folder / "toolkit" / f"{KINDS[kind].file}.yaml", document)
    return folder


def numbers() -> dict[str, int]:
    return {row.kind: row.number for row in ToolkitEdition.objects.latest_of_each()}


def test_the_content_holds_every_kind_as_its_file_says() -> None:
    found = {row.kind: row.document for row in ToolkitEdition.objects.all()}
    assert found == {kind: tool(kind) for kind in KINDS}
    assert {row.career for row in ToolkitEdition.objects.all()} == {career()}


def test_a_changed_document_is_the_next_edition_and_the_others_stay(tmp_path: Path) -> None:
    changed = tool("guides")
    changed["guides"][0]["title"] = "Another title"
    words = content("load", folder=folder_with(tmp_path, "guides", changed))
    assert "1 loaded and published: guidance.yaml" in words
    assert numbers() == dict.fromkeys(KINDS, 1) | {"guides": 2}
    assert ToolkitEdition.objects.get(kind="guides", number=2).document == changed
    assert ToolkitEdition.objects.get(kind="guides", number=1).document == tool("guides")


def test_a_dump_and_a_load_change_nothing(tmp_path: Path) -> None:
    content("dump", folder=tmp_path)
    assert {kind: files.read(tmp_path / "toolkit" / f"{KINDS[kind].file}.yaml") for kind in KINDS} == {
        kind: tool(kind) for kind in KINDS
    }
    assert content("load", folder=tmp_path).startswith("14 already up to date")
    assert numbers() == dict.fromkeys(KINDS, 1)


@pytest.mark.parametrize("kind", KINDS)
def test_a_dump_keeps_the_order_in_which_people_wrote(tmp_path: Path, kind: str) -> None:
    content("dump", folder=tmp_path)
    dumped = files.read(tmp_path / "toolkit" / f"{KINDS[kind].file}.yaml")
    assert list(dumped) == list(tool(kind))


def test_a_fault_is_told_with_its_file_and_nothing_is_loaded(tmp_path: Path) -> None:
    spoiled = tool("interview")
    del spoiled["questions"][3]["rubric"]["2"]
    with pytest.raises(CommandError) as caught:
        content("load", folder=folder_with(tmp_path, "interview", spoiled))
    assert str(caught.value) == "interview.yaml: questions[3].rubric.2: is missing\nNothing was loaded."
    assert numbers() == dict.fromkeys(KINDS, 1)


def test_a_file_of_no_kind_is_refused(tmp_path: Path) -> None:
    folder = copytree(FOLDER, tmp_path / "content")
    files.write(folder / "toolkit" / "poems.yaml", {})
    with pytest.raises(CommandError, match=r"^poems\.yaml: document: is none of cover_letters, guidance, interview"):
        content("load", folder=folder)


def test_content_without_a_toolkit_is_loaded_all_the_same(tmp_path: Path) -> None:
    for part in ("careers", "catalogue"):
        copytree(FOLDER / part, tmp_path / part)
    assert content("load", folder=tmp_path).startswith("9 already up to date")


def test_skills_and_levels_are_those_of_the_catalogue_as_it_stands(now: datetime) -> None:
    Skill.objects.filter(key="cds").update(key="cds_renamed")
    Level.objects.filter(key="senior").update(key="chief")
    with pytest.raises(DocumentError) as caught, transaction.atomic():
        publish_toolkit(career=career(), kind="interview", document=tool("interview"), at=now)
    words = str(caught.value)
    assert "'cds' is not a skill of the catalogue" in words
    assert "'senior' is not a level of the catalogue" in words


def test_the_first_document_of_a_kind_has_number_one(now: datetime) -> None:
    ToolkitEdition.objects.all().delete()
    with transaction.atomic():
        assert publish_toolkit(career=career(), kind="guides", document=tool("guides"), at=now)
        assert not publish_toolkit(career=career(), kind="guides", document=tool("guides"), at=now)
    only = ToolkitEdition.objects.get()
    assert (only.number, only.live_from, only.published_by) == (1, now, None)
