"""An account with something of everything, and the addresses of all that belongs to it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from django.contrib.auth.models import User
from django.urls import URLPattern, reverse

from assessments.models import Attempt, Calculation, Digest, Evidence, EvidenceFile, Feed, Invitation, Note, Plan, Share
from assessments.services import digests, evidence, feeds, notes, reratings, second, sharing
from assessments.services.answers import Sent
from assessments.urls import urlpatterns
from tests import journeys
from tests.assessments.documents import PDF
from tests.assessments.proposals import answered, asked
from tests.assessments.runs import tick
from tests.content import CMIO

SKILL, ITEM, PART = "cds", "ehr-conversion-plan", "work"
FAR = datetime(2100, 1, 1, tzinfo=UTC)
"""When links end: these pages are also looked at by the clock of the machine."""


@dataclass(frozen=True)
class Account:
    """A user with a whole profile, an open attempt with some answers and a submitted one, and with one of all else."""

    user: User
    open: Attempt
    submitted: Attempt
    plan: Plan
    evidence: Evidence
    invitation: Invitation
    feed: Feed
    share: Share
    note: Note
    digest: Digest
    proposal: Calculation


@dataclass(frozen=True)
class Owned:
    """The path of one thing of somebody's, and the same path for a thing that never existed."""

    name: str
    path: str
    missing: str


def full_account(user: User) -> Account:
    """Fill the user's account."""
    submitted = journeys.submitted(journeys.physician(user))
    plan = journeys.planned(submitted)
    tick(plan, plan.current.actions[0]["id"])
    unfinished = journeys.rate(journeys.started(user), 3, only=[SKILL, "ethics"])
    unfinished.scenario_answers.create(item=ITEM, choice="A", saved_at=journeys.NOW)
    plan = Plan.objects.for_user(user).get()
    later = journeys.NOW + timedelta(minutes=1)
    reratings.save(plan=plan, skill=SKILL, level=4, low_confidence=True, sent=Sent(uuid4()), at=later)
    second.revoke(invitation=with_mentor(unfinished), at=journeys.NOW)
    mentor = with_mentor(unfinished)
    sharing.revoke(share=with_share(plan), at=journeys.NOW)
    share = with_share(plan)
    note = notes.leave(share=share, id=uuid4(), text="Ask for the cost report.\nBefore January.", at=journeys.NOW)
    digest = digests.choose(user=user, frequency="weekly", zone="America/New_York", at=journeys.NOW)
    feed = with_feed(plan)
    held, proposal = with_evidence(user), answered(asked(plan), weeks=1)
    return Account(user, unfinished, submitted, plan, held, mentor, feed, share, note, digest, proposal)


def with_evidence(user: User) -> Evidence:
    """An entry in which everything is said, with a file."""
    file = evidence.NewFile("poster.pdf", EvidenceFile.Kind.PDF, PDF)
    told = ("Cut overrides by a third", journeys.NOW.date(), "Led it", "92 to 61 percent", "https://example.org/poster")
    entry = evidence.Entry(*told, skills=(SKILL, "communication"), file=file)
    return evidence.save(user=user, id=uuid4(), page=evidence.Page(uuid4(), 0), entry=entry, at=journeys.NOW)


def with_mentor(attempt: Attempt) -> Invitation:
    """A link by which a mentor has rated one skill that the user rated, and one that the user did not."""
    names = {"mentor": "Dr. Lee Park", "asker": "A colleague"}
    made = second.invite(attempt=attempt, id=uuid4(), at=journeys.NOW, **names)
    for skill in (SKILL, "communication"):
        second.rate(invitation=made, skill=skill, level=4, sent=Sent(uuid4()), at=journeys.NOW)
    Invitation.objects.filter(pk=made.pk).update(expires_at=FAR)
    return made


def with_feed(plan: Plan) -> Feed:
    """The plan's calendar at a secret address, with an hour each week."""
    return feeds.make(plan=plan, weekly=feeds.WeeklyHour(1, 18, 30, "America/New_York"), at=journeys.NOW)


def with_share(plan: Plan) -> Share:
    """A link by which a mentor sees all parts of the plan."""
    names = {"mentor": "Dr. Lee Park", "sharer": "A colleague"}
    made = sharing.share(plan=plan, id=uuid4(), parts=Share.Part.values, days=90, at=journeys.NOW, **names)
    Share.objects.filter(pk=made.pk).update(expires_at=FAR)
    made.refresh_from_db()
    return made


def owned(account: Account) -> list[Owned]:
    """Every address that holds an id of the account's: the attempts' pages for both attempts."""
    found = []
    for pattern in urlpatterns:
        keys = set(pattern.pattern.converters)
        if "attempt_id" in keys:
            found += [_owned(account, pattern, "attempt_id", attempt) for attempt in (account.open, account.submitted)]
        elif "plan_id" in keys:
            found.append(_owned(account, pattern, "plan_id", account.plan))
        elif "evidence_id" in keys:
            found.append(_owned(account, pattern, "evidence_id", account.evidence))
        elif "calculation_id" in keys:
            found.append(_owned(account, pattern, "calculation_id", account.proposal))
    by_query = reverse("assessments:plan_new")
    found.append(Owned("plan_new", f"{by_query}?attempt={account.submitted.pk}", f"{by_query}?attempt={uuid4()}"))
    return found


def own_pages(account: Account) -> list[str]:
    """Every address at which a signed-in user sees what is their own, with the account's ids, and the guest's pages."""
    whole = [reverse(f"assessments:{pattern.name}") for pattern in urlpatterns if not pattern.pattern.converters]
    parts = [
        reverse("assessments:profile_part", args=[part]) for part in ("work", "gates", "conditions", "target", "time")
    ]
    return [
        "/",
        reverse("careers:detail", args=[CMIO]),
        *whole,
        *parts,
        *(entry.path for entry in owned(account)),
        *shared_pages(account),
        feed_page(account),
    ]


def shared_pages(account: Account) -> list[str]:
    """What a mentor sees by the links that are open: the skills, one of them, and the plan."""
    token = account.invitation.token
    skills = [reverse("assessments:shared", args=[token]), reverse("assessments:shared_skill", args=[token, SKILL])]
    return [*skills, reverse("assessments:shared", args=[account.share.token])]


def feed_page(account: Account) -> str:
    """Where calendar programs read the plan."""
    return reverse("assessments:calendar_feed", args=[account.feed.token])


def stop_page(account: Account) -> str:
    """Where each digest says that it can be stopped."""
    return reverse("assessments:digest_stop", args=[account.digest.token])


def closed_links(account: Account) -> list[str]:
    """The pages of two links that were revoked: to the skills and to the plan."""
    closed = (account.open.invitations.exclude(revoked_at=None)[0], account.plan.shares.exclude(revoked_at=None)[0])
    return [reverse("assessments:shared", args=[link.token]) for link in closed]


def _owned(account: Account, pattern: URLPattern, key: str, row: Attempt | Plan | Evidence | Calculation) -> Owned:
    given: dict[str, object] = {"skill": SKILL, "item": ITEM, "action": account.plan.current.actions[-1]["id"]}
    given |= {"note_id": account.note.pk, "calculation_id": account.proposal.pk}
    rest = {name: given[name] for name in pattern.pattern.converters if name != key}
    name = f"assessments:{pattern.name}"
    paths = (reverse(name, kwargs={key: id, **rest}) for id in (row.pk, uuid4()))
    return Owned(str(pattern.name), *paths)
