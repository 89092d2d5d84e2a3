"""A right persona with one thing changed, and what reading it says."""

from typing import Any

import pytest

from assessments.domain.persona import Persona, PersonaError, read
from tests.assessments.domain.builders import persona, published

MISSING = object()


def changed(path: str, value: object) -> dict[str, Any]:
    """The right persona with the field at the path set, or taken away where the value is MISSING."""
    data: Any = persona()
    place = data
    *above, last = (int(step) if step.isdigit() else step for step in path.split("."))
    for step in above:
        place = place[step]
    if value is MISSING:
        del place[last]
    else:
        place[last] = value
    return data  # type: ignore[no-any-return]


def accepted(path: str, value: object) -> Persona:
    """The persona that the change gives."""
    return read(changed(path, value), published())


def refused(path: str, value: object) -> PersonaError:
    """The error that the change gives."""
    with pytest.raises(PersonaError) as caught:
        accepted(path, value)
    assert str(caught.value).isprintable()
    return caught.value
