"""Going back makes an old document the draft; nothing that was published or typed is lost, and nothing is half done."""

from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User

from careers.models import Anchor, Career, Deed, Draft, Figure, Section, Skill
from careers.models.desk.roots import Root
from careers.problems import DocumentError
from careers.services import Moved, Unchanged, digest, drafts, publish, write
from careers.services.reverting import revert
from tests.conftest import person
from tests.content import career, catalogue, guide, the_catalogue

pytestmark = pytest.mark.django_db


@pytest.fixture
def edith(db: None) -> User:
    return person("edith")


def edit(body: str = "Edited.") -> None:
    Section.objects.filter(career=career(), slug="salary").update(body=body)


def back(root: Root, number: int, by: User, at: datetime, seen: str | None = None) -> Any:
    publication = root.published.get(number=number)
    return revert(root=root, publication=publication, by=by, at=at, seen=seen or digest(write(root)))


def numbers(root: Root) -> list[int]:
    return list(root.published.values_list("number", flat=True))


def test_the_draft_says_what_the_old_edition_says_and_readers_see_no_difference(edith: User, now: datetime) -> None:
    edit()
    publish(root=career(), by=None, at=now)
    back(career(), 1, edith, now)
    assert write(career()) == guide()
    assert career().published.live(now).get().number == 2
    draft = drafts.present(career())
    assert draft is not None
    assert (draft.name, draft.changed_by) == ("Back to edition 1", edith)


def test_what_was_typed_is_kept_under_a_number_that_no_reader_sees_and_can_be_gone_back_to(
    edith: User, now: datetime
) -> None:
    drafts.touched(root=career(), by=edith, at=now, name="Pay, rewritten")
    edit()
    typed = write(career())
    kept = back(career(), 1, edith, now)
    assert (kept.number, kept.live_from, kept.document) == (2, None, typed)
    assert Draft.objects.get(published_as=2).name == "Pay, rewritten"
    assert back(career(), 2, edith, now) is None
    assert write(career()) == typed


def test_what_a_publication_holds_already_is_not_kept_twice(edith: User, now: datetime) -> None:
    edit()
    publish(root=career(), by=None, at=now)
    assert back(career(), 1, edith, now) is None
    assert numbers(career()) == [2, 1]


def test_the_trail_says_what_became_of_the_draft(edith: User, now: datetime) -> None:
    edit()
    back(career(), 1, edith, now)
    deed = Deed.objects.of(career()).get(what=Deed.What.REVERTED)
    assert (deed.by, deed.words) == (edith, "Back to edition 1. What the draft said is kept as number 2.")


def test_rows_keep_their_addresses_and_the_guide_its_own(edith: User, now: datetime) -> None:
    before = dict(Section.objects.filter(career=career()).values_list("slug", "pk"))
    figures = set(Figure.objects.filter(career=career()).values_list("pk", flat=True))
    edit()
    Section.objects.get(career=career(), slug="pros").delete()
    Career.objects.filter(pk=career().pk).update(slug="cmio", owner=edith)
    root = career("cmio")
    back(root, 1, edith, now)
    after = dict(Section.objects.filter(career=root).values_list("slug", "pk"))
    assert before.keys() == after.keys()
    assert {slug for slug in before if before[slug] != after[slug]} <= {"pros"}
    assert set(Figure.objects.filter(career=root).values_list("pk", flat=True)) == figures
    root.refresh_from_db()
    assert (root.slug, root.owner) == ("cmio", edith)


def test_the_instrument_goes_back_too(edith: User, now: datetime) -> None:
    root = the_catalogue()
    skill = Skill.objects.filter(catalogue=root).earliest("pk")
    Anchor.objects.filter(skill=skill).update(text="Another.")
    kept = back(root, 1, edith, now)
    assert write(root) == catalogue()
    assert kept.document != catalogue()
    assert Skill.objects.get(pk=skill.pk).key == skill.key


def test_what_was_edited_since_it_was_looked_at_is_looked_at_again(edith: User, now: datetime) -> None:
    seen = digest(write(career()))
    edit()
    with pytest.raises(Moved):
        back(career(), 1, edith, now, seen)
    assert numbers(career()) == [1]


def test_where_the_draft_says_the_same_nothing_happens(edith: User, now: datetime) -> None:
    with pytest.raises(Unchanged):
        back(career(), 1, edith, now)
    assert drafts.present(career()) is None


@pytest.mark.parametrize(
    ("spoil", "place"),
    [
        ({"tagline": None}, "tagline"),
        ({"chapters": []}, "chapters"),
        ({"sections": [{"slug": "x", "kind": "unheard of"}]}, "sections[0].title"),
        ({"sources": guide()["sources"] + guide()["sources"][:1]}, ""),
    ],
)
def test_a_document_that_does_not_fit_any_more_changes_nothing(
    edith: User, now: datetime, spoil: dict[str, Any], place: str
) -> None:
    career().published.create(number=2, document=guide() | spoil, live_from=None)
    edit()
    typed = write(career())
    with pytest.raises(DocumentError) as refusal:
        back(career(), 2, edith, now)
    assert place in [problem.path for problem in refusal.value.problems]
    assert (write(career()), numbers(career())) == (typed, [2, 1])
    assert drafts.present(career()) is None
