"""A document from elsewhere: recognized, held against what is here, and then the draft; or refused, and nothing."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User

from careers.models import (
    Career,
    Catalogue,
    Deed,
    Draft,
    Edition,
    FormerSlug,
    InstrumentVersion,
    Section,
    ToolkitEdition,
)
from careers.models.desk.roots import Root
from careers.presentation.envelope import envelope
from careers.problems import DocumentError
from careers.services import ContentError, Moved, Unchanged, digest, drafts, publish, write
from careers.services.importing import Taken, incoming, incoming_all, take_in
from tests.content import CMIO, career, catalogue, guide, the_catalogue, tool

pytestmark = pytest.mark.django_db
OTHER, FILE = "chief-medical-officer", "cmo.yaml"
DAY = timedelta(days=1)


def changed(**changes: Any) -> Any:
    return guide(OTHER) | (changes or {"tagline": "From elsewhere."})


def taken(document: Any, by: User | None, at: datetime, name: str = FILE) -> Taken:
    return take_in(name=name, document=document, by=by, at=at, seen=incoming(name, document).seen)


def everything() -> Any:
    roots: list[Root] = [*Career.objects.all(), *Catalogue.objects.all()]
    counts = [model.objects.count() for model in (Edition, InstrumentVersion, ToolkitEdition, Draft, Deed)]
    return [write(root) for root in roots], counts


def refused(document: Any) -> list[tuple[str, str]]:
    before = everything()
    with pytest.raises(DocumentError) as caught:
        incoming(FILE, document)
    assert everything() == before
    return [(problem.path, problem.reason) for problem in caught.value.problems]


def test_it_is_the_draft_and_readers_see_no_difference(alice: User, now: datetime) -> None:
    taken(changed(), alice, now)
    assert write(career(OTHER)) == changed()
    draft = Draft.objects.of(career(OTHER)).open().get()
    assert (draft.name, list(draft.authors.all()), draft.changed_by) == (f"Imported: {FILE}", [alice], alice)
    assert career(OTHER).published.live(now + 99 * DAY).get().document == guide(OTHER)
    deed = Deed.objects.of(career(OTHER)).get(what=Deed.What.IMPORTED)
    assert (deed.by, deed.words) == (alice, f"From {FILE}")
    assert publish(root=career(OTHER), by=None, at=now).document == changed()


def test_what_the_draft_said_is_kept(alice: User, charlie: User, now: datetime) -> None:
    section = Section.objects.get(career__slug=OTHER, slug="salary")
    Section.objects.filter(pk=section.pk).update(body="Charlie's sentence.")
    drafts.edited(root=career(OTHER), row=section, by=charlie, at=now, words="body changed")
    said = write(career(OTHER))
    done = taken(changed(), alice, now)
    assert done.kept is not None
    assert (done.kept.document, done.kept.live_from) == (said, None)
    assert Deed.objects.get(what=Deed.What.IMPORTED).words.endswith(f"kept as number {done.kept.number}.")
    assert [draft.name for draft in Draft.objects.of(career(OTHER)).open()] == [f"Imported: {FILE}"]


def test_a_guide_that_is_new_here_begins_as_a_draft(alice: User, now: datetime) -> None:
    taken(changed(slug="new-guide", title="New guide"), alice, now)
    root = career("new-guide")
    assert write(root) == changed(slug="new-guide", title="New guide")
    assert not root.published.exists()
    assert Draft.objects.of(root).open().exists()


def test_the_instrument_comes_whole_or_in_its_parts(alice: User, now: datetime) -> None:
    whole = catalogue()
    whole["competencies"]["skills"][0]["name"] = "Another name"
    part = incoming("competencies.yaml", whole["competencies"])
    assert (part.kind, part.document, part.root) == ("instrument", whole, the_catalogue())
    both = incoming_all({"a.yaml": whole["actions"], "c.yaml": whole["competencies"]})
    assert [(row.name, row.document) for row in both] == [("a.yaml, c.yaml", whole)]
    taken(whole, alice, now)
    assert write(the_catalogue()) == whole


def test_a_document_of_the_toolkit_is_published(alice: User, now: datetime) -> None:
    document = tool("guides")
    document["guides"][0]["title"] = "Another title"
    assert taken(document, alice, now).is_published
    last = career().toolkit.filter(kind="guides").first()
    assert last is not None
    assert (last.number, last.document, last.published_by) == (2, document, alice)
    assert Deed.objects.get(what=Deed.What.IMPORTED).words == f"guides, published, from {FILE}"


@pytest.mark.parametrize("kind", ["resumes", "cover-letters", "job-description", "interview", "guides"])
def test_each_kind_of_the_toolkit_is_recognized(kind: str) -> None:
    row = incoming(FILE, tool(kind))
    assert (row.kind, row.before) == (kind, row.document)


def test_a_guide_is_taken_as_this_site_gives_it_to_programs(now: datetime) -> None:
    row = incoming(FILE, envelope(guide(OTHER), number=1, live_from=now, site="https://example.org"))
    assert (row.kind, row.document, row.root) == ("guide", guide(OTHER), career(OTHER))


@pytest.mark.parametrize("document", [None, [], "text", {}, {"slug": "a"}, {"guide": 1}, {"skills": []}, {"meta": {}}])
def test_what_is_no_document_is_refused(document: Any) -> None:
    ((path, reason),) = refused(document)
    assert (path, reason[:42]) == ("", "is none of the documents that this site ho")


@pytest.mark.parametrize(
    ("changes", "path", "words"),
    [
        ({"title": None}, "title", "is null"),
        ({"colour": "red"}, "colour", "is not an entry"),
        ({"slug": "compare"}, "slug", "is the address of another page"),
        ({"slug": "gone"}, "slug", "was the address of the guide"),
        ({"slug": "Not So"}, "slug", ""),
        ({"slug": "a\0b"}, "slug", "cannot be stored"),
        ({"slug": 7}, "slug", "is not text"),
        ({"slug": "\ud800"}, "slug", ""),
        ({"summary": "a\0b"}, "summary", "cannot be stored"),
        ({"sources": "none"}, "sources", "is not a list"),
    ],
)
def test_a_fault_is_named_with_its_place(changes: dict[str, Any], path: str, words: str, now: datetime) -> None:
    FormerSlug.objects.create(slug="gone", career=career(), moved_at=now)
    told = refused(changed(**changes))
    assert [reason for place, reason in told if place == path and words in reason]


def test_an_unknown_source_and_a_script_are_named_with_their_places() -> None:
    document = changed()
    document["figures"][0]["source"] = "nobody"
    document["sections"][1]["body"] = "Text <script>alert(1)</script>"
    paths = [path for path, _ in refused(document)]
    assert {"figures[0].source", "sections[1].body"} <= set(paths)


def test_a_tool_with_what_no_database_stores_is_refused() -> None:
    document = tool("guides")
    document["guides"][0]["title"] = "a\0b"
    assert refused(document) == [("", "holds a character or a number that cannot be stored, such as NUL or NaN")]


def test_documents_that_come_together_may_name_each_other() -> None:
    other = changed(slug="new-guide")
    naming = guide()
    related = next(section for section in naming["sections"] if section["kind"] == "related")
    related["items"][0]["career_slug"] = "new-guide"
    assert len(incoming_all({"a": naming, "b": other})) == 2
    assert any("is not a guide of this site" in reason for _, reason in refused(naming))


@pytest.mark.parametrize("pair", [(guide(), guide()), (catalogue(), catalogue()["actions"]), (tool("guides"),) * 2])
def test_two_of_the_same_are_refused(pair: tuple[Any, Any]) -> None:
    with pytest.raises(ContentError):
        incoming_all({"a": pair[0], "b": pair[1]})


def test_only_what_was_seen_is_changed(alice: User, now: datetime) -> None:
    seen = incoming(FILE, changed()).seen
    Section.objects.filter(career__slug=OTHER, slug="salary").update(body="Meanwhile.")
    before = everything()
    with pytest.raises(Moved):
        take_in(name=FILE, document=changed(), by=alice, at=now, seen=seen)
    with pytest.raises(Moved):
        take_in(name=FILE, document=changed(), by=alice, at=now, seen=digest({}))
    assert everything() == before


def test_what_is_here_already_changes_nothing(alice: User, now: datetime) -> None:
    before = everything()
    with pytest.raises(Unchanged):
        taken(guide(OTHER), alice, now)
    assert everything() == before


def test_an_instrument_without_its_guide_is_refused() -> None:
    for model in (Edition, InstrumentVersion, ToolkitEdition, Catalogue, Career):
        model.objects.all().delete()
    assert refused(catalogue()) == [("", f"belongs to {CMIO}, which is missing")]
