"""What has come of a plan since it was started, as its page and home show it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from assessments.domain.following import since as domain
from assessments.models import Plan, Result
from assessments.presentation import terms, words
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.history import History, Taken, history
from assessments.presentation.partial import is_quick
from assessments.presentation.plan import Saved
from assessments.presentation.rating_again import url
from assessments.presentation.standing import unrated
from assessments.services import reratings
from assessments.services.reratings import Standing

LONG = 14
"""Days from which time is told in weeks."""


@dataclass(frozen=True, slots=True)
class Line:
    """A skill: its name, and the page on which it is rated again, empty where the plan does not know it."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Since:
    """All that is told.

    - sentence: how readiness has moved; until: what it waits for, empty where it was told anew
    - partial, later: what it does not count yet, empty where there is nothing
    - closed, reached, fallen: skills that are met now, that are likely there, and that are no longer met
    - waiting: skills that finished steps were to lift, not rated since; others: all that the plan develops
    - news: the whole in one line
    """

    started: str
    ago: str
    hours: str
    done: str
    gaps_closed: int
    history: History
    sentence: str
    until: str
    partial: str
    again: str
    later: str
    closed: tuple[Line, ...]
    reached: tuple[Line, ...]
    fallen: tuple[Line, ...]
    waiting: tuple[Line, ...]
    others: tuple[Line, ...]
    news: str


def since(plan: Plan, saved: Saved, today: date) -> Since:
    """What has come of a plan until a day; asks the database as `reratings.standing` does."""
    return told(plan, saved, reratings.standing(plan), today)


def told(plan: Plan, saved: Saved, found: Standing, today: date) -> Since:
    """The same from what was read."""
    done, moved = domain.work(saved.rows, saved.progress), _moved(found)
    drawn = _history(found, today)
    waiting = _waiting(saved, found)
    started = plan.created_at.date()
    days = max(0, (today - started).days)
    of_plan = dict.fromkeys(lift["skill"] for row in saved.rows for lift in row["develops"])
    return Since(
        started=words.day(started),
        ago=ago(days),
        hours=words.figures(done.hours, "hour"),
        done=f"{done.done} of {words.figures(done.actions, 'step')}",
        gaps_closed=len(moved.closed),
        history=drawn,
        sentence=_sentence(found, drawn),
        until=_until(found),
        partial=_partial(found),
        again=_again(found),
        later=_later([_name(saved.catalogue, skill) for skill in found.again if skill in found.later]),
        closed=_lines(plan.pk, moved.closed, saved.catalogue),
        reached=_lines(plan.pk, moved.reached, saved.catalogue),
        fallen=_lines(plan.pk, moved.fallen, saved.catalogue),
        waiting=_lines(plan.pk, waiting, saved.catalogue),
        others=_lines(plan.pk, [skill for skill in of_plan if skill not in waiting], saved.catalogue),
        news=_news(done, moved, days, found),
    )


def _waiting(saved: Saved, found: Standing) -> tuple[str, ...]:
    rated_on = {skill: row.saved_at.date() for skill, row in found.again.items()}
    all_on = found.last.created_at.date() if found.is_retaken else date.min
    return domain.waiting(saved.rows, saved.progress, rated_on, all_on)


def ago(days: int) -> str:
    """How long ago something was, from 0 days."""
    if not days:
        return "today"
    return f"{words.count(days, 'day') if days < LONG else words.count(days // 7, 'week')} ago"


def _history(found: Standing, today: date) -> History:
    """The plan's result, the newest one where that is another, and now where something was rated again since."""
    results = {result.pk: result for result in (found.then, found.last)}.values()
    taken = [
        Taken(result.created_at.date(), result.document["report"], is_quick(result.document)) for result in results
    ]
    if found.counted and found.now is not None:
        taken.append(Taken(today, found.now, is_quick(found.last.document)))
    drawn = history(taken)
    names = [f"Result of {row.when}" for row in drawn.rows[: len(results)]] + ["Now"]
    named = [replace(row, when=name) for row, name in zip(drawn.rows, names, strict=False)]
    return replace(drawn, rows=tuple(named))


def _taken(result: Result) -> Taken:
    return Taken(result.created_at.date(), result.document["report"], is_quick(result.document))


def _sentence(found: Standing, drawn: History) -> str:
    if found.now is None:
        return "Readiness is computed in another way since your result, so a new rating cannot be set beside it"
    if not (found.counted or found.is_retaken):
        row = drawn.rows[-1]
        return f"Readiness stands at {row.score} as in your result, likely {terms.between(row.low, row.high)}"
    return drawn.sentence


def _until(found: Standing) -> str:
    """What has to happen before readiness can be told anew; empty where it was."""
    if found.now is None:
        return "Retake the assessment to see how far you have come."
    if found.counted or found.is_retaken:
        return ""
    return "It does not change until you rate a skill again or retake the assessment."


def _partial(found: Standing) -> str:
    open_ones = unrated(found.last.document) - found.counted
    if not open_ones:
        return ""
    it = "it" if len(open_ones) == 1 else "them"
    are = words.sentence(words.count(len(open_ones), "skill is", "skills are"))
    return f"{are} not rated, because this was a quick check: readiness is not complete, and its range allows for {it}."


def _again(found: Standing) -> str:
    return f"{words.sentence(words.count(len(found.counted), 'skill'))} rated again" if found.counted else ""


def _later(names: Sequence[str]) -> str:
    if not names:
        return ""
    return f"Not counted here, because your result comes from an earlier version: {terms.named(names)}."


def _moved(found: Standing) -> domain.Moved:
    then, last = found.then.document, found.last.document
    unknown = unrated(then) | (unrated(last) - found.counted)
    return domain.moved(then["report"]["skills"], (found.now or last["report"])["skills"], unknown)


def _lines(plan_id: UUID, skills: Iterable[str], catalogue: Catalogue) -> tuple[Line, ...]:
    return tuple(
        Line(_name(catalogue, skill), url(plan_id, skill) if skill in catalogue.skills else "") for skill in skills
    )


def _name(catalogue: Catalogue, skill: str) -> str:
    return str(catalogue.skills[skill]["name"]) if skill in catalogue.skills else skill


def _news(done: domain.Work, moved: domain.Moved, days: int, found: Standing) -> str:
    told = [f"{done.done} of {words.figures(done.actions, 'step')} done", f"{words.figures(done.hours, 'hour')} logged"]
    if moved.closed:
        told.append(f"{words.count(len(moved.closed), 'gap')} closed")
    return f"Since you started, {ago(days)}: {words.listed(told)}.{_readiness(found)}"


def _readiness(found: Standing) -> str:
    """Readiness with what was rated again, beside that of the newest result; empty where that is all there is."""
    if not found.counted or found.now is None:
        return ""
    stands, result = found.now["readiness"], found.last.document["report"]["readiness"]
    score, low, high = (terms.whole(stands[part]) for part in ("score", "low", "high"))
    again = words.count(len(found.counted), "skill")
    was = f"in your result it was {terms.whole(result['score'])}"
    return f" With {again} rated again, readiness is {score}, likely {terms.between(low, high)}; {was}."
