"""What is found at an address, told by a real server, and where the fetcher does not go."""

import time
from collections.abc import Iterator

import pytest

from careers.links.addresses import is_public
from careers.links.fetching import HOPS, Fetcher, Found, Outcome
from tests.careers.links.site import STEP, WHOLE, Site, fetcher, is_here, site

INSIDE = "http://169.254.169.254/latest/meta-data/"


@pytest.fixture(scope="module")
def here() -> Iterator[Site]:
    """The site that is asked."""
    with site() as server:
        yield server


@pytest.mark.parametrize(
    ("path", "outcome", "status"),
    [
        ("/200", Outcome.FINE, 200),
        ("/204", Outcome.FINE, 204),
        ("/405/200", Outcome.FINE, 200),
        ("/500/200", Outcome.FINE, 200),
        ("/404", Outcome.BROKEN, 404),
        ("/410", Outcome.BROKEN, 410),
        ("/503", Outcome.BROKEN, 503),
        ("/403", Outcome.REFUSED, 403),
        ("/429", Outcome.REFUSED, 429),
        ("/302/200", Outcome.FINE, 200),
        ("/302/404", Outcome.BROKEN, 404),
        ("/huge", Outcome.FINE, 200),
    ],
)
def test_what_the_answer_means(here: Site, path: str, outcome: str, status: int) -> None:
    assert fetcher().check(here.url(path)) == Found(outcome, status)


@pytest.mark.parametrize("permanent", [301, 308])
def test_what_moved_for_good_names_its_new_address(here: Site, permanent: int) -> None:
    assert fetcher().check(here.url(f"/{permanent}/200")) == Found(Outcome.MOVED, 200, here.url("/200"))


def test_of_a_chain_only_the_part_that_is_for_good_is_followed_for_good(here: Site) -> None:
    found = fetcher().check(here.url("/301/302/200"))
    assert found == Found(Outcome.MOVED, 200, here.url("/302/200"))
    assert fetcher().check(here.url("/302/301/200")) == Found(Outcome.FINE, 200)


def test_it_does_not_run_in_circles(here: Site) -> None:
    here.asked.clear()
    assert fetcher().check(here.url("/301" * 40)).outcome == Outcome.BROKEN
    assert len(here.asked) == HOPS + 1


@pytest.mark.parametrize("path", ["/slow", "/drip", "/hangs-up"])
def test_a_server_that_does_not_come_to_the_point_costs_a_bounded_time(here: Site, path: str) -> None:
    begun = time.monotonic()
    assert fetcher().check(here.url(path)).outcome == Outcome.SILENT
    assert time.monotonic() - begun < WHOLE + 2 * STEP


def test_nobody_there_is_no_reply() -> None:
    with site() as server:
        gone = server.url("/200")
    assert fetcher().check(gone).outcome == Outcome.SILENT


def test_it_says_who_it_is_and_sends_nothing_else(here: Site) -> None:
    here.headers.clear()
    fetcher().check(here.url("/200"))
    (sent,) = here.headers
    assert sent["User-Agent"] == "a test"
    assert not {"Cookie", "Authorization", "Referer"} & set(sent)


def test_the_site_itself_asks_no_machine_that_is_not_public(here: Site) -> None:
    here.asked.clear()
    assert Fetcher("a test").check(here.url("/200")) == Found(Outcome.BARRED)
    assert here.asked == []


def test_no_redirect_leads_to_a_machine_that_is_not_allowed(here: Site) -> None:
    assert fetcher().check(here.url(f"/302/!{INSIDE}")) == Found(Outcome.BARRED)


def test_a_fetcher_that_checks_only_the_first_address_is_caught(here: Site) -> None:
    class Careless(Fetcher):
        asked = 0

        def check(self, url: str) -> Found:
            self.is_allowed = self.only_once
            return super().check(url)

        def only_once(self, address: object) -> bool:
            self.asked += 1
            return True

    inside = f"/302/!{here.url('/200')}"
    assert Careless("a test", step=STEP, whole=WHOLE).check(here.url(inside)) == Found(Outcome.FINE, 200)
    first: list[object] = []

    def the_first(address: object) -> bool:
        first.append(address)
        return len(first) == 1

    assert Fetcher("a test", the_first, STEP, WHOLE).check(here.url(inside)) == Found(Outcome.BARRED)


def test_what_is_allowed_by_default_is_what_is_public() -> None:
    assert Fetcher("a test").is_allowed is is_public
    assert is_here is not is_public
