"""Whatever stands in a persona file, reading it gives a persona or an error that names a field."""

import copy
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.domain.persona import Persona, PersonaError, parse, read, situation, target
from assessments.domain.scoring import score
from tests.assessments.domain.builders import persona, published

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(["cds", "A"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8) | st.just("id"), inner, max_size=3),
    max_leaves=8,
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    entries: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, entry in entries for place in places(entry, (*path, key)))]


def with_change(path: tuple[Any, ...], value: Any) -> Any:
    data: Any = copy.deepcopy(persona())
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return data


def persona_or_error(data: Any) -> Persona | None:
    try:
        parsed = parse(json.dumps(data).encode())
        target(parsed)
        return read(parsed, published())
    except PersonaError as error:
        check_line(error)
    return None


def check_line(error: PersonaError) -> None:
    assert error.field
    assert str(error).isprintable()


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(places(persona())[1:]), json_values)
def test_one_value_changed_anywhere(path: tuple[Any, ...], value: Any) -> None:
    found = persona_or_error(with_change(path, value))
    if found is not None and found.plan is not None:
        assert situation(found, score(published(), found.answers)).target >= found.plan.start


@settings(deadline=None)
@given(st.sampled_from(places(persona())), st.text(max_size=8), json_values)
def test_one_field_added_anywhere_is_refused(path: tuple[Any, ...], key: str, value: Any) -> None:
    data: Any = persona()
    place = data
    for step in path:
        place = place[step]
    if isinstance(place, dict) and key not in place:
        place[key] = value
        assert persona_or_error(data) is None or key in {"country", "conditions", "unavailable", "gates"}


@settings(deadline=None)
@given(json_values)
def test_any_json_at_all(data: Any) -> None:
    assert persona_or_error(data) is None


@settings(deadline=None)
@given(
    st.fixed_dictionaries(
        {}, optional=dict.fromkeys(["career", "level", "profile", "ratings", "scenarios", "plan", "x"], json_values)
    )
)
def test_known_fields_with_anything_in_them(data: dict[str, Any]) -> None:
    assert persona_or_error(data) is None


def test_the_persona_that_is_changed_is_right_to_begin_with() -> None:
    assert persona_or_error(persona()) is not None
