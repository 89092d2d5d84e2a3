"""The persona that the README shows is one that both commands take."""

import json

from assessments.domain import persona as personas
from tests.assessments.domain.builders import published
from tests.repository import read


def test_the_example_is_read_against_the_published_instrument() -> None:
    raw = read("docs/persona.json").encode()
    found = personas.read(personas.parse(raw), published())
    assert (found.level, found.profession) == ("cmio", "physician")
    assert found.answers.ratings.keys() == {skill.id for skill in published().skills}
    assert found.plan
    assert found.plan.blocked_weeks


def test_the_example_shows_every_field() -> None:
    example = json.loads(read("docs/persona.json"))
    assert set(example) == set(personas.reading.FIELDS)
    assert set(example["profile"]) == set(personas.reading.PROFILE)
    assert set(example["plan"]) == set(personas.request.FIELDS)
    used = {key for rating in example["ratings"].values() for key in rating}
    assert used == {"level", "confidence", "evidence"}
