"""Publishing the documents of a career's toolkit."""

from datetime import datetime

from django.contrib.auth.models import User

from careers.checks.references import Document
from careers.checks.toolkit import toolkit_problems
from careers.checks.toolkit.laws import Known
from careers.models import Career, Gate, Level, Skill
from careers.problems import DocumentError


def publish_toolkit(*, career: Career, kind: str, document: Document, at: datetime, by: User | None = None) -> bool:
    """Make the document the next one of its kind, live from that time; False where it is the last one already.

    DocumentError where it breaks a law. To be called inside a transaction.
    """
    career = Career.objects.select_for_update().get(pk=career.pk)
    if problems := toolkit_problems(kind, document, known_names(career)):
        raise DocumentError(problems)
    last = career.toolkit.filter(kind=kind).first()
    if last and last.document == document:
        return False
    number = last.number + 1 if last else 1
    career.toolkit.create(kind=kind, number=number, document=document, live_from=at, published_by=by)
    return True


def known_names(career: Career) -> Known:
    """What the career's catalogue names, for its toolkit to name."""
    skills, levels, gates = (
        set(model.objects.filter(catalogue__career=career).values_list("key", flat=True))
        for model in (Skill, Level, Gate)
    )
    return Known(skills, levels, gates)
