"""An answer that another page saved meanwhile, as the page that came second shows it."""

from dataclasses import dataclass
from datetime import datetime

from assessments.models import Rating, ScenarioAnswer
from assessments.presentation import overview
from assessments.presentation.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Changed:
    """When it was saved and what it says; without a word and an example where it answers a scenario."""

    saved_at: datetime
    word: str
    text: str
    evidence: str
    low_confidence: bool


def changed(saved: object, catalogue: Catalogue) -> Changed:
    """The saved answer in words; TypeError for what is no answer."""
    match saved:
        case Rating():
            word, text = catalogue.word(saved.level), catalogue.anchor(saved.skill, saved.level)
            return Changed(saved.saved_at, word, text, saved.evidence, saved.low_confidence)
        case ScenarioAnswer():
            return Changed(saved.saved_at, "", overview.choice_text(catalogue, saved.item, saved.choice), "", False)
    raise TypeError(saved)
