"""Which question a quick check asks next: the one whose answer is expected to narrow what is known the most."""

from collections.abc import Iterator
from functools import lru_cache

from assessments.domain.instrument import Instrument, Item, Skill
from assessments.domain.scoring import Answers, outcome_of, posterior, rating_likelihood, sigma_of
from assessments.domain.scoring.attainment import attainment, expected_variance, item_outcomes, rating_outcomes
from assessments.domain.scoring.likelihoods import SIGMA, item_likelihood
from assessments.domain.scoring.posterior import Posterior

MINUTES = 12
SECONDS_A_QUESTION = 20
"""What a question is taken to last before anybody's own pace is known: some 70 words read, one of six chosen."""

QUESTIONS = MINUTES * 60 // SECONDS_A_QUESTION

SKILL, SCENARIO = "skill", "scenario"
Question = tuple[str, str]
"""Kind and key of a question."""


def path(instrument: Instrument, answers: Answers) -> tuple[Question, ...]:
    """The questions in the order asked, up to the first without an answer, at most `QUESTIONS` of them.

    - at first one skill of each domain, then any: always the one that narrows most, ties go to what was open first
    - a choice rests only on the answers to the questions before it, so the same answers give the same path
    """
    search = _Search(instrument, answers)
    asked: list[Question] = []
    while len(asked) < QUESTIONS and (question := search.best()):
        asked.append(question)
        if not search.take(question):
            break
    return tuple(asked)


class _Search:
    """What is known so far of each skill, and which questions are left."""

    def __init__(self, instrument: Instrument, answers: Answers) -> None:
        self.answers = answers
        self.skills = {skill.id: skill for skill in instrument.skills}
        self.items = {item.id: item for item in instrument.items}
        self.domains = {skill.domain for skill in instrument.skills}
        self.seen: dict[str, list[Posterior]] = {skill.id: [] for skill in instrument.skills}
        self.left: dict[Question, float] = {
            (SKILL, skill.id): skill.weight * _expected_drop(skill.required, (), rating_outcomes(SIGMA))
            for skill in instrument.skills
        }

    def best(self) -> Question | None:
        """The question that narrows most; while a domain has no rating, among those that bring one."""
        wanted = self.left
        if self.domains:
            wanted = {key: gain for key, gain in self.left.items() if self._opens_a_domain(key)}
        return max(wanted, key=lambda key: wanted[key], default=None)

    def take(self, question: Question) -> bool:
        """Learn the answer to a question, or say that there is none."""
        kind, id = question
        del self.left[question]
        skill = self.skills[id if kind == SKILL else self.items[id].skill]
        found = self._rating(id) if kind == SKILL else self._outcome(self.items[id])
        if found is None:
            return False
        self.seen[skill.id].append(found)
        self.domains.discard(skill.domain)
        known = tuple(self.seen[skill.id])
        self.left |= {
            (SCENARIO, item.id): skill.weight * _expected_drop(skill.required, known, item_outcomes(item))
            for item in self._unasked_items(skill, new=kind == SKILL)
        }
        return True

    def _opens_a_domain(self, question: Question) -> bool:
        kind, id = question
        return kind == SKILL and self.skills[id].domain in self.domains

    def _unasked_items(self, skill: Skill, *, new: bool) -> Iterator[Item]:
        """The skill's items that are still open; a rating opens all of them."""
        own = (item for item in self.items.values() if item.skill == skill.id)
        return (item for item in own if new or (SCENARIO, item.id) in self.left)

    def _rating(self, skill: str) -> Posterior | None:
        rating = self.answers.ratings.get(skill)
        return rating_likelihood(rating.level, sigma_of(rating)) if rating else None

    def _outcome(self, item: Item) -> Posterior | None:
        choice = self.answers.scenarios.get(item.id)
        return item_likelihood(item.level, len(item.options), outcome_of(item, choice)) if choice else None


@lru_cache(maxsize=4096)
def _expected_drop(required: int, known: tuple[Posterior, ...], outcomes: tuple[Posterior, ...]) -> float:
    now = posterior(known)
    return max(0.0, attainment(now, required)[1] - expected_variance(now, outcomes, required))
