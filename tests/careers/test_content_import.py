"""Documents taken in from a terminal: what they would change is told and asked about, and then done or not at all."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from careers import files
from careers.models import Career, Catalogue, Deed, Draft, Edition, InstrumentVersion, Section, ToolkitEdition
from careers.services import write
from tests.careers.test_content_command import content
from tests.content import FOLDER, SLUGS, career, catalogue, guide, the_catalogue, tool

pytestmark = pytest.mark.django_db
OTHER = "chief-medical-officer"


class Terminal(io.StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        """It is a terminal."""
        return True


def take_in(*arguments: Any) -> str:
    out = io.StringIO()
    call_command("content", "import", *map(str, arguments), stdout=out)
    return out.getvalue()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "cmo.yaml"
    files.write(path, guide(OTHER) | {"tagline": "From elsewhere."})
    return path


def test_it_tells_what_would_change_and_makes_it_the_draft(file: Path) -> None:
    assert take_in(file, "--yes").splitlines() == [
        "cmo.yaml: 1 change",
        "  Tagline changed",
        "cmo.yaml: the draft now",
    ]
    assert write(career(OTHER))["tagline"] == "From elsewhere."
    assert career(OTHER).published.count() == 1
    assert Draft.objects.of(career(OTHER)).open().get().name == "Imported: cmo.yaml"
    deed = Deed.objects.get(what=Deed.What.IMPORTED)
    assert (deed.by, deed.who, deed.words) == (None, "", "From cmo.yaml")


def test_it_publishes_when_told_to_and_keeps_the_draft_that_was_there(file: Path) -> None:
    Section.objects.filter(career__slug=OTHER, slug="salary").update(body="An editor's own sentence.")
    said = write(career(OTHER))
    words = take_in(file, "--yes", "--publish")
    assert words.endswith("cmo.yaml: published as number 3; what the draft said before is kept as number 2\n")
    assert [(row.number, row.live_from is None) for row in career(OTHER).published.all()] == [
        (3, False),
        (2, True),
        (1, False),
    ]
    assert career(OTHER).published.get(number=2).document == said


@pytest.mark.parametrize(("typed", "is_taken"), [("y\n", True), ("Yes\n", True), ("\n", False), ("no\n", False)])
def test_it_asks_at_a_terminal(file: Path, monkeypatch: pytest.MonkeyPatch, typed: str, is_taken: bool) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    words = take_in(file)
    assert words.endswith("the draft now\n" if is_taken else "Nothing was changed.\n")
    assert (write(career(OTHER)) != guide(OTHER)) == is_taken


def test_it_refuses_where_nobody_can_be_asked(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    with pytest.raises(CommandError, match=r"there is nobody to ask. Add --yes"):
        take_in(file)
    assert write(career(OTHER)) == guide(OTHER)


def test_one_faulty_document_keeps_all_of_them_out(file: Path, tmp_path: Path) -> None:
    faulty = guide("chief-information-officer") | {"title": "New"}
    faulty["figures"][0]["source"] = "nobody"
    files.write(tmp_path / "cio.yaml", faulty)
    with pytest.raises(CommandError) as caught:
        take_in(file, tmp_path / "cio.yaml", "--yes", "--publish")
    assert str(caught.value).splitlines() == [
        "cio.yaml: figures[0].source: 'nobody' is not a source of this guide",
        "Nothing was changed.",
    ]
    assert write(career(OTHER)) == guide(OTHER)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["import"], "Name the documents"),
        (["import", "nowhere.yaml"], "nowhere.yaml: document: cannot be read"),
        (["import", "a/x.yaml", "b/x.yaml"], "have the same name"),
        (["load", "x.yaml"], "content load takes no files"),
    ],
)
def test_a_line_that_means_nothing_says_so(arguments: list[str], words: str) -> None:
    with pytest.raises(CommandError, match=words):
        call_command("content", *arguments, stdout=io.StringIO())


def test_what_is_here_already_changes_nothing() -> None:
    words = take_in(FOLDER / "careers" / f"{OTHER}.yaml", FOLDER / "catalogue" / "actions.yaml")
    assert words == "Nothing would change.\n"
    assert not Deed.objects.filter(what=Deed.What.IMPORTED).exists()


def test_documents_travel_to_a_site_that_has_none(tmp_path: Path) -> None:
    Section.objects.filter(career__slug=OTHER, slug="salary").update(body="An editor's own sentence.")
    content("dump", "--draft", folder=tmp_path)
    documents = [write(career(slug)) for slug in SLUGS]
    for model in (Edition, InstrumentVersion, ToolkitEdition, Catalogue, Career):
        model.objects.all().delete()
    for part in ("careers/*.yaml", "toolkit/*.yaml"):
        paths = [*tmp_path.glob(part), *(tmp_path.glob("catalogue/*.yaml") if part.startswith("careers") else ())]
        assert "new here" in take_in(*paths, "--yes", "--publish")
    assert [write(career(slug)) for slug in SLUGS] == documents
    assert write(the_catalogue()) == catalogue() == the_catalogue().published.get().document
    assert {row.kind: row.document for row in ToolkitEdition.objects.all()}["interview"] == tool("interview")
    assert [career(slug).published.get().document for slug in SLUGS] == documents
