"""What lies between the working rows and what readers see: what is looked at before a review and before publishing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from careers import services
from careers.checks.places import Place, Places
from careers.checks.publishing import Finding, findings
from careers.models import Comment, Draft, Edition, InstrumentVersion
from careers.models.desk.roots import Root
from careers.presentation.summary import Line, summary
from careers.services import Document, drafts

Publication = Edition | InstrumentVersion


@dataclass(frozen=True, slots=True)
class Found:
    """What the checks found, with where on the desk it is edited."""

    reason: str
    place: Place


@dataclass(frozen=True, slots=True)
class Ahead:
    """The working document beside what is published: what changes for readers, and what stands in the way."""

    document: Document
    seen: str
    number: int
    live: Publication | None
    waiting: Publication | None
    draft: Draft | None
    approval: Draft | None
    stops: list[Found]
    advice: list[Found]
    open_comments: int

    @property
    def is_ahead(self) -> bool:
        """Whether readers see something else than the working rows say, or nothing."""
        return self.live is None or self.live.document != self.document

    @property
    def is_waiting(self) -> bool:
        """Whether just what the working rows say is scheduled."""
        return bool(self.waiting and self.waiting.document == self.document)

    @property
    def changes(self) -> list[Line]:
        """What readers will notice, by place; nothing where they see nothing of it yet."""
        return summary(self.live.document, self.document) if self.live else []


def ahead(root: Root, at: datetime) -> Ahead:
    """Look at a guide or at the catalogue."""
    document = services.write(root)
    seen = services.digest(document)
    last, waiting = root.published.first(), root.published.waiting(at).first()
    found, places = findings(root, document, at), Places(root, document)
    return Ahead(
        document=document,
        seen=seen,
        number=last.number + 1 if last else 1,
        live=root.published.live(at).first(),
        waiting=waiting,
        draft=drafts.present(root),
        approval=drafts.approval(root, seen, waiting),
        stops=_placed((finding for finding in found if finding.stops), places),
        advice=_placed((finding for finding in found if not finding.stops), places),
        open_comments=Comment.objects.of(root).open().count(),
    )


def _placed(found: Iterable[Finding], places: Places) -> list[Found]:
    return [Found(finding.reason, places.of(finding.path)) for finding in found]
