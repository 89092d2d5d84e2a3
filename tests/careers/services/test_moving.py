"""Moving a guide: one edition more that differs in its address alone, or nothing at all."""

from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import User

from careers.models import Career, Deed, Draft, Edition, FormerSlug, RelatedCareer, Section
from careers.services import digest, drafts, publish, write
from careers.services.moving import MoveRefused, move
from tests.content import CMIO, career, guide

pytestmark = pytest.mark.django_db
OLD, NEW = "chief-medical-officer", "cmo"
DAY = timedelta(days=1)


def moved(by: User, at: datetime, old: str = OLD, new: str = NEW) -> Edition | None:
    return move(career=career(old), slug=new, by=by, at=at)


@pytest.fixture(autouse=True)
def _live_since_yesterday(now: datetime) -> None:
    Edition.objects.update(live_from=now - DAY)


def edited(by: User, at: datetime, slug: str = OLD) -> None:
    section = Section.objects.get(career__slug=slug, slug="salary")
    Section.objects.filter(pk=section.pk).update(body="A sentence of the draft.")
    drafts.edited(root=career(slug), row=section, by=by, at=at, words="body changed")


def test_readers_get_the_next_edition_which_differs_in_the_address_alone(alice: User, now: datetime) -> None:
    published = moved(alice, now)
    assert published is not None
    assert (published.number, published.live_from, published.published_by) == (2, now, alice)
    assert published.document == guide(OLD) | {"slug": NEW}
    assert write(career(NEW)) == published.document
    assert [(row.slug, row.career, row.moved_at) for row in FormerSlug.objects.all()] == [(OLD, career(NEW), now)]
    deed = Deed.objects.of(career(NEW)).get(what=Deed.What.RENAMED)
    assert (deed.by, deed.words) == (alice, f"From {OLD} to {NEW}, with edition 2")


def test_a_draft_stays_a_draft_with_its_approval(alice: User, charlie: User, now: datetime) -> None:
    edited(alice, now)
    drafts.approve(root=career(OLD), by=charlie, at=now, seen=digest(write(career(OLD))))
    published = moved(alice, now)
    assert published is not None
    assert "A sentence of the draft." not in {section["body"] for section in published.document["sections"]}
    draft = Draft.objects.of(career(NEW)).open().get()
    assert draft.is_approved(digest(write(career(NEW))))
    assert publish(root=career(NEW), by=alice, at=now + DAY).number == 3


def test_other_guides_follow_in_their_drafts(alice: User, now: datetime) -> None:
    naming = RelatedCareer.objects.filter(career_slug=OLD).exclude(section__career__slug=OLD)
    others = {row.section.career for row in naming.select_related("section__career")}
    assert others
    moved(alice, now)
    assert not naming.exists()
    assert {draft.career for draft in Draft.objects.open()} == others
    assert {other.published.count() for other in others} == {1}
    told = Deed.objects.filter(what=Deed.What.EDITED).values_list("career", "words")
    assert set(told) == {(other.pk, f"guide changed from {OLD} to {NEW}") for other in others}


def test_a_guide_that_names_itself_names_its_new_address(alice: User, now: datetime) -> None:
    row = RelatedCareer.objects.filter(section__career__slug=OLD).first()
    assert row is not None
    RelatedCareer.objects.filter(pk=row.pk).update(career_slug=OLD)
    publish(root=career(OLD), by=None, at=now - DAY / 2)
    published = moved(alice, now)
    assert published is not None
    assert published.document == write(career(NEW))
    assert not Draft.objects.of(career(NEW)).exists()


def test_it_may_move_back_and_on(alice: User, now: datetime) -> None:
    moved(alice, now)
    moved(alice, now + DAY, NEW, OLD)
    assert set(FormerSlug.objects.values_list("slug", "career__slug")) == {(NEW, OLD)}
    moved(alice, now + 2 * DAY, OLD, "third")
    assert set(FormerSlug.objects.values_list("slug", "career__slug")) == {(NEW, "third"), (OLD, "third")}
    assert [edition.number for edition in career("third").published.all()] == [4, 3, 2, 1]


def test_a_guide_that_nobody_has_seen_just_gets_another_address(alice: User, now: datetime) -> None:
    Career.objects.create(
        slug="new", title="New", tagline="-", summary="-", reviewed_on="2026-01-01", review_by="2026-02-01"
    )
    assert moved(alice, now, "new", "newer") is None
    assert career("newer").published.count() == FormerSlug.objects.count() == 0


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        (OLD, "has that address already"),
        (CMIO, "is the address of the guide Chief Medical Information Officer"),
        ("compare", "is the address of another page"),
        ("gone", "was the address of the guide Clinical Informatics Director"),
        ("", "Use small letters"),
        ("Big", "Use small letters"),
        ("a/b", "Use small letters"),
        ("a--b", "Use small letters"),
        ("é", "Use small letters"),
        ("a\n", "Use small letters"),
        ("a" * 81, "80 characters at most"),
    ],
)
def test_an_address_that_cannot_be_is_refused(alice: User, now: datetime, slug: str, words: str) -> None:
    FormerSlug.objects.create(slug="gone", career=career("clinical-informatics-director"), moved_at=now)
    with pytest.raises(MoveRefused, match=words):
        moved(alice, now, OLD, slug)
    assert career(OLD).published.count() == 1
    assert not Deed.objects.filter(by=alice).exists()


def test_nothing_moves_while_an_edition_waits(alice: User, now: datetime) -> None:
    edited(alice, now)
    publish(root=career(OLD), by=alice, at=now, live_from=now + DAY)
    with pytest.raises(MoveRefused, match=r"Edition 2 is scheduled .* Cancel its schedule first"):
        moved(alice, now)


def test_the_assessed_guide_stays_where_it_is(alice: User, now: datetime) -> None:
    with pytest.raises(MoveRefused, match="the assessment, its results and its plans name its address"):
        moved(alice, now, CMIO, "cmio")
