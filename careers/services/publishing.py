"""Publishing: the working rows become the next numbered document, now or at a set time."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from careers.checks import publishing as checks
from careers.models import Comment, Deed, Draft, Edition, InstrumentVersion
from careers.models.desk.roots import Root
from careers.presentation import words
from careers.problems import DocumentError, Problem
from careers.ready import stamp
from careers.search import indexing
from careers.services import deeds, drafts
from careers.services.holding import hold
from careers.services.working import Document, digest, problems_of, write

Publication = Edition | InstrumentVersion


class Unchanged(Exception):
    """There is nothing to publish: the rows say what the last published document says."""


class Scheduled(Unchanged):
    """There is nothing to schedule: the same document waits for the same time."""


class Moved(Exception):
    """The rows are no longer what the person who publishes has seen."""


class Overtaken(Moved):
    """Somebody has scheduled a publication, or cancelled it, since the person who publishes looked."""


class PastSchedule(Exception):
    """The time that was asked for is over."""


class NotApproved(Exception):
    """A second person has to approve the draft first."""


@stamp.changing()
@transaction.atomic
def publish(
    *,
    root: Root,
    by: User | None,
    at: datetime,
    seen: str | None = None,
    instead_of: int | None = None,
    live_from: datetime | None = None,
) -> Publication:
    """Make the rows the next numbered document, live from that time or at once; it takes the place of one that waits.

    `seen` is the digest of the document that was looked at before, and `instead_of` the number of what waited then:
    Moved where the rows have changed since, Overtaken where something else waits. PastSchedule where `live_from` is
    not in the future. DocumentError where findings stop a person, or rows break a law; NotApproved where a second
    person has to approve and has not: the command line, which has no person, is not asked for an approval.
    """
    root = hold(root)
    if live_from is not None and live_from <= at:
        raise PastSchedule
    document = write(root)
    waiting = root.published.waiting(at).first()
    if seen is not None and digest(document) != seen:
        raise Moved
    _refuse_repetition(root, document, at, live_from, waiting)
    if seen is not None and instead_of != (waiting.number if waiting else None):
        raise Overtaken
    _refuse_unready(root, document, by, waiting)
    return _publish(root, document, by, at, live_from)


def stopping(root: Root, document: Document) -> list[Problem]:
    """What keeps a person from publishing the document."""
    found = checks.findings(root, document)
    return [Problem(finding.path, finding.reason) for finding in found if finding.stops]


@stamp.changing()
@transaction.atomic
def withdraw(*, publication: Publication, by: User | None, at: datetime) -> bool:
    """Cancel the schedule of a publication; False where readers see it already. The document stays, and its number."""
    root = root_of(publication)
    hold(root)
    waiting = type(publication)._default_manager.filter(pk=publication.pk, live_from__gt=at)
    if not (row := waiting.first()):
        return False
    _withdraw(root, row, by, at)
    _reopen(root, row)
    return True


def root_of(publication: Publication) -> Root:
    """The guide or the catalogue that was published."""
    return publication.career if isinstance(publication, Edition) else publication.catalogue


def _refuse_repetition(
    root: Root, document: Document, at: datetime, live_from: datetime | None, waiting: Publication | None
) -> None:
    live = root.published.live(at).first()
    if live and live.document == document:
        raise Unchanged
    if waiting and (waiting.document, waiting.live_from) == (document, live_from):
        raise Scheduled


def _refuse_unready(root: Root, document: Document, by: User | None, waiting: Publication | None) -> None:
    if problems := stopping(root, document) if by else problems_of(root, document):
        raise DocumentError(problems)
    if by and root.needs_approval and not drafts.approval(root, digest(document), waiting):
        raise NotApproved


def _publish(root: Root, document: Document, by: User | None, at: datetime, live_from: datetime | None) -> Publication:
    for waiting in root.published.waiting(at):
        _withdraw(root, waiting, by, at)
        _reopen(root, waiting)
    last = root.published.first()
    number = last.number + 1 if last else 1
    published: Publication
    published = root.published.create(number=number, document=document, live_from=live_from or at, published_by=by)
    indexing.index(published)
    Draft.objects.of(root).open().update(ended_at=at, published_as=number)
    open_comments = Comment.objects.of(root).open()
    open_comments.update(resolved_at=at, resolved_by=by, resolved_with=number)
    what = Deed.What.SCHEDULED if live_from else Deed.What.PUBLISHED if by else Deed.What.LOADED
    when = f"Number {number}, live from {words.moment(live_from)}" if live_from else f"Number {number}"
    deeds.record(root=root, what=what, by=by, at=at, words=when, row=published)
    return published


def _withdraw(root: Root, publication: Publication, by: User | None, at: datetime) -> None:
    type(publication)._default_manager.filter(pk=publication.pk).update(live_from=None)
    indexing.withdraw(publication)
    deeds.record(
        root=root, what=Deed.What.WITHDRAWN, by=by, at=at, words=f"Number {publication.number}", row=publication
    )


def _reopen(root: Root, publication: Publication) -> None:
    """What was scheduled is the draft again, or part of the one that somebody began since; its comments are open."""
    if ended := drafts.ended_with(root, publication.number):
        if present := drafts.present(root):
            present.authors.add(*ended.authors.all())
        else:
            Draft.objects.filter(pk=ended.pk).update(ended_at=None, published_as=None)
    resolved = Comment.objects.of(root).filter(resolved_with=publication.number)
    resolved.update(resolved_at=None, resolved_by=None, resolved_with=None)
