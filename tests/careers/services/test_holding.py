"""Whoever writes holds first what they write to, in one order: no two wait for each other, and no work is lost."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Barrier, Event
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction

from careers.links.fetching import Found, Outcome
from careers.models import Career, Comment, LinkCheck, RelatedCareer, Section, Source
from careers.services import Loaded, comments, holding, links, load_content, publish
from careers.services.moving import move
from tests.assessments.services.at_once import at_once, committing, held_after
from tests.careers.admin.conftest import at_the_desk, editor
from tests.careers.admin.forms import opened, send
from tests.conftest import person
from tests.content import career, guide

# On SQLite a copy of the database is written to, which is thrown away; on PostgreSQL it is the database itself.
pytestmark = pytest.mark.usefixtures("db" if connection.vendor == "sqlite" else "transactional_db", "_real")
CMO, DIRECTOR = "chief-medical-officer", "clinical-informatics-director"
ADD = "/admin/careers/source/add/"
Call = Callable[[], Any]


@pytest.fixture
def _real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with committing(tmp_path, monkeypatch):
        yield


@pytest.fixture
def alice() -> User:
    return person("alice")


def together(first: tuple[str, Call], second: tuple[str, Call]) -> list[Any]:
    """What both give; each stops after its statement with the words until the other has come as far, if it can."""
    meeting = Barrier(2, timeout=0.5)
    return at_once(*(held_after(words, meeting, call) for words, call in (first, second)))


def refused(answers: list[Any]) -> list[Any]:
    return [answer for answer in answers if isinstance(answer, Exception)]


def test_two_guides_that_name_each_other_move_at_the_same_moment(alice: User, now: datetime) -> None:
    for one, other in ((CMO, DIRECTOR), (DIRECTOR, CMO)):
        row = RelatedCareer.objects.filter(section__career__slug=one).first()
        assert row is not None
        RelatedCareer.objects.filter(pk=row.pk).update(career_slug=other)
    moves = [
        ("FOR UPDATE", partial(move, career=career(slug), slug=f"{slug}-anew", by=alice, at=now))
        for slug in (CMO, DIRECTOR)
    ]
    assert refused(together(moves[0], moves[1])) == []
    assert Career.objects.filter(slug__endswith="-anew").count() == 2


def test_a_comment_is_resolved_while_its_guide_is_published(alice: User, now: datetime) -> None:
    root = career()
    section = root.sections.get(slug="salary")
    comment = comments.write(root=root, row=section, field="body", text="Newer?", by=alice, at=now)
    Section.objects.filter(pk=section.pk).update(body="Two.")
    publishing = partial(publish, root=root, by=None, at=now)
    resolving = partial(comments.resolve, comment=comment, by=alice, at=now)
    assert refused(together(("FOR UPDATE", publishing), ('UPDATE "careers_comment"', resolving))) == []
    assert Comment.objects.get().resolved_at == now


def test_an_address_is_taken_over_while_the_source_that_cites_it_is_edited(alice: User, now: datetime) -> None:
    source = career().sources.first()
    assert source is not None
    check = links.record(url=str(source.url), found=Found(Outcome.MOVED, 301, "https://new.example/"), at=now)

    @transaction.atomic
    def edit() -> None:
        holding.hold(career())
        Source.objects.filter(pk=source.pk).update(title="Another title")

    taking = partial(links.accept_move, check=check, by=alice, at=now, may_change=lambda root: True)
    assert refused(together(("FOR UPDATE", edit), ('UPDATE "careers_source"', taking))) == []
    source.refresh_from_db()
    assert (source.title, source.url) == ("Another title", LinkCheck.objects.get().moved_to)


def test_two_rows_are_added_at_the_same_moment_each_at_a_place_of_its_own() -> None:
    desks = [at_the_desk(editor(name)) for name in ("edith", "emil")]
    forms = [opened(desk, f"{ADD}?career={career().pk}") for desk in desks]
    calls = []
    for desk, form, key in zip(desks, forms, ("first-new", "second-new"), strict=True):
        typed = {"key": key, "title": key, "publisher": "A publisher", "kind": "paper", "career": str(career().pk)}
        calls.append(('INSERT INTO "careers_source"', partial(send, desk, ADD, form, **typed)))
    assert [answer.status_code for answer in together(*calls)] == [302, 302]
    places = list(career().sources.order_by("position").values_list("position", flat=True))
    assert len(set(places)) == len(places)


def test_documents_that_are_loaded_while_somebody_edits_undo_nothing(alice: User, now: datetime) -> None:
    newer, begun = guide(CMO), Event()
    newer["summary"] = "A newer document."
    section = Section.objects.get(career__slug=CMO, slug="salary")

    @transaction.atomic
    def edit() -> None:
        holding.hold(career(CMO))
        begun.set()
        Section.objects.filter(pk=section.pk).update(lead="Typed by Alice.")

    def load() -> list[Loaded]:
        assert begun.wait(5)
        return load_content(guides={CMO: newer}, catalogue=None, overwrite=False, at=now)

    _, loaded = together(('UPDATE "careers_section"', edit), ('FROM "careers_section"', load))
    assert loaded == [Loaded(CMO, "kept")]
    assert Section.objects.get(career__slug=CMO, slug="salary").lead == "Typed by Alice."
