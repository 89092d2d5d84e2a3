"""A page asks the database as often for twenty rows as for one, and never more than is written here."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assessments.models import Attempt, Plan, Revision
from assessments.services import notes, profiles, second, sharing
from assessments.services.revisions import Drawn, begin, reschedule
from careers.models import Edition, InstrumentVersion
from tests import journeys
from tests.assessments.runs import edit
from tests.content import CMIO
from tests.full_account import (
    ITEM,
    SKILL,
    Account,
    feed_page,
    full_account,
    shared_pages,
    stop_page,
    with_evidence,
    with_mentor,
    with_share,
)

pytestmark = pytest.mark.django_db
MANY = 20
PRIVATE: dict[str, tuple[int, Callable[[Account], str]]] = {
    "home": (25, lambda account: "/"),
    "guide": (9, lambda account: f"/careers/{CMIO}/"),
    "profile": (7, lambda account: "/profile/"),
    "work": (7, lambda account: "/profile/work/"),
    "gates": (7, lambda account: "/profile/gates/"),
    "conditions": (7, lambda account: "/profile/conditions/"),
    "target": (7, lambda account: "/profile/target/"),
    "time": (7, lambda account: "/profile/time/"),
    "attempts": (7, lambda account: "/assessments/"),
    "attempt": (7, lambda account: journeys.address(account.open)),
    "check": (7, lambda account: journeys.address(account.open, "check/")),
    "question": (6, lambda account: journeys.address(account.open, f"{SKILL}/")),
    "scenario": (6, lambda account: journeys.address(account.open, f"scenarios/{ITEM}/")),
    "result": (10, lambda account: journeys.address(account.submitted, "result/")),
    "working": (5, lambda account: journeys.address(account.submitted, "result/working/")),
    "result as JSON": (5, lambda account: journeys.address(account.submitted, "result.json")),
    "result on paper": (5, lambda account: journeys.address(account.submitted, "result.pdf")),
    "gap": (8, lambda account: journeys.address(account.submitted, f"gaps/{SKILL}/")),
    "mentor": (8, lambda account: journeys.address(account.open, "mentor/")),
    "mentor of a result": (8, lambda account: journeys.address(account.submitted, "mentor/")),
    "shared": (5, lambda account: shared_pages(account)[0]),
    "shared skill": (4, lambda account: shared_pages(account)[1]),
    "evidence": (6, lambda account: "/evidence/"),
    "new evidence": (4, lambda account: "/evidence/new/?skill=cds&example=1"),
    "evidence entry": (5, lambda account: account.evidence.get_absolute_url()),
    "evidence file": (5, lambda account: f"{account.evidence.get_absolute_url()}file/"),
    "plans": (5, lambda account: "/plans/"),
    "builder": (8, lambda account: "/plans/new/"),
    "builder of one": (8, lambda account: f"/plans/new/?attempt={account.submitted.pk}"),
    "hours and money": (8, lambda account: "/plans/new/?step=2"),
    "choice of actions": (8, lambda account: "/plans/new/?step=3"),
    "check of a new plan": (8, lambda account: "/plans/new/?step=4"),
    "hours and money of a plan": (8, lambda account: f"/plans/{account.plan.pk}/revise/?step=2"),
    "check of a change of a plan": (8, lambda account: f"/plans/{account.plan.pk}/revise/?step=4"),
    "plan": (17, lambda account: f"/plans/{account.plan.pk}/"),
    "step": (4, lambda account: f"/plans/{account.plan.pk}/steps/{account.plan.current.actions[-1]['id']}/"),
    "proposal": (5, lambda account: f"/plans/{account.plan.pk}/proposals/{account.proposal.pk}/"),
    "revisions": (5, lambda account: f"/plans/{account.plan.pk}/revisions/"),
    "two revisions": (4, lambda account: f"/plans/{account.plan.pk}/revisions/?a=1&b=2"),
    "rating again": (5, lambda account: f"/plans/{account.plan.pk}/skills/{SKILL}/"),
    "shared plan": (5, lambda account: shared_pages(account)[2]),
    "links to a plan": (4, lambda account: f"/plans/{account.plan.pk}/share/"),
    "notes": (4, lambda account: f"/plans/{account.plan.pk}/notes/"),
    "a note": (4, lambda account: f"/plans/{account.plan.pk}/notes/{account.note.pk}/delete/"),
    "emails": (3, lambda account: "/profile/digest/"),
    "end of emails": (3, stop_page),
    "plan as a calendar": (4, lambda account: f"/plans/{account.plan.pk}.ics"),
    "plan on paper": (3, lambda account: f"/plans/{account.plan.pk}.pdf"),
    "plan as a table": (4, lambda account: f"/plans/{account.plan.pk}.csv"),
    "plan as data": (3, lambda account: f"/plans/{account.plan.pk}.json"),
    "calendar of a plan": (4, lambda account: f"/plans/{account.plan.pk}/calendar/"),
    "calendar at its address": (1, feed_page),
}
"""The most queries of each page, the session and its user among them."""
PUBLIC = {
    "/": 4,
    "/careers/": 2,
    "/careers/?q=nurse": 4,
    "/careers/?q=nurse&kind=section": 4,
    "/careers/?q=nursign": 3,
    f"/careers/{CMIO}/": 1,
    f"/careers/{CMIO}/editions/": 2,
    f"/careers/{CMIO}/editions/1/": 2,
    f"/careers/{CMIO}/changes/": 2,
    f"/careers/{CMIO}/toolkit/": 1,
    f"/careers/{CMIO}/toolkit/resumes/": 1,
    f"/careers/{CMIO}/toolkit/interview/?subject=ai": 1,
    f"/careers/{CMIO}/toolkit/guides/all.docx": 1,
    "/careers/compare/": 1,
    f"/careers/compare/?role={CMIO}": 1,
    f"/careers/{CMIO}.pdf": 1,
    f"/careers/{CMIO}.png": 1,
    f"/careers/{CMIO}.json": 1,
    f"/careers/{CMIO}/data/salary-pay-usd.csv": 1,
    "/careers/guide.schema.json": 0,
    "/careers/editions.atom": 1,
    "/sitemap.xml": 2,
    "/robots.txt": 0,
    "/.well-known/security.txt": 0,
    "/about/instrument/": 1,
    "/about/research/": 0,
    "/about/privacy/": 0,
    "/accounts/login/": 0,
    "/accounts/signup/": 0,
    "/healthz": 0,
}


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def of_private_pages(client: Client, account: Account) -> dict[str, int]:
    return {name: queries(client, address(account)) for name, (_, address) in PRIVATE.items()}


def grow(account: Account) -> None:
    """Make twenty of everything that there was one or a few of."""
    keys = [f"key-{number}" for number in range(MANY)]
    mondays = [date(2028, 1, 3) + timedelta(weeks=number) for number in range(MANY)]
    profiles.save_gates(user=account.user, states=dict.fromkeys(keys, "met"))
    profiles.save_conditions(user=account.user, held=keys, ruled_out=[f"not-{key}" for key in keys])
    profiles.save_time(user=account.user, hours_per_week=None, budget_usd=None, blocked_weeks=mondays)
    answered = {SKILL, "ethics"}
    journeys.rate(account.open, only=[skill for skill in journeys.skills(account.open) if skill not in answered])
    account.open.scenario_answers.all().delete()
    journeys.choose(account.open)
    for key in keys[1:]:
        more_of_one(account, key)


def more_of_one(account: Account, key: str) -> None:
    """Another open attempt, result, plan, revision, tick, entry of evidence, note, and mentors who are done."""
    journeys.started(account.user, at=account.open.started_at - timedelta(days=1))
    submitted = Attempt.objects.get(pk=account.submitted.pk)
    result = submitted.result
    submitted.pk, result.pk = uuid4(), None
    submitted.save(force_insert=True)
    result.attempt = submitted
    result.save(force_insert=True)
    revision = account.plan.current
    drawn = Drawn(revision.schedule.version_id, revision.request, revision.document)
    plan = Plan.objects.for_user(account.user).get(pk=account.plan.pk)
    reschedule(plan=plan, edit=edit(plan), drawn=drawn, change=Revision.Change.REPLANNED, words=key)
    with_evidence(account.user)
    second.revoke(invitation=with_mentor(account.open), at=revision.created_at)
    sharing.revoke(share=with_share(plan), at=revision.created_at)
    notes.write(plan=plan, id=uuid4(), text=key, at=revision.created_at)
    another = Plan.objects.create(user=account.user, result=result, created_at=plan.created_at - timedelta(days=1))
    begin(plan=another, drawn=drawn, words="Built the plan", at=another.created_at)


def test_private_pages_ask_as_often_for_twenty_rows_as_for_one(as_alice: Client, alice: User) -> None:
    account = full_account(alice)
    of_private_pages(as_alice, account)
    few = of_private_pages(as_alice, account)
    grow(account)
    assert (Attempt.objects.count(), Plan.objects.count()) == (2 * MANY, MANY)
    assert Revision.objects.filter(plan=account.plan).count() == MANY + 1
    assert of_private_pages(as_alice, account) == few
    assert {name: asked for name, asked in few.items() if asked > PRIVATE[name][0]} == {}


def test_an_empty_account_asks_no_more_than_a_full_one(as_alice: Client) -> None:
    pages = {"home": "/", "profile": "/profile/", "attempts": "/assessments/", "plans": "/plans/"}
    for path in pages.values():
        # Each process reads the published instrument once.
        as_alice.get(path)
    asked = {name: queries(as_alice, path) for name, path in pages.items()}
    assert {name: number for name, number in asked.items() if number > PRIVATE[name][0]} == {}


def of_public_pages(client: Client) -> dict[str, int]:
    """What each page asks once it was made; what making it takes is tried beside the shelf."""
    for path in PUBLIC:
        client.get(path)
    return {path: queries(client, path) for path in PUBLIC}


def test_public_pages_ask_as_often_for_many_guides_and_editions_as_for_one(client: Client) -> None:
    assert of_public_pages(client) == PUBLIC
    Edition.objects.exclude(career__slug=CMIO).delete()
    assert of_public_pages(client) == PUBLIC
    edition, version = Edition.objects.get(), InstrumentVersion.objects.get()
    for number in range(2, MANY + 2):
        for published in (edition, version):
            published.pk, published.number = None, number
            published.save(force_insert=True)
    assert of_public_pages(client) == PUBLIC


def test_a_question_that_is_asked_in_a_loop_would_be_found(
    as_alice: Client, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = full_account(alice)

    def asking(plan: Plan) -> Revision:
        return plan.revisions.order_by("-number")[0]

    monkeypatch.setattr(Plan, "current", property(asking))
    few = queries(as_alice, "/plans/")
    more_of_one(account, "key")
    assert queries(as_alice, "/plans/") > few
