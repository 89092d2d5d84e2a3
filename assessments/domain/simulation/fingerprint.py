"""What decides how well an instrument measures."""

import json
from collections.abc import Iterable
from hashlib import sha256

from assessments.domain import form, quick
from assessments.domain.instrument import Instrument
from assessments.domain.scoring import combining, likelihoods


def fingerprint(instruments: Iterable[Instrument]) -> str:
    """16 digits, the same for versions that differ in words only; of the instrument as each of its levels sees it.

    The forms and the model go into it too: figures measured with others say nothing about these.
    """
    parts = [
        [
            instrument.level,
            [[skill.id, skill.domain, skill.required, skill.weight] for skill in instrument.skills],
            [[item.id, item.skill, item.level, len(item.options)] for item in instrument.items],
        ]
        for instrument in instruments
    ]
    return sha256(json.dumps([_rules(), *parts]).encode()).hexdigest()[:16]


def _rules() -> list[float]:
    forms = [form.HEAVIEST, form.HIGH_RATING, quick.QUESTIONS]
    return [*forms, likelihoods.SIGMA, likelihoods.SLOPE, combining.RANGE_SDS]
