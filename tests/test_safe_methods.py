"""Looking at a page writes nothing, whatever the page and whoever looks, but for the day of a reader's own visit."""

from collections.abc import Sequence

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.models import GuideVisit
from tests.addresses import all_addresses
from tests.careers.admin.conftest import factor_shown, made_editor
from tests.content import CMIO
from tests.full_account import full_account, own_pages
from tests.tables import PASSING, changed, fingerprints

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
VISITS = "assessments_guidevisit"
"""What reading a guide while signed in notes once a day, so that the next visit can tell what changed since."""

QUERIES = ("", "?attempt=00000000-0000-4000-8000-000000000000", "?q=nurse&next=/profile/&delete=1&submit=1")


def everywhere() -> list[str]:
    return [address.path for address in all_addresses()]


def written(client: Client, paths: list[str], methods: Sequence[str] = ("GET", "HEAD", "OPTIONS")) -> list[str]:
    """The tables that changed while all paths were asked for in ways that should only look."""
    before = fingerprints()
    for path in paths:
        for method in methods:
            client.generic(method, path)
    return changed(before)


def test_a_stranger_leaves_no_trace(client: Client) -> None:
    assert written(client, [path + query for path in everywhere() for query in QUERIES]) == []


def test_nobody_changes_their_own_account_by_looking_at_it(as_alice: Client, alice: User) -> None:
    pages, before = own_pages(full_account(alice)), fingerprints()
    paths = list(dict.fromkeys(pages + everywhere()))
    assert written(as_alice, paths, ["HEAD", "OPTIONS"]) == []
    assert written(as_alice, paths, ["GET"]) == [VISITS]
    assert written(as_alice, paths) == []
    for page in pages:
        as_alice.get(page, headers=HTMX)
    assert changed(before) == [VISITS]
    assert [(visit.user, visit.career) for visit in GuideVisit.objects.all()] == [(alice, CMIO)]


def test_an_empty_account_stays_empty(as_alice: Client) -> None:
    assert written(as_alice, everywhere()) == [VISITS]


def test_an_editor_changes_nothing_by_looking_at_the_desk(as_alice: Client, alice: User) -> None:
    as_editor = factor_shown(as_alice, made_editor(alice))
    assert written(as_editor, [path for path in everywhere() if path.startswith("/admin/")], ["GET"]) == []


@pytest.mark.one_database
@pytest.mark.urls("tests.leaky_urls")
def test_a_page_that_writes_when_it_is_read_would_be_found(as_alice: Client) -> None:
    assert written(as_alice, everywhere()) == [VISITS, "auth_user"]


def test_what_is_not_compared_holds_nothing_that_anybody_wrote(alice: User) -> None:
    assert PASSING.isdisjoint(fingerprints())
    before = fingerprints()
    full_account(alice)
    tables = {"attempt", "rating", "scenarioanswer", "result", "plan", "revision", "schedule"}
    tables |= {"profile", "profilegate", "heldcondition", "blockedweek", "evidence", "evidenceskill", "evidencefile"}
    tables |= {"invitation", "mentorrating", "feed", "share", "note", "digest", "calculation", "rerating"}
    assert set(changed(before)) == {f"assessments_{table}" for table in tables}
