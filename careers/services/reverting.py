"""Going back: a document that was published, scheduled or put aside becomes the working rows of a new draft."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.auth.models import User
from django.db import IntegrityError, models, transaction

from careers import documents
from careers.models import Career, Deed, Draft
from careers.models.desk.roots import KEYS, Root, noun
from careers.problems import DocumentError, Problem
from careers.services import deeds, drafts
from careers.services.holding import hold
from careers.services.publishing import Moved, Publication, Unchanged
from careers.services.working import SHAPES, Document, digest, write


@transaction.atomic
def revert(*, root: Root, publication: Publication, by: User, at: datetime, seen: str) -> Publication | None:
    """Make that document the draft, and keep the draft that was there as a document that no reader sees.

    It is given back, or nothing where what it said stands in a publication already. `seen` is the digest of the draft
    that was looked at before: Moved where it has changed since. Unchanged where the draft says the same as the
    document; DocumentError where the document does not fit today's shape.
    """
    root = hold(root)
    present = write(root)
    if digest(present) != seen:
        raise Moved
    document = fitting(root, publication.document)
    if document == present:
        raise Unchanged
    number = f"{noun(root)} {publication.number}"
    kept = take_up(root, document, name=f"Back to {number}", by=by, at=at)
    words = f"Back to {number}." + (f" What the draft said is kept as number {kept.number}." if kept else "")
    deeds.record(root=root, what=Deed.What.REVERTED, by=by, at=at, words=words, row=publication)
    return kept


def take_up(root: Root, document: Document, *, name: str, by: User | None, at: datetime) -> Publication | None:
    """Make the document the draft, under that name; inside a transaction that holds the root.

    What the draft said before is kept as a document that no reader sees, and given back; nothing where it stands in a
    publication already. DocumentError where the document does not fit today's shape.
    """
    present = write(root)
    rows = read(root, document)
    kept, former = _put_aside(root, present, by, at), drafts.present(root)
    _end(former, kept, at)
    _replace(root, rows)
    drafts.touched(root=root, by=by, at=at, name=name)
    return kept


def fitting(root: Root, document: Document) -> Document:
    """The document as it would be the draft: under the address that the guide has now."""
    return {**document, "slug": root.slug} if isinstance(root, Career) else document


def read(root: Root, document: Document) -> list[models.Model]:
    """The document's rows, none of them saved; DocumentError names every place that does not fit today's shape."""
    return documents.read(SHAPES[type(root)], root, document).rows


def holder(root: Root, document: Document) -> Publication | None:
    """The newest publication that says exactly the same, where there is one."""
    # Compared here: SQLite would compare texts, in which keys have an order.
    rows: Iterator[Publication] = root.published.all().iterator(chunk_size=20)
    return next((row for row in rows if row.document == document), None)


def _put_aside(root: Root, document: Document, by: User | None, at: datetime) -> Publication | None:
    if holder(root, document):
        return None
    last = root.published.first()
    number = last.number + 1 if last else 1
    kept: Publication = root.published.create(number=number, document=document, live_from=None, published_by=by)
    return kept


def _end(draft: Draft | None, kept: Publication | None, at: datetime) -> None:
    if draft:
        Draft.objects.filter(pk=draft.pk).update(ended_at=at, published_as=kept.number if kept else None)


def _replace(root: Root, rows: list[models.Model]) -> None:
    """Put the rows in the place of those that are there.

    Rows that tell of the same thing keep their primary keys: whoever has one of them open finds it where it was.
    """
    shape = SHAPES[type(root)]
    for model, link in shape.tables():
        if link == root._meta.model_name:
            column = next(name for name in KEYS if name in {field.name for field in model._meta.fields})
            known = dict(model._default_manager.filter(**{link: root}).values_list(column, "pk"))
            for row in (row for row in rows if type(row) is model):
                row.pk = known.get(getattr(row, column))
    try:
        documents.replace(shape, root, rows)
    except IntegrityError as error:
        raise DocumentError([Problem("", f"the database refuses it: {error}")]) from error
