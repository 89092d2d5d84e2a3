"""`simulate` prints the same for the same seed, as text and as JSON, and names the option that it cannot use."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from assessments.services import simulations
from careers.models import InstrumentVersion

pytestmark = pytest.mark.django_db
FEW = ("--people", "3", "--level", "cmio")
WRONG = [
    (("--people", "0"), "--people: '0' is not a whole number from 1 to 20000"),
    (("--people", "20001"), "--people: '20001' is not a whole number from 1 to 20000"),
    (("--people", "9" * 5000), f"--people: '{'9' * 36}... is not a whole number from 1 to 20000"),
    (("--people", "²"), r"--people: '\xb2' is not a whole number from 1 to 20000"),
    (("--seed", "x\n"), r"--seed: 'x\n' is not a whole number from 0 to 4294967295"),
    (("--level", "chief"), "--level: 'chief' is not one of deputy, cmio, senior"),
    (("--overrating", "6"), "--overrating: '6' is not a whole number from 0 to 5"),
    (("--unsure", "nan"), "--unsure: 'nan' is not a number from 0 to 1"),
    (("--unsure", "half"), "--unsure: 'half' is not a number from 0 to 1"),
    (("--keep", "--alike"), "--keep: measures every level with and without departures, so none can be chosen"),
]


def printed(*options: str) -> str:
    out, err = StringIO(), StringIO()
    call_command("simulate", *options, stdout=out, stderr=err)
    assert err.getvalue() == ""
    return out.getvalue()


def document(*options: str) -> Any:
    return json.loads(printed(*options, "--json"))


def test_the_same_seed_prints_the_same_and_another_one_does_not() -> None:
    assert printed(*FEW) == printed(*FEW, "--seed", "1") != printed(*FEW, "--seed", "2")


def test_the_text_says_what_was_measured_on_whom() -> None:
    text = printed(*FEW, "--alike", "--overrating", "1", "--unsure", "0.5")
    assert text.startswith(
        "3 people, seed 1, instrument 1\n"
        "Apart from the model: all skills of a person near one level, ratings 1 too high, "
        "50% of those who do not know say so\n"
    )
    assert printed(*FEW).splitlines()[1] == "Answers as the model has them"
    assert max(map(len, text.splitlines())) < 120


def test_json_holds_every_level_with_both_forms() -> None:
    found = document("--people", "2", "--seed", "9")
    assert (found["people"], found["seed"], found["instrument"]) == (2, 9, 1)
    assert found["departure"] == {"overrating": 0, "unsure": 0.0, "alike": False}
    assert [level["level"] for level in found["levels"]] == ["deputy", "cmio", "senior"]
    for level in found["levels"]:
        assert list(level) == ["level", "full", "quick", "gaps"]
        assert list(level["full"]) == list(level["quick"]) == ["questions", "readiness", "skills"]


def test_a_level_alone_meets_the_same_people_as_among_others() -> None:
    assert document("--people", "2")["levels"][1] == document("--people", "2", "--level", "cmio")["levels"][0]


@pytest.mark.parametrize(("options", "said"), WRONG, ids=[said[:30] for _, said in WRONG])
def test_an_option_that_cannot_be_used_is_named_in_one_line(options: tuple[str, ...], said: str) -> None:
    out, err = StringIO(), StringIO()
    with pytest.raises(SystemExit, match="2"):
        call_command("simulate", *options, stdout=out, stderr=err)
    assert (out.getvalue(), err.getvalue()) == ("", f"{said}\n")


def test_without_content_it_says_how_to_load_it() -> None:
    InstrumentVersion.objects.all().delete()
    with pytest.raises(CommandError, match=r"load the content first \(make content\)"):
        printed(*FEW)


def test_what_is_kept_is_what_is_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simulations, "KEPT", tmp_path / "simulation.json")
    shown = document("--people", "1", "--keep")
    assert simulations.kept(InstrumentVersion.objects.get()) == shown
    assert len(shown) == len(simulations.DEPARTURES)


def test_a_place_where_nothing_can_be_kept_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simulations, "KEPT", tmp_path / "missing" / "simulation.json")
    err = StringIO()
    with pytest.raises(SystemExit, match="2"):
        call_command("simulate", "--people", "1", "--keep", stderr=err)
    assert err.getvalue() == "--keep: simulation.json cannot be written: No such file or directory\n"
