"""The whole path over HTTP and without JavaScript: from the guide to a plan that is followed, and a sentence edited."""

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from pytest_django.live_server_helper import LiveServer

from assessments.models import Rating, Result
from assessments.services import calculations
from careers.models import Section
from tests.accounts.factors import key_on
from tests.accounts.steps import code_in_mail
from tests.browser import Browser, Page
from tests.careers.admin.conftest import code_now
from tests.content import CMIO
from tests.journeys import stop_clock

ADDRESS, PASSWORD = "dana@example.org", "correct horse battery staple"
EDITOR = "editor@example.org"
GUIDE = f"/careers/{CMIO}/"
SENTENCE = "A sentence that an editor wrote while the site was open."


@pytest.fixture
def site(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A running site with all content, at a moment that stands still."""
    stop_clock(monkeypatch)
    server = LiveServer("127.0.0.1")
    yield server.url
    server.stop()


def test_the_whole_path(site: str, tmp_path: Path) -> None:
    dana = Browser(site)
    reads_the_guides(dana)
    signs_up(dana)
    fills_in_the_profile(dana)
    writes_down_evidence(dana)
    attempt = answers_half_and_comes_back(site)
    dana = attempt_goes_on(site, attempt)
    sees_the_result(dana, attempt)
    plan = builds_a_plan(dana, attempt)
    ticks_an_action(dana, plan)
    asks_the_commands(tmp_path)
    edits_and_publishes(site)


def reads_the_guides(browser: Browser) -> None:
    index = browser.open("/careers/")
    assert index.text.count("sections,") == 8
    guide = browser.open(GUIDE)
    assert (guide.status, guide.heading) == (200, "Chief Medical Information Officer")
    assert guide.tree.all(id="salary")


def signs_up(browser: Browser) -> None:
    code_page = browser.send(browser.open("/accounts/signup/"), "email", {"email": ADDRESS, "password1": PASSWORD})
    assert browser.open("/profile/").heading == "Enter the code from your email"
    browser.send(code_page, "code", {"code": code_in_mail()})
    assert browser.open("/profile/").heading == "Your profile"


def fills_in_the_profile(browser: Browser) -> None:
    parts: dict[str, tuple[str, dict[str, Any]]] = {
        "work": ("profession", {"profession": "physician", "country": "US", "ehr": "epic"}),
        "gates": ("gate-licence", {"gate-medical_degree": "met", "gate-licence": "met"}),
        "conditions": ("held", {"held": ["bachelors"], "ruled_out": ["data-access"]}),
        "target": ("target_level", {"target_level": "deputy", "target_date": "2027-12-31"}),
        "time": ("budget_usd", {"hours_per_week": "3", "budget_usd": "2,000", "blocked_weeks": "2027-07-05"}),
    }
    for part, (name, answers) in parts.items():
        assert browser.send(browser.open(f"/profile/{part}/"), name, answers).path == "/profile/"
    assert "3 hours a week, $2,000, one week blocked" in browser.open("/profile/").text


def writes_down_evidence(browser: Browser) -> None:
    form = browser.open("/evidence/new/?skill=ehr_optimisation")
    told = {"title": "Retired 40 order sets", "outcome": "Two wards, three months", "link": "https://example.org/"}
    locker = browser.send(form, "title", {**told, "done_on": "2026-03-31"})
    assert (locker.path, locker.heading) == ("/evidence/", "Your evidence: one entry")
    assert "Will back EHR implementation and optimization" in locker.text


def signed_in(site: str, address: str, password: str) -> Browser:
    browser = Browser(site)
    page = browser.send(browser.open("/accounts/login/"), "login", {"login": address, "password": password})
    assert page.path == "/"
    return browser


def answers_half_and_comes_back(site: str) -> str:
    """Start, answer three skills, and leave; the address of the attempt."""
    browser = signed_in(site, ADDRESS, PASSWORD)
    overview = browser.send(browser.open("/assessments/"), "level", {"level": "deputy"})
    assert overview.heading == "0 of 31 skills answered"
    page = browser.open(overview.tree.one("a", class_="btn")["href"])
    for level in ("3", "0", "2"):
        page = browser.send(page, "level", {"level": level})
    kept = browser.send(page, "level", {"evidence": "An example without a level"})
    assert kept.status == 422
    assert kept.tree.one("textarea", name="evidence").text == "An example without a level"
    return overview.path


def attempt_goes_on(site: str, attempt: str) -> Browser:
    """Come back on another machine, at the first open question, and answer everything."""
    browser = signed_in(site, ADDRESS, PASSWORD)
    page = browser.open(browser.open("/").tree.all("a", class_="btn")[0]["href"])
    assert "Skill 4 of 31" in page.text
    while not page.path.endswith("/check/"):
        page = answered(browser, page)
    assert Rating.objects.count() == 31
    result = browser.send(page, "csrfmiddlewaretoken")
    assert result.path == f"{attempt}result/"
    return browser


def answered(browser: Browser, page: Page) -> Page:
    """Answer the question that is shown and go on to the next."""
    if "/scenarios/" in page.path:
        return browser.send(page, "answer", {"answer": "unsure"})
    return browser.send(page, "level", {"level": "2", "evidence": "Led it twice", "low_confidence": "on"})


def sees_the_result(browser: Browser, attempt: str) -> None:
    page = browser.open(f"{attempt}result/")
    document = Result.objects.get().document
    frozen = document["report"]["readiness"]
    assert f"Likely {frozen['low']:.0f} to {frozen['high']:.0f}" in page.text
    assert frozen["band"] in page.text.lower()
    assert document["evidence"]["ehr_optimisation"][0]["title"] == "Retired 40 order sets"
    assert browser.open(f"{attempt}ehr_optimisation/").path == f"{attempt}result/"


def builds_a_plan(browser: Browser, attempt: str) -> str:
    """Build a plan with what the profile says, in four steps; its address."""
    page = browser.open(f"/plans/new/?attempt={attempt.split('/')[2]}")
    for step, name in enumerate(("target", "hours_per_week", "own_name", "seen"), start=1):
        assert page.tree.one("ol", class_="stages")["aria-label"] == f"Step {step} of 4"
        page = browser.send(page, name)
    assert page.heading == "Working out your plan"
    while calculations.work_off(timezone.now):
        pass
    plan = browser.open(page.path)
    assert re.fullmatch(r"/plans/[0-9a-f-]{36}/", plan.path)
    assert "Three hours a week and $2,000" in plan.text
    assert plan.tree.one("section", class_="weekcard")
    assert browser.open("/plans/").tree.all("a", href=plan.path)
    return plan.path


def ticks_an_action(browser: Browser, plan: str) -> None:
    page = browser.open(plan)
    first = page.tree.all("li", class_="act")[0]
    step = first["id"]
    ticked = browser.submit(page, first.one("form"))
    assert ticked.tree.one("li", id=step).one("span", class_="tag").text == "Done"
    assert browser.open(plan).tree.one("li", id=step).one("button").text.startswith("Not done yet")


def asks_the_commands(folder: Path) -> None:
    persona = folder / "persona.json"
    given = {"start": "2026-12-07", "target": "2027-06-27", "hours_per_week": 3, "budget_usd": 500}
    whole = {"career": CMIO, "level": "cmio", "profile": {"profession": "nurse"}, "ratings": {"cds": {"level": 2}}}
    persona.write_text(json.dumps(whole | {"plan": given}))
    readiness, plan = (json.loads(printed(command, str(persona))) for command in ("readiness", "plan"))
    assert readiness["readiness"]["complete"] is False
    assert [gap["skill"] for gap in plan["unmet"]] in ([], ["cds"])
    assert plan["totals"]["cost_max_usd"] <= 500


def printed(*command: str) -> str:
    out = io.StringIO()
    call_command(*command, stdout=out)
    return out.getvalue()


def sets_up_an_app(editor: Browser, password: str) -> None:
    """The desk asks for a second factor: set one up, keep the recovery codes, and go on to the desk."""
    asked = editor.open("/admin/")
    assert asked.heading == "The editors’ desk asks for a second factor"
    again = editor.open(asked.tree.all("a", class_="btn")[0]["href"])
    setup = editor.send(again, "password", {"password": password})
    codes = editor.send(setup, "code", {"code": code_now(key_on(setup.tree))})
    assert codes.heading == "Your recovery codes"
    assert editor.open(codes.tree.all("a", class_="btn")[0]["href"]).path == "/admin/"


def edits_and_publishes(site: str) -> None:
    """Make somebody an editor, who changes a sentence and publishes it; loading content again leaves it alone."""
    password = printed("editors", "--add", EDITOR).split("password ")[1].split()[0]
    editor = signed_in(site, EDITOR, password)
    sets_up_an_app(editor, password)
    section = Section.objects.get(career__slug=CMIO, kind="overview")
    form = editor.open(f"/admin/careers/section/{section.pk}/change/")
    assert editor.send(form, "lead", {"lead": SENTENCE}).status == 200
    visitor = Browser(site)
    assert SENTENCE not in visitor.open(GUIDE).text
    publish = editor.open(f"/admin/careers/career/{section.career_id}/publish/")
    assert "The role in brief : opening line rewritten" in publish.text
    editor.send(publish, "seen")
    assert SENTENCE in visitor.open(GUIDE).text
    assert "1 kept as editors left it" in printed("content", "load")
    assert SENTENCE in visitor.open(GUIDE).text
