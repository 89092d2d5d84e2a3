"""What is scheduled waits, is taken back or is replaced; a document that no reader saw is kept under its number."""

from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import User

from careers.models import Comment, Deed, Draft, Edition, SearchEntry, Section
from careers.services import NotApproved, PastSchedule, Unchanged, drafts, publish, withdraw, write
from careers.services.working import digest
from tests.content import career

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def edit(body: str = "Another sentence.") -> None:
    Section.objects.filter(career=career(), slug="salary").update(body=body)


def seen_by_readers(at: datetime) -> int:
    found: int = Edition.objects.for_slug(career().slug).live(at).get().number
    return found


def schedule(at: datetime, live_from: datetime, by: User | None = None) -> Edition:
    published = publish(root=career(), by=by, at=at, live_from=live_from)
    assert isinstance(published, Edition)
    return published


@pytest.fixture(autouse=True)
def _live_since_yesterday(now: datetime) -> None:
    Edition.objects.update(live_from=now - DAY)


def test_it_is_live_from_its_time_on(now: datetime) -> None:
    edit()
    schedule(now, now + DAY)
    assert [seen_by_readers(now + part * DAY) for part in (0, 0.999, 1)] == [1, 1, 2]


@pytest.mark.parametrize("late", [timedelta(), timedelta(seconds=1), 400 * DAY])
def test_a_time_that_is_over_is_refused_and_nothing_is_kept(now: datetime, late: timedelta) -> None:
    edit()
    with pytest.raises(PastSchedule):
        schedule(now, now - late)
    assert career().published.count() == 1


def test_what_is_cancelled_is_never_seen_and_stays_readable(now: datetime) -> None:
    edit()
    waiting = schedule(now, now + DAY)
    assert withdraw(publication=waiting, by=None, at=now)
    assert seen_by_readers(now + 9 * DAY) == 1
    assert career().published.get(number=2).document == write(career())
    assert not SearchEntry.objects.filter(edition=waiting).exists()
    live = SearchEntry.objects.filter(edition__number=1, edition__career=career())
    assert live.live(now + 9 * DAY).count() == live.count() > 0


def test_what_readers_see_cannot_be_cancelled(now: datetime) -> None:
    edit()
    waiting = schedule(now, now + DAY)
    assert not withdraw(publication=waiting, by=None, at=now + DAY)
    assert seen_by_readers(now + DAY) == 2


def test_a_new_schedule_takes_the_place_of_the_one_before(now: datetime) -> None:
    edit()
    schedule(now, now + DAY)
    edit("A third sentence.")
    schedule(now, now + 2 * DAY)
    assert [seen_by_readers(now + days * DAY) for days in (1, 2)] == [1, 3]
    assert career().published.get(number=2).live_from is None


def test_publishing_at_once_takes_the_place_of_its_own_schedule(now: datetime) -> None:
    edit()
    schedule(now, now + DAY)
    with pytest.raises(Unchanged):
        schedule(now, now + DAY)
    publish(root=career(), by=None, at=now)
    assert seen_by_readers(now) == seen_by_readers(now + 9 * DAY) == 3


def test_rows_as_readers_see_them_are_not_published_again_while_another_edition_waits(now: datetime) -> None:
    body = Section.objects.get(career=career(), slug="salary").body
    edit()
    schedule(now, now + DAY)
    edit(body)
    with pytest.raises(Unchanged):
        publish(root=career(), by=None, at=now)


def test_the_draft_ends_with_its_comments_and_is_there_again_when_it_is_cancelled(now: datetime, alice: User) -> None:
    section = Section.objects.get(career=career(), slug="salary")
    drafts.edited(root=career(), row=section, by=alice, at=now, words="Body changed")
    edit()
    remark = Comment.objects.create(career=career(), model="section", key="salary", field="body", by=alice, at=now)
    waiting = schedule(now, now + DAY, alice)
    remark.refresh_from_db()
    assert (remark.resolved_by, remark.resolved_with) == (alice, 2)
    assert Draft.objects.get().published_as == 2
    withdraw(publication=waiting, by=alice, at=now)
    assert Draft.objects.of(career()).open().count() == 1
    told = Deed.objects.of(career()).filter(by=alice).values_list("who", "what")
    assert set(told) == {(alice.email, what) for what in ("edited", "scheduled", "cancelled the schedule")}


def begun(by: User, at: datetime) -> Comment:
    """A draft of that person, with a comment on it."""
    section = Section.objects.get(career=career(), slug="salary")
    drafts.edited(root=career(), row=section, by=by, at=at, words="Body changed")
    edit()
    remark: Comment = Comment.objects.create(career=career(), model="section", field="body", by=by, at=at)
    return remark


def test_what_is_cancelled_is_part_of_the_draft_that_was_begun_since(now: datetime, alice: User, charlie: User) -> None:
    remark = begun(alice, now)
    waiting = schedule(now, now + DAY, alice)
    begun(charlie, now)
    withdraw(publication=waiting, by=alice, at=now)
    draft = drafts.present(career())
    assert draft is not None
    assert set(draft.authors.all()) == {alice, charlie}
    assert remark in Comment.objects.open()


def test_a_draft_whose_schedule_was_changed_is_there_again_when_that_is_cancelled(now: datetime, alice: User) -> None:
    remark = begun(alice, now)
    schedule(now, now + DAY, alice)
    waiting = schedule(now, now + 2 * DAY, alice)
    assert Comment.objects.get() not in Comment.objects.open()
    withdraw(publication=waiting, by=alice, at=now)
    draft = drafts.present(career())
    assert draft is not None
    assert list(draft.authors.all()) == [alice]
    assert list(Comment.objects.open()) == [remark]


def test_a_second_person_approves_what_is_published(now: datetime, alice: User, charlie: User) -> None:
    root = career()
    root.needs_approval = True
    root.save()
    section = Section.objects.get(career=root, slug="salary")
    drafts.edited(root=root, row=section, by=alice, at=now, words="Body changed")
    edit()
    with pytest.raises(NotApproved):
        publish(root=root, by=charlie, at=now)
    with pytest.raises(drafts.ReviewRefused):
        drafts.approve(root=root, by=alice, at=now, seen=digest(write(root)))
    drafts.approve(root=root, by=charlie, at=now, seen=digest(write(root)))
    edit("Something else, after the approval.")
    with pytest.raises(NotApproved):
        publish(root=root, by=alice, at=now)
    edit()
    assert publish(root=root, by=alice, at=now).number == 2
