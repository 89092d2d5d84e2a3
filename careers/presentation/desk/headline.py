"""The finding at the top of the desk, in two sentences."""

from collections.abc import Sequence

from careers.presentation import words
from careers.presentation.desk.counting import verb, whom
from careers.presentation.desk.subject import Subject
from careers.presentation.desk.table import Row


def headline(rows: Sequence[Row]) -> str:
    """What is late or broken; where nothing is, whether readers see all that was written."""
    overdue = [row.subject for row in rows if row.is_late]
    broken = [row.subject for row in rows if row.broken]
    if overdue and broken:
        # The noun is said once: "one guide is past review, three have broken references".
        again = not any(subject.is_guide for subject in overdue)
        told = whom(broken, noun=again)
        return f"{_past(overdue)}, {told[:1].lower() + told[1:]} {_have(broken)}"
    if overdue:
        return _past(overdue)
    if broken:
        return f"{whom(broken)} {_have(broken)}"
    if not rows:
        return "No guides yet"
    ahead = any(row.subject.standing.is_ahead for row in rows)
    return "Nothing is late or broken" if ahead else "Everything is live and in time"


def sentence(rows: Sequence[Row]) -> str:
    """How much there is, and what waits for somebody or for its day."""
    if not rows:
        return "Import a document, or add a guide."
    standings = [row.subject.standing for row in rows]
    drafts = [standing for standing in standings if standing.is_ahead]
    in_review = sum(bool(standing.draft and standing.draft.is_in_review) for standing in drafts)
    waiting = [row.subject for row in rows if row.subject.standing.waiting]
    parts = [
        _told(len(drafts) - in_review, "draft is ahead of what readers see", "drafts are ahead of what readers see"),
        _told(in_review, "draft waits for a second reader", "drafts wait for a second reader"),
        _scheduled(waiting),
    ]
    told = ", ".join(part for part in parts if part) or "nothing waits"
    return f"{whom([row.subject for row in rows])}. {told[:1].upper() + told[1:]}."


def _past(subjects: Sequence[Subject]) -> str:
    return f"{whom(subjects)} {verb(subjects, 'is', 'are')} past review"


def _have(subjects: Sequence[Subject]) -> str:
    return f"{verb(subjects, 'has', 'have')} broken references"


def _told(number: int, one: str, several: str) -> str:
    return f"{words.counting(number).lower()} {one if number == 1 else several}" if number else ""


def _scheduled(waiting: Sequence[Subject]) -> str:
    if not waiting:
        return ""
    first = min(subject.standing.waiting_from for subject in waiting if subject.standing.waiting_from)
    day = words.day(first.date().isoformat())
    if len(waiting) == 1:
        return f"one goes live on {day}"
    return f"{words.counting(len(waiting)).lower()} go live later, the first on {day}"
