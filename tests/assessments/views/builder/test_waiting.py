"""The waiting page says what happens, leads on by itself, and offers to try again; the way out makes one change."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from assessments.models import Attempt, Calculation, Draft, Plan
from assessments.services import calculations
from tests import journeys, markup
from tests.assessments.views.builder.walks import NEW, created, filled, opened, sent, typed, work

pytestmark = pytest.mark.django_db
BIG = "programme-lead"


@pytest.fixture
def attempt(alice: User, monkeypatch: pytest.MonkeyPatch) -> Attempt:
    journeys.stop_clock(monkeypatch)
    return journeys.submitted(journeys.physician(alice))


def document(**changes: Any) -> dict[str, Any]:
    totals: dict[str, Any] = {"hours": 0, "cost_max_usd": 0, "finish": None, "finish_low": None, "finish_high": None}
    totals |= {"points_missing": 40.0, "readiness_then": 60.0}
    whole = {"status": "feasible", "bound_points_missing": 1.0, "actions": [], "totals": totals, "unmet": []}
    return {**whole, "left_out": [], **changes}


def answering(patch: pytest.MonkeyPatch, answer: dict[str, Any], remedies: list[dict[str, Any]] | None = None) -> None:
    patch.setattr(calculations, "solve", lambda *_: answer)
    patch.setattr(calculations, "remedies", lambda *_: remedies or [])


def test_it_waits_without_script_and_says_what_is_kept(as_alice: Client, attempt: Attempt) -> None:
    filled(as_alice)
    asked = created(as_alice)
    answer = as_alice.get(asked.get_absolute_url())
    page = markup.read(answer)
    assert (answer.status_code, page.one("meta", http_equiv="refresh")["content"]) == (200, "2")
    assert (page.one("h1").text, len(page.all("h1"))) == ("Working out your plan", 1)
    assert "Your answers are kept" in page.text
    assert page.one("a", class_="btn")["href"] == asked.get_absolute_url()


def test_after_a_minute_it_says_that_it_takes_longer(
    as_alice: Client, attempt: Attempt, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(as_alice)
    asked = created(as_alice)
    monkeypatch.setattr(timezone, "now", lambda: journeys.NOW + timedelta(seconds=61))
    page = markup.read(as_alice.get(asked.get_absolute_url()))
    assert "This takes longer than usual" in page.text
    assert page.one("meta", http_equiv="refresh")["content"] == "10"


def test_one_that_failed_says_so_and_is_tried_again_with_the_same_answers(as_alice: Client, attempt: Attempt) -> None:
    filled(as_alice)
    asked = created(as_alice)
    Calculation.objects.update(state="failed", tries=3)
    page = markup.read(as_alice.get(asked.get_absolute_url()))
    assert not page.all("meta", http_equiv="refresh")
    assert page.one("h1").text == "This could not be worked out"
    form = next(form for form in page.all("form") if form.all("button", value="create"))
    again = as_alice.post(form["action"], {**markup.typed(form), "go": "create"})
    waiting = Calculation.objects.get(state="waiting", purpose="build")
    assert again["Location"] == waiting.get_absolute_url()
    work()
    assert as_alice.get(waiting.get_absolute_url())["Location"] == Plan.objects.get().get_absolute_url()


@pytest.mark.parametrize("rest", ["", "changes/"])
def test_nobody_elses_is_there(as_charlie: Client, as_alice: Client, attempt: Attempt, rest: str) -> None:
    filled(as_alice)
    asked = created(as_alice)
    theirs = as_charlie.get(f"{asked.get_absolute_url()}{rest}")
    missing = as_charlie.get(f"/plans/calculations/{uuid4()}/{rest}")
    assert (theirs.status_code, theirs.content) == (404, missing.content)


def test_looking_is_all_that_one_can_do(as_alice: Client, attempt: Attempt) -> None:
    filled(as_alice)
    asked = created(as_alice)
    assert as_alice.post(asked.get_absolute_url()).status_code == 405
    assert as_alice.head(asked.get_absolute_url()).status_code == 200
    assert as_alice.post(f"{asked.get_absolute_url()}changes/", {"fix": "0"})["Location"] == asked.get_absolute_url()


def test_pins_that_cannot_fit_are_named_with_changes_that_work(as_alice: Client, attempt: Attempt) -> None:
    filled(as_alice, pinned=[BIG])
    asked = created(as_alice)
    work()
    changes = as_alice.get(asked.get_absolute_url())["Location"]
    assert changes == f"{asked.get_absolute_url()}changes/"
    page = markup.read(as_alice.get(changes))
    name = journeys.catalogue(attempt).actions[BIG]["name"]
    assert page.one("div", class_="nofit").text.startswith(f"No plan fits these answers “{name}” ")
    assert len(page.all("h1")) == 1
    assert not Plan.objects.exists()
    radios = page.all("input", name="fix")
    assert radios
    assert not [radio for radio in radios if "checked" in radio]
    letting_go = next(radio for radio in radios if f"Let go of “{name}”" in (radio.parent.text if radio.parent else ""))
    answer = as_alice.post(changes, {"fix": letting_go["value"]})
    work()
    assert as_alice.get(answer["Location"])["Location"] == Plan.objects.get().get_absolute_url()
    assert "pinned" not in typed(opened(as_alice, NEW, "3"))


def row(kind: str, value: Any, actions: list[str] | None = None) -> dict[str, Any]:
    totals = {"readiness_then": 66.0, "finish": "2028-06-11"}
    return {"kind": kind, "change": {kind: value}, "actions": actions or [], "status": "feasible", "totals": totals}


@pytest.mark.parametrize(
    ("tried", "step", "name", "value"),
    [
        (row("hours_per_week", 7.5), "2", "hours_per_week", ["7.5"]),
        (row("budget_usd", 5000), "2", "budget_usd", ["5,000"]),
        (row("target", "2028-06-30"), "1", "target", ["2028-06-30"]),
        (row("open_to", ["target-search"], ["target-search"]), "2", "move-target-search", ["yes"]),
        (row("pinned", ["sql-course"], [BIG]), "3", "pinned", ["sql-course"]),
        (row("excluded", [], ["agile-course"]), "3", "excluded", None),
    ],
    ids=lambda value: value["kind"] if isinstance(value, dict) else None,
)
def test_a_change_is_written_into_the_answers_and_asked_for_again(
    as_alice: Client,
    attempt: Attempt,
    monkeypatch: pytest.MonkeyPatch,
    tried: dict[str, Any],
    step: str,
    name: str,
    value: Any,
) -> None:
    answering(monkeypatch, document(status="infeasible"), [tried])
    filled(as_alice, pinned=[BIG, "sql-course"], excluded=["agile-course"])
    asked = created(as_alice)
    work()
    answer = as_alice.post(f"{asked.get_absolute_url()}changes/", {"fix": "0"})
    again = Calculation.objects.get(purpose="build", state="waiting")
    assert answer["Location"] == again.get_absolute_url()
    assert typed(opened(as_alice, NEW, step)).get(name) == value
    field = "open_to" if name.startswith("move-") else name
    wanted = tried["change"][field]
    assert again.request["situation"][field] == wanted


@pytest.mark.parametrize("fix", ["", "x", "9", "-1", "\u0661", "9" * 500])
def test_no_change_is_made_without_a_choice(
    as_alice: Client, attempt: Attempt, monkeypatch: pytest.MonkeyPatch, fix: str
) -> None:
    answering(monkeypatch, document(status="infeasible"), [row("hours_per_week", 7.5)])
    filled(as_alice, pinned=[BIG])
    asked = created(as_alice)
    work()
    answer = as_alice.post(f"{asked.get_absolute_url()}changes/", {"fix": fix})
    page = markup.read(answer)
    assert (answer.status_code, markup.title(page)) == (422, "Error: No plan fits – CMIO Coach")
    assert page.one("div", class_="error-summary").one("a")["href"] == "#fix-0"


def test_without_a_draft_what_was_asked_is_the_start(
    as_alice: Client, attempt: Attempt, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, document(status="infeasible"), [row("hours_per_week", 7.5)])
    filled(as_alice, pinned=[BIG], hours_per_week="2")
    asked = created(as_alice)
    work()
    Draft.objects.all().delete()
    as_alice.post(f"{asked.get_absolute_url()}changes/", {"fix": "0"})
    again = Calculation.objects.get(purpose="build", state="waiting").request["situation"]
    assert again == {**asked.request["situation"], "hours_per_week": 7.5}


def test_a_plan_in_which_nothing_fits_says_what_would(
    as_alice: Client, attempt: Attempt, monkeypatch: pytest.MonkeyPatch
) -> None:
    gap = {"skill": "cds", "reached": 2, "required": 4, "points": 1.0, "binding": "hours"}
    answering(monkeypatch, document(unmet=[{**gap, "would_need": {"hours_per_week": 2.5}}]))
    filled(as_alice)
    asked = created(as_alice)
    work()
    page = markup.read(as_alice.get(asked.get_absolute_url(), follow=True))
    assert page.one("div", class_="nofit").one("h2").text == "No action fits these answers"
    assert "Give 2.5 hours a week" in page.text
    assert page.one("div", class_="btn-row").all("a")[-1]["href"] == Plan.objects.get().get_absolute_url()
    as_alice.post(f"{asked.get_absolute_url()}changes/", {"fix": "0"})
    assert Calculation.objects.get(state="waiting", purpose="build").request["situation"]["hours_per_week"] == 2.5


def test_too_many_open_questions_are_refused_here_as_well(
    as_alice: Client, attempt: Attempt, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, document(status="infeasible"), [row("hours_per_week", 7.5)])
    filled(as_alice, pinned=[BIG])
    asked = created(as_alice)
    work()
    monkeypatch.setattr(calculations, "MOST_OPEN", 0)
    answer = as_alice.post(f"{asked.get_absolute_url()}changes/", {"fix": "0"})
    assert answer.status_code == 429
    assert sent(as_alice, "2").status_code == 302
