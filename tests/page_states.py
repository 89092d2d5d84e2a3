"""Every page of the site in every state that people see it in, as requests to be sent."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.addresses import NOBODYS
from tests.careers.admin import desk
from tests.content import SLUGS
from tests.full_account import ITEM, SKILL, Account, closed_links, own_pages, shared_pages, stop_page
from tests.journeys import address

ABOUT = ("research", "instrument", "accessibility", "privacy", "contact")
ACCOUNT = (
    *("login", "signup", "logout", "inactive", "reauthenticate", "email", "password/change", "password/set"),
    *("password/reset", "password/reset/confirm", "confirm-email", "password/reset/complete"),
)
LONG = "x" * 6000
WRONG_PLAN = {"start": "x", "target": "", "hours_per_week": "NaN", "budget_usd": "-1", "blocked_weeks": LONG}
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
    yield wrong(address(account.open, "mentor/"), {"mentor": LONG})
    yield State(account.evidence.get_absolute_url(), 409, "POST", {"title": "From a page that is older"})
    lists = {name: ["x"] for name in ("done", "pinned", "excluded", "unavailable")}
    cannot_fit, perhaps = {"pinned": ["programme-lead"]}, {"move-medical-director-informatics": "perhaps"}
    for data in ({}, WRONG_PLAN, WRONG_PLAN | lists, LIMITS | cannot_fit, LIMITS | perhaps):
        yield wrong("/plans/new/", data)


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
    yield State("/admin/none/", 404)
    for model in desk.CONTENT:
        for page, path in desk.addresses(model).items():
            yield State(path, 403 if (model, page) in desk.CLOSED else 200)
        if (model, "add") not in desk.CLOSED:
            yield State(desk.address("add", model), 200, "POST", {})
