"""Notes on a plan, as its owner reads them and as a mentor does."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessments.models import Note, Share
from assessments.presentation.words import day

YOU = "You"
ANOTHER = "Another mentor"
SHOWN = 10
"""Notes on the page of a plan; the page of notes has all."""


@dataclass(frozen=True, slots=True)
class Line:
    """A note with who wrote it and when; `name` is what a button for it says beside its verb."""

    id: str
    text: str
    about: str
    name: str


def own(notes: Sequence[Note]) -> tuple[Line, ...]:
    """The notes as the owner of the plan reads them."""
    return tuple(_line(note, note.mentor or YOU) for note in notes)


def seen_by(share: Share, notes: Sequence[Note]) -> tuple[Line, ...]:
    """The notes as a mentor reads them: no mentor learns the name of another."""
    return tuple(_line(note, _writer(share, note)) for note in notes)


def _writer(share: Share, note: Note) -> str:
    if note.share_id == share.pk:
        return YOU
    return ANOTHER if note.mentor else share.sharer


def _line(note: Note, who: str) -> Line:
    when = day(note.created_at.date())
    whose = "your note" if who == YOU else f"the note by {who}"
    return Line(str(note.pk), note.text, f"{who}, {when}", f"{whose} of {when}")
