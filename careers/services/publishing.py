"""Publishing: the working rows become the next numbered document, now or at a set time."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from careers.models import Comment, Deed, Draft, Edition, InstrumentVersion
from careers.models.desk.roots import Root
from careers.problems import DocumentError
from careers.ready import stamp
from careers.search import indexing
from careers.services import deeds, drafts
from careers.services.working import digest, problems_of, write

Publication = Edition | InstrumentVersion


class Unchanged(Exception):
    """There is nothing to publish: the rows say what the last published document says."""


class Moved(Exception):
    """The rows are no longer what the person who publishes has seen."""


class PastSchedule(Exception):
    """The time that was asked for is over."""


class NotApproved(Exception):
    """A second person has to approve the draft first."""


@stamp.changing()
@transaction.atomic
def publish(
    *, root: Root, by: User | None, at: datetime, seen: str | None = None, live_from: datetime | None = None
) -> Publication:
    """Make the rows the next numbered document, live from that time or at once; it takes the place of one that waits.

    DocumentError where the rows break a law. `seen` is the digest of the document that was looked at before: Moved
    where the rows have changed since. PastSchedule where `live_from` is not in the future; NotApproved where a second
    person has to approve and has not; the command line, which has no person, is not asked for an approval.
    """
    root = type(root)._default_manager.select_for_update().get(pk=root.pk)
    if live_from is not None and live_from <= at:
        raise PastSchedule
    document = write(root)
    if seen is not None and digest(document) != seen:
        raise Moved
    if problems := problems_of(root, document):
        raise DocumentError(problems)
    if _says_the_same(root, document, at, live_from):
        raise Unchanged
    draft = drafts.present(root)
    if by and root.needs_approval and not (draft and draft.is_approved(digest(document))):
        raise NotApproved
    return _publish(root, draft, document, by, at, live_from)


@stamp.changing()
@transaction.atomic
def withdraw(*, publication: Publication, by: User | None, at: datetime) -> bool:
    """Cancel the schedule of a publication; False where readers see it already. The document stays, and its number."""
    root = root_of(publication)
    drafts.hold(root)
    waiting = type(publication)._default_manager.filter(pk=publication.pk, live_from__gt=at)
    if not (row := waiting.first()):
        return False
    _withdraw(root, row, by, at)
    _reopen(root, row)
    return True


def root_of(publication: Publication) -> Root:
    """The guide or the catalogue that was published."""
    return publication.career if isinstance(publication, Edition) else publication.catalogue


def _says_the_same(root: Root, document: object, at: datetime, live_from: datetime | None) -> bool:
    live = root.published.live(at).first()
    waiting = root.published.waiting(at).first()
    is_scheduled = bool(waiting and (waiting.document, waiting.live_from) == (document, live_from))
    return is_scheduled or bool(live and live.document == document)


def _publish(
    root: Root, draft: Draft | None, document: object, by: User | None, at: datetime, live_from: datetime | None
) -> Publication:
    for waiting in root.published.waiting(at):
        _withdraw(root, waiting, by, at)
    last = root.published.first()
    number = last.number + 1 if last else 1
    published: Publication
    published = root.published.create(number=number, document=document, live_from=live_from or at, published_by=by)
    indexing.index(published)
    if draft:
        Draft.objects.filter(pk=draft.pk).update(ended_at=at, published_as=number)
    open_comments = Comment.objects.of(root).open()
    open_comments.update(resolved_at=at, resolved_by=by, resolved_with=number)
    what = Deed.What.SCHEDULED if live_from else Deed.What.PUBLISHED if by else Deed.What.LOADED
    when = f"Number {number}, live from {live_from:%Y-%m-%d %H:%M} UTC" if live_from else f"Number {number}"
    deeds.record(root=root, what=what, by=by, at=at, words=when, row=published)
    return published


def _withdraw(root: Root, publication: Publication, by: User | None, at: datetime) -> None:
    type(publication)._default_manager.filter(pk=publication.pk).update(live_from=None)
    indexing.withdraw(publication)
    deeds.record(
        root=root, what=Deed.What.WITHDRAWN, by=by, at=at, words=f"Number {publication.number}", row=publication
    )


def _reopen(root: Root, publication: Publication) -> None:
    """Where nobody began another draft since, what was scheduled is the draft again."""
    if drafts.present(root) is None:
        ended = Draft.objects.of(root).filter(published_as=publication.number).order_by("-ended_at").first()
        if ended:
            Draft.objects.filter(pk=ended.pk).update(ended_at=None, published_as=None)
