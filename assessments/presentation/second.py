"""The user's own ratings and the mentors' beside each other, and the links by which mentors rate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from assessments.domain.scoring import Score
from assessments.models import Invitation, MentorRating
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.glyphs import percent
from assessments.presentation.terms import between, whole, within
from assessments.presentation.words import count, day, listed, sentence

TOP = 5
NOT_RATED = "Not rated"
NO_CHANCE = "Has not had the chance"
NOT_COUNTED = "Came after your result"
NOT_COUNTED_UNRATED = "Does not count without a rating of your own"


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link: whom it is for, how it stands and how far the mentor is; `token` is empty where nobody can tell it."""

    id: str
    mentor: str
    state: str
    tag: str
    about: str
    is_open: bool
    token: str


@dataclass(frozen=True, slots=True)
class MentorView:
    """One mentor's rating of a skill in words, how it differs from the own one, and its place on the plot."""

    mentor: str
    word: str
    difference: str
    when: str
    x: str


@dataclass(frozen=True, slots=True)
class Row:
    """One skill with the own rating and the mentors', last the one that counts; `steps` is what that one adds."""

    id: str
    name: str
    domain_name: str
    own: str
    you: str
    steps: int | None
    views: tuple[MentorView, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Beside:
    """The skills that both rated, the furthest apart first; those `hidden` the user has yet to rate without a lead."""

    rows: tuple[Row, ...]
    hidden: str
    several: bool
    later: str

    @property
    def title(self) -> str:
        """What the rows come to."""
        steps = [row.steps for row in self.rows if row.steps is not None]
        if not steps:
            return "No skill has both ratings yet"
        lower, higher, same = sum(step < 0 for step in steps), sum(step > 0 for step in steps), steps.count(0)
        parts = [f"{number} {word}" for number, word in ((lower, "lower"), (higher, "higher")) if number]
        if parts:
            parts[0] += " than you"
        if same:
            parts.append(f"{same} the same{'' if parts else ' as you'}")
        who = "your mentors rate" if self.several else "your mentor rates"
        return f"Of {count(len(steps), 'skill')} that you both rated, {who} {listed(parts)}"


def links(invitations: Sequence[Invitation], skills: int, now: datetime) -> tuple[LinkRow, ...]:
    """The links, newest first; their ratings have to be prefetched."""
    return tuple(_link(invitation, skills, now) for invitation in invitations)


def beside(
    own: Mapping[str, int],
    given: Sequence[MentorRating],
    catalogue: Catalogue,
    *,
    counted: Mapping[str, int] | None = None,
    later: str = "",
) -> Beside:
    """Both ratings of each skill.

    - own: the user's levels by skill; before submission no skill is shown without one
    - given: what mentors gave, oldest first
    - counted: what of it counted in the result, none before submission
    - later: what the ratings that came after the result would change, in a sentence
    """
    by_skill: dict[str, list[MentorRating]] = {}
    for rating in given:
        if rating.skill in catalogue.skills:
            by_skill.setdefault(rating.skill, []).append(rating)
    shown = [skill for skill in by_skill if skill in own or counted is not None]
    rows = [_row(skill, own.get(skill), by_skill[skill], catalogue, counted) for skill in shown]
    rows.sort(key=lambda row: (row.steps is None, -abs(row.steps or 0), row.name))
    return Beside(tuple(rows), _hidden(len(by_skill) - len(rows)), any(len(row.views) > 1 for row in rows), later)


def would_be(frozen: Mapping[str, float], now: Score) -> str:
    """What the ratings that came after a result would make of its readiness, in a sentence."""
    score, low, high = whole(now.score), whole(now.low), whole(now.high)
    return (
        f"Some ratings came after your result. With them your readiness would be {score}, likely "
        f"{between(low, high)}, where your result says {whole(frozen['score'])}. Your result stays as it is."
    )


def difference(own: int | None, other: int) -> str:
    """How a mentor's rating differs from the own one, in words."""
    if own is None:
        return "You have not rated it"
    if own == other:
        return "The same as you"
    return sentence(f"{count(abs(own - other), 'level')} {'higher' if other > own else 'lower'} than you")


def _link(invitation: Invitation, skills: int, now: datetime) -> LinkRow:
    answers = list(invitation.ratings.all())
    rated = sum(answer.level is not None for answer in answers)
    is_open = invitation.is_usable(now)
    state, tag = _state(invitation, is_open=is_open)
    parts = [f"{rated} of {skills} skills rated"]
    if len(answers) > rated:
        parts.append(f"{len(answers) - rated} with ‘I cannot say’")
    parts.append(_ends(invitation, is_open=is_open))
    return LinkRow(
        id=str(invitation.pk),
        mentor=invitation.mentor,
        state=state,
        tag=tag,
        about=" · ".join(parts),
        is_open=is_open,
        token=invitation.token if is_open else "",
    )


def _state(invitation: Invitation, *, is_open: bool) -> tuple[str, str]:
    if invitation.revoked_at:
        return "Revoked", ""
    if not is_open:
        return "Expired", ""
    return ("Done", "good") if invitation.finished_at else ("Open", "you")


def _ends(invitation: Invitation, *, is_open: bool) -> str:
    if invitation.revoked_at:
        return f"revoked on {day(invitation.revoked_at.date())}"
    return f"{'open until' if is_open else 'expired on'} {day(invitation.expires_at.date())}"


def _row(
    skill: str,
    own: int | None,
    given: Sequence[MentorRating],
    catalogue: Catalogue,
    counted: Mapping[str, int] | None,
) -> Row:
    views = tuple(_view(rating.invitation.mentor, rating, own, catalogue) for rating in given)
    last = given[-1].level or 0
    return Row(
        id=skill,
        name=catalogue.skills[skill]["name"],
        domain_name=catalogue.domain_name(skill),
        own=NOT_RATED if own is None else catalogue.word(own),
        you=percent(100 * (own or 0) / TOP),
        steps=None if own is None else last - own,
        views=views,
        note=_note(skill, own, last, catalogue, counted),
    )


def _view(mentor: str, rating: MentorRating, own: int | None, catalogue: Catalogue) -> MentorView:
    level = rating.level or 0
    word = catalogue.word(level) if level else NO_CHANCE
    return MentorView(mentor, word, difference(own, level), day(rating.saved_at.date()), percent(100 * level / TOP))


def _note(skill: str, own: int | None, last: int, catalogue: Catalogue, counted: Mapping[str, int] | None) -> str:
    """What counted in the result, where that is not what stands here."""
    if counted is None or counted.get(skill) == last:
        return ""
    if skill in counted:
        return f"In your result the earlier rating counted: {within(catalogue.word(counted[skill]))}"
    return NOT_COUNTED if own is not None else NOT_COUNTED_UNRATED


def _hidden(number: int) -> str:
    if not number:
        return ""
    skills = count(number, "more skill")
    it, them = ("it", "it") if number == 1 else ("them", "these")
    return f"Your mentor rated {skills}. You see {it} once you have rated {them} yourself, so that nothing leads you."
