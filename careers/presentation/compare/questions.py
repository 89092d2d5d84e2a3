"""What the comparison asks every guide, the questions that matter most first."""

from dataclasses import dataclass

from careers.presentation.compare import counted, figured, rules, skills, texts
from careers.presentation.compare.answers import Answering
from careers.presentation.compare.license import license_needed
from careers.presentation.compare.rules import Rule
from careers.presentation.compare.work import work


@dataclass(frozen=True, slots=True)
class Question:
    """A row of the comparison; the topic names it where it is a difference."""

    key: str
    text: str
    topic: str
    answer: Answering
    rule: Rule = rules.in_words


QUESTIONS = (
    Question("work", "What do you answer for?", "the work itself", work, rules.by_statement),
    Question("pay", "What does it pay?", "pay", figured.pay, rules.by_ratio),
    Question("license", "Do you need a license?", "licensing", license_needed, rules.by_condition),
    Question("years", "How many years does it take?", "years on the way", counted.years, rules.by_ratio),
    Question("skills", "Which skills does it ask for?", "skills", skills.named, rules.by_overlap),
    Question("cost", "What does further study cost?", "cost of study", counted.cost, rules.by_ratio),
    Question("growth", "How fast are jobs expected to grow?", "job growth", figured.growth, rules.by_ratio),
    Question("openings", "How many posts open in a year?", "openings", figured.openings, rules.by_ratio),
    Question("steps", "How many steps lead there?", "number of steps", counted.steps, rules.by_ratio),
    Question("evidence", "How much is measured?", "measured figures", counted.evidence, rules.by_share),
    Question("education", "Which education is typical?", "education", texts.education),
    Question("duties", "What do you do all day?", "duties", texts.duties),
    Question("where", "Where and how does the work happen?", "the place of work", texts.environment),
    Question("industries", "Who employs you?", "employers", texts.industries),
    Question("hardest", "What is hardest?", "drawbacks", texts.hardest),
    Question("valued", "What do people value?", "advantages", texts.valued),
    Question("mistaken", "What do people get wrong?", "misconceptions", texts.mistaken),
    Question("next", "Where next?", "what comes next", texts.ahead),
)
