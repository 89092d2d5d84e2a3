"""What of an instrument decides how well it measures."""

import json
from collections.abc import Iterable
from hashlib import sha256

from assessments.domain.instrument import Instrument


def fingerprint(instruments: Iterable[Instrument]) -> str:
    """16 digits that are the same for versions, seen from their levels, that differ in words only."""
    parts = [
        [
            instrument.level,
            [[skill.id, skill.domain, skill.required, skill.weight] for skill in instrument.skills],
            [[item.id, item.skill, item.level, len(item.options)] for item in instrument.items],
        ]
        for instrument in instruments
    ]
    return sha256(json.dumps(parts).encode()).hexdigest()[:16]
