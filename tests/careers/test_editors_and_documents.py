"""Editors' work and documents side by side: what is kept, what a dump carries on, and what a second load writes."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from careers import files
from careers.differences import differences
from careers.models import Career, Catalogue, Edition, InstrumentVersion, Section, ToolkitEdition
from careers.services import digest, load_content, publish, write
from tests.careers.test_content_command import content
from tests.content import CMIO, FOLDER, SLUGS, career, catalogue, guide, save, the_catalogue

pytestmark = pytest.mark.django_db
OTHER = "chief-medical-officer"
SENTENCE = "An editor's own sentence."
WRITES = ("INSERT", "UPDATE", "DELETE")


def edit(slug: str = OTHER) -> None:
    Section.objects.filter(career__slug=slug, slug="salary").update(body=SENTENCE)


def dumped(folder: Path, slug: str = OTHER) -> Any:
    content("dump", "--draft", folder=folder)
    return files.read(folder / "careers" / f"{slug}.yaml")


def changed(folder: Path, **changes: Any) -> None:
    """Change a dumped guide as a developer would."""
    path = folder / "careers" / f"{OTHER}.yaml"
    files.write(path, files.read(path) | changes)


def test_a_second_load_writes_nothing() -> None:
    with CaptureQueriesContext(connection) as captured:
        content("load")
    assert [query["sql"] for query in captured if query["sql"].startswith(WRITES)] == []


def test_a_load_that_keeps_editors_work_writes_nothing_either(tmp_path: Path) -> None:
    edit()
    with CaptureQueriesContext(connection) as captured:
        words = content("load", folder=save(tmp_path, {CMIO: guide(), OTHER: guide(OTHER)}))
    assert [query["sql"] for query in captured if query["sql"].startswith(WRITES)] == []
    assert words.splitlines() == [
        f"2 already up to date: {CMIO}.yaml, catalogue",
        f"1 kept as editors left it; load it with --overwrite to replace their work: {OTHER}.yaml",
    ]


def test_keeping_one_guide_does_not_hold_up_another(tmp_path: Path) -> None:
    edit()
    both = {CMIO: guide() | {"title": "From the file"}, OTHER: guide(OTHER) | {"title": "From the file"}}
    content("load", folder=save(tmp_path, both))
    assert (career(CMIO).title == "From the file", career(OTHER).title == "From the file") == (True, False)


def test_published_work_is_kept_as_well(tmp_path: Path, alice: Any, now: Any) -> None:
    edit()
    publish(root=career(OTHER), by=alice, at=now)
    content("load", folder=save(tmp_path, {CMIO: guide(), OTHER: guide(OTHER) | {"title": "From the file"}}))
    assert [(edition.number, edition.published_by) for edition in career(OTHER).published.all()] == [
        (2, alice),
        (1, None),
    ]
    assert write(career(OTHER))["title"] == guide(OTHER)["title"]


def test_a_dump_says_what_the_documents_said(tmp_path: Path) -> None:
    content("dump", folder=tmp_path)
    for name in (*(f"careers/{slug}.yaml" for slug in SLUGS), "catalogue/actions.yaml", "catalogue/competencies.yaml"):
        assert files.read(tmp_path / name) == files.read(FOLDER / name)


def test_a_dump_carries_an_editors_change_and_nothing_else(tmp_path: Path) -> None:
    edit()
    assert differences(guide(OTHER), dumped(tmp_path)) == ["Pay: body changed"]
    assert dumped(tmp_path, CMIO) == guide()


def test_a_dump_gives_the_same_content_to_an_empty_database(tmp_path: Path) -> None:
    edit()
    content("dump", "--draft", folder=tmp_path)
    before = {root.slug: write(root) for root in Career.objects.all()}
    for model in (Edition, InstrumentVersion, ToolkitEdition, Catalogue, Career):
        model.objects.all().delete()
    content("load", folder=tmp_path)
    assert {root.slug: write(root) for root in Career.objects.all()} == before
    assert write(the_catalogue()) == catalogue()


def test_work_that_went_into_a_document_no_longer_stands_in_its_way(tmp_path: Path) -> None:
    edit()
    content("dump", "--draft", folder=tmp_path)
    assert content("load", folder=tmp_path).startswith("14 already up to date")
    changed(tmp_path, title="From the file")
    assert f"1 loaded and published: {OTHER}.yaml" in content("load", folder=tmp_path)
    assert write(career(OTHER))["title"] == "From the file"
    assert SENTENCE in {section.body for section in career(OTHER).sections.all()}


def test_what_is_done_after_that_is_kept_again(tmp_path: Path) -> None:
    edit()
    content("dump", "--draft", folder=tmp_path)
    content("load", folder=tmp_path)
    Section.objects.filter(career__slug=OTHER, slug="pros").update(body="And another one.")
    changed(tmp_path, title="From the file")
    assert "1 kept as editors left it" in content("load", folder=tmp_path)


def test_two_documents_of_one_guide_are_refused(tmp_path: Path) -> None:
    folder = save(tmp_path, {CMIO: guide(), "copy": guide() | {"title": "Copy"}})
    with pytest.raises(CommandError) as caught:
        content("load", "--overwrite", folder=folder)
    assert str(caught.value) == f"copy.yaml: slug: '{CMIO}' is the slug of {CMIO}.yaml too\nNothing was loaded."
    assert write(career()) == guide()


def test_a_catalogue_without_its_guide_is_refused(tmp_path: Path) -> None:
    for model in (Edition, InstrumentVersion, ToolkitEdition, Catalogue, Career):
        model.objects.all().delete()
    with pytest.raises(CommandError, match=f"^catalogue: document: belongs to {CMIO}, which is missing"):
        content("load", folder=save(tmp_path, {OTHER: guide(OTHER)}))
    assert not Career.objects.exists()


def test_guides_can_be_loaded_without_a_catalogue(now: Any) -> None:
    done = load_content(guides={"one": guide(OTHER) | {"title": "New"}}, catalogue=None, overwrite=False, at=now)
    assert [(loaded.name, loaded.outcome) for loaded in done] == [("one", "published")]
    assert career(OTHER).published.latest("number").live_from == now


def test_the_order_of_keys_does_not_make_a_document_another_one() -> None:
    assert digest({"a": 1, "b": [1, 2]}) == digest({"b": [1, 2], "a": 1})
    assert digest({"a": [1, 2]}) != digest({"a": [2, 1]})


def test_a_folder_that_cannot_be_written_to_gets_one_line(tmp_path: Path) -> None:
    (tmp_path / "careers").write_text("in the way")
    with pytest.raises(CommandError, match=r"cannot be written to: (File exists|Not a directory)$"):
        content("dump", folder=tmp_path)


def test_a_broken_document_ends_the_command_with_one_line_and_a_failure(tmp_path: Path) -> None:
    folder = save(tmp_path)
    (folder / "careers" / f"{CMIO}.yaml").write_text("title: one\ntitle: two\n")
    command = [sys.executable, "manage.py", "content", "load", "--folder", str(folder)]
    done = subprocess.run(command, cwd=FOLDER.parent, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        f"CommandError: {CMIO}.yaml: line 2, column 1: 'title' stands twice",
        "Nothing was loaded.",
    ]
