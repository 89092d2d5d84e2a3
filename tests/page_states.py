"""Every page of the site in every state that people see it in, as requests to be sent."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from assessments.domain.following.extras import none
from assessments.models import Calculation
from careers.models import Career, Catalogue
from tests.addresses import NOBODYS
from tests.assessments.proposals import asked, refused
from tests.careers.admin import desk
from tests.content import SLUGS, career, the_catalogue
from tests.full_account import ITEM, SKILL, Account, closed_links, own_pages, shared_pages, stop_page
from tests.journeys import address

ABOUT = ("research", "instrument", "accessibility", "privacy", "contact")
ACCOUNT = (
    *("login", "signup", "logout", "inactive", "reauthenticate", "email", "password/change", "password/set"),
    *("password/reset", "password/reset/confirm", "confirm-email", "password/reset/complete"),
)
LONG = "x" * 6000
WRONG_PLAN = {"start": "x", "target": "", "hours_per_week": "NaN", "budget_usd": "-1", "blocked_weeks": LONG}
MOVE = "move-medical-director-informatics"
FAR_TARGET = "2029-01-31"
LIMITS: dict[str, Any] = {"start": "2026-12-07", "target": "2027-01-31", "hours_per_week": "1", "budget_usd": "0"}
WRONG_PROFILE: dict[str, dict[str, Any]] = {
    "work": {"profession": "surgeon", "country": "XX", "ehr": "x"},
    "gates": {"gate-licence": "perhaps"},
    "conditions": {"held": ["x"], "ruled_out": ["x"]},
    "target": {"target_level": "x", "target_date": "x"},
    "time": {"hours_per_week": "x", "budget_usd": "-1", "blocked_weeks": LONG},
}


WRONG_EVIDENCE = {"title": "", "done_on": "x", "what": LONG, "outcome": LONG, "link": "x", "skills": ["x"]}


@dataclass(frozen=True)
class State:
    """A request, and the status of the page that it ends at."""

    path: str
    status: int = 200
    method: str = "GET"
    data: dict[str, Any] = field(default_factory=dict)
    is_htmx: bool = False

    def sent(self, client: Client) -> Any:
        """The answer; limits on tries are lifted, because nobody tries as often as a test."""
        cache.clear()
        headers = {"HX-Request": "true"} if self.is_htmx else {}
        return getattr(client, self.method.lower())(self.path, self.data or None, headers=headers, follow=True)


def wrong(path: str, data: dict[str, Any], *, is_htmx: bool = False) -> State:
    """A form that is refused."""
    return State(path, 422, "POST", data, is_htmx)


def public() -> Iterator[State]:
    """What strangers read, and what they get wrong."""
    yield from map(State, ("/", "/careers/", "/careers/?q=nurse", "/careers/?q=xylophone"))
    yield from (State(f"/careers/{slug}/") for slug in SLUGS)
    yield from map(State, ("/careers/compare/", f"/careers/compare/?role={SLUGS[0]}&role={SLUGS[1]}&role={SLUGS[2]}"))
    yield from (State(f"/about/{name}/") for name in ABOUT)
    yield from (State(f"/accounts/{name}/") for name in ACCOUNT)
    yield from (State(path, 404) for path in ("/careers/none/", "/none/", "/assessments/1/"))
    yield State("/?q=%00", 400)
    yield State("/careers/", 405, "POST")
    for name in ("signup", "login", "password/reset"):
        yield State(f"/accounts/{name}/", 200, "POST", {"email": "x", "login": "x", "password": ""})


def signed_in() -> Iterator[State]:
    """What everybody with an account sees, however little is in it."""
    paths = ("/", "/assessments/", "/profile/", "/plans/", "/plans/new/", "/accounts/email/", "/accounts/logout/")
    yield from map(State, (*paths, "/evidence/", "/evidence/new/", "/accounts/password/change/"))
    yield from (State(f"/profile/{part}/") for part in ("work", "conditions", "target", "time", "gates"))
    yield from (State("/profile/none/", 404), State("/plans/", 405, "PUT"), State("/admin/", 403))
    yield State("/accounts/2fa/")
    yield wrong("/assessments/", {})
    yield wrong("/evidence/new/", WRONG_EVIDENCE)
    yield from (wrong(f"/profile/{part}/", WRONG_PROFILE[part]) for part in ("work", "conditions", "target", "time"))
    for name in ("password/change", "email"):
        yield State(f"/accounts/{name}/", 200, "POST", {"oldpassword": "x", "password1": "y", "email": "z"})


def full(account: Account) -> Iterator[State]:
    """What an account with something of everything sees."""
    yield from map(State, own_pages(account))
    question, scenario = address(account.open, f"{SKILL}/"), address(account.open, f"scenarios/{ITEM}/")
    for is_htmx in (False, True):
        yield from (wrong(question, {"level": "9", "evidence": f"\0{LONG}"}, is_htmx=is_htmx), wrong(scenario, {}))
        yield State(question, 409, "POST", {"level": "1"}, is_htmx)
        yield State(question, 200, "POST", {"level": "2", "key": NOBODYS, "seen": "1"}, is_htmx)
        yield State(question, 200, "GET", {}, is_htmx)
    yield wrong(address(account.open, "check/"), {})
    yield wrong("/profile/gates/", WRONG_PROFILE["gates"])
    yield wrong(account.evidence.get_absolute_url(), WRONG_EVIDENCE)
    first, skill, plan = shared_pages(account)
    for is_htmx in (False, True):
        yield wrong(skill, {"level": "9"}, is_htmx=is_htmx)
        yield State(skill, 409, "POST", {"level": "1"}, is_htmx)
    yield State(first, 200, "POST", {"done": "1"})
    yield from (State(path, 410) for path in closed_links(account))
    yield from sharing(account, plan)
    yield from rating_again(account)
    yield from replanning(account)
    yield from following(account)
    yield wrong(address(account.open, "mentor/"), {"mentor": LONG})
    yield State(account.evidence.get_absolute_url(), 409, "POST", {"title": "From a page that is older"})
    yield from building(account)


def following(account: Account) -> Iterator[State]:
    """The page of a step with each form wrong, a move that breaks laws, and what two pages changed."""
    plan = reverse("assessments:plan", args=[account.plan.pk])
    first, second, *_ = account.plan.current.actions
    done, open_ = (reverse("assessments:plan_step", args=[account.plan.pk, row["id"]]) for row in (first, second))
    yield State(done, 409, "POST", {"do": "state", "state-state": "doing", "seen": "1", "page": NOBODYS})
    yield State(
        f"{plan}progress/", 409, "POST", {"done": second["id"], "before": first["id"], "seen": "1", "page": NOBODYS}
    )
    wishes: tuple[dict[str, str], ...] = (
        {"do": "state", "state-state": "blocked", "state-reason": LONG},
        {"do": "hours", "hours-day": "x", "hours-hours": LONG},
        {"do": "spent", "spent-spent": "-1"},
        {"do": "move", "move-start": "x"},
        {"do": "split", "split-share": "2"},
        {"do": "x"},
    )
    for data in wishes:
        yield wrong(open_, data)


def building(account: Account) -> Iterator[State]:
    """The builder of a new plan and of a change of one: each step wrong, from a page that is older, and refused."""
    revise = reverse("assessments:plan_revise", args=[account.plan.pk])
    lists = {name: ["x"] for name in ("pinned", "excluded", "unavailable")}
    own = {"own_name": f"\0{LONG}", "own_hours": "0", "own_weeks": "x", "own_cost": "-1", "own_skill": "x"}
    for path in ("/plans/new/", revise):
        yield from (State(f"{path}?step={step}") for step in "1234")
        yield State(f"{path}?step=5", 404)
        yield from (State(f"{path}?{limit}") for limit in ("hours=6", "target=2030-06-30", "budget=x"))
        yield from (wrong(f"{path}?step=1", data) for data in ({}, WRONG_PLAN))
        yield from (wrong(f"{path}?step=2", data) for data in (WRONG_PLAN, LIMITS | {MOVE: "perhaps"}))
        yield from (wrong(f"{path}?step=3", lists | data) for data in ({}, own, {"go": "add"}))
        yield wrong(f"{path}?step=4", {"go": "create"})
        yield State(f"{path}?step=2", 409, "POST", {"hours_per_week": "7", "seen": "0"})
        yield State(f"{path}?step=2", 200, "POST", LIMITS | {"go": "show"})
        yield State(f"{path}?step=3", 200, "POST", {"go": "back"})
        yield State(f"{path}?step=1", 200, "POST", LIMITS | {"target": FAR_TARGET})
        yield State(f"{path}?step=2")
        yield State(f"{path}?step=1", 200, "POST", {"go": "forget"})
    yield State("/plans/add/", 200, "POST", {"attempt": account.submitted.pk, "action": "sql-course"})
    yield State("/plans/add/", 404, "POST", {"attempt": account.submitted.pk, "action": "x"})
    for calculation in unanswered(account):
        yield State(calculation.get_absolute_url())
        if calculation.answer:
            yield wrong(f"{calculation.get_absolute_url()}changes/", {})


def unanswered(account: Account) -> Iterator[Calculation]:
    """Calculations of a new plan that wait, that failed, and that no plan came of."""
    made = {"user": account.user, "result": account.submitted.result, "version_id": account.submitted.version_id}
    asked = {"situation": {**account.plan.current.request, "extras": none()}}
    totals = {"readiness_then": 60.0, "finish": "2027-11-07"}
    change = {"kind": "hours_per_week", "change": {"hours_per_week": 6.0}, "actions": [], "totals": totals}
    useless: dict[str, Any] = {"kind": "budget_usd", "change": None, "actions": [], "totals": None}
    document: dict[str, Any] = {"actions": [], "unmet": [], "left_out": []}
    for state, answer in (
        ("waiting", None),
        ("failed", None),
        ("done", {"document": document, "remedies": [change, useless]}),
        ("done", {"document": document, "remedies": [useless]}),
    ):
        yield Calculation.objects.create(
            **made,
            purpose="build",
            digest=uuid4().hex,
            request=asked,
            state=state,
            answer=answer,
            created_at=account.submitted.result.created_at,
        )


def sharing(account: Account, shared: str) -> Iterator[State]:
    """What goes wrong where a plan is shared or taken along, and how emails end."""
    page = account.plan.get_absolute_url()
    yield wrong(shared, {"text": LONG})
    yield wrong(f"{page}share/", {"mentor": LONG, "parts": ["x"], "days": "8"})
    yield wrong(f"{page}notes/", {"text": ""})
    yield wrong(f"{page}calendar/", {"weekday": "9", "time": "late", "zone": "x", "do": "make"})
    yield State(reverse("assessments:calendar_feed", args=["x"]), 404)
    yield wrong("/profile/digest/", {"frequency": "x", "zone": "x"})
    yield State(reverse("assessments:digest_stop", args=["x"]), 404)
    yield from (State(stop_page(account), 200, method) for method in ("GET", "POST", "GET"))


def replanning(account: Account) -> Iterator[State]:
    """A plan that is planned again: refused, undecided, without a plan, out of date, put aside; and its revisions."""
    page = account.plan.get_absolute_url()
    proposal = f"{page}proposals/{account.proposal.pk}/"
    yield from map(State, (f"{page}revisions/?compare=1", f"{page}revisions/?a=1&b=2", f"{page}revisions/?page=9"))
    yield State(f"{page}revisions/?a=1&b=99", 404)
    yield State(f"{page}revisions/", 200, "POST", {"number": "99"})
    yield State(f"{page}replan/", 200, "POST", {"hours_per_week": "x", "target": "x", "blocked_weeks": LONG})
    yield State(f"{page}replan/", 404, "POST", {"like": "x"})
    yield wrong(proposal, {"do": "x"})
    without = refused(asked(account.plan, pinned=["sql-course"]), "sql-course")
    yield State(f"{page}proposals/{without.pk}/")
    yield State(f"{page}progress/", 200, "POST", {"done": [account.plan.current.actions[-1]["id"]]})
    yield State(proposal, 409, "POST", {"do": "accept"})
    yield State(proposal)
    yield State(proposal, 200, "POST", {"do": "keep"})
    yield State(proposal)


def rating_again(account: Account) -> Iterator[State]:
    """A skill of a plan that is rated again, after a step that is done and without one."""
    page, done = reverse("assessments:rate_again", args=[account.plan.pk, SKILL]), account.plan.current.actions[0]["id"]
    yield from map(State, (f"{page}?action={done}", f"/evidence/new/?plan={account.plan.pk}&action={done}"))
    for is_htmx in (False, True):
        yield wrong(page, {"level": "9", "after": done}, is_htmx=is_htmx)
        yield State(page, 409, "POST", {"level": "1"}, is_htmx)
    yield State(page, 200, "POST", {"level": "2", "seen": "1", "key": NOBODYS, "go": "1"})


def editors() -> Iterator[State]:
    """The desk: every list and every page of one row, those that nobody may open among them."""
    yield from map(State, ("/admin/", "/admin/careers/", "/admin/password_change/", "/admin/statistics/"))
    yield from map(
        State,
        ("/admin/markdown/", "/admin/instrument/personas/", "/admin/references/", "/admin/aging/", "/admin/aging.csv"),
    )
    yield from map(State, ("/admin/trail/", "/admin/trail/?since=soon", "/admin/trail.csv", "/admin/trail.json"))
    yield from (State("/admin/import/"), State("/admin/import/", 422, "POST", {"text": "[]"}))
    yield State("/admin/none/", 404)
    for model in desk.CONTENT:
        for page, path in desk.addresses(model).items():
            yield State(path, 403 if (model, page) in desk.CLOSED else 200)
        if (model, "add") not in desk.CLOSED:
            yield State(desk.address("add", model), 200, "POST", {})
    for root in (career(), the_catalogue()):
        yield from of_draft(root)


def of_draft(root: Career | Catalogue) -> Iterator[State]:
    """The pages that review, publish, discuss and settle a guide or the instrument, and what goes wrong there."""
    yield from (State(desk.address(tool, root)) for tool in ("publish", "review", "comments", "care"))
    yield wrong(desk.address("publish", root), {"when": "later", "live_at": LONG})
    yield State(desk.address("publish", root), 409, "POST", {"when": "now"})
    yield State(desk.address("publish_cancel", root), 404, "POST", {"number": LONG})
    yield wrong(desk.address("review_name", root), {"name": LONG})
    yield State(desk.address("review_ask", root), 409, "POST", {"note": "Look"})
    yield State(desk.address("review_approve", root), 409, "POST", {"seen": LONG})
    yield wrong(desk.address("review_return", root), {"words": ""})
    yield wrong(desk.address("comments", root), {"row": f"{root._meta.model_name}/", "field": "x", "text": LONG})
    yield State(desk.address("comments_resolve", root), 404, "POST", {"comment": LONG})
    yield wrong(desk.address("care", root), {"owner": "x", "review_by": "x"})
