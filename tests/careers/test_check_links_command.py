"""`check_links` opens what is cited, says what came out, and keeps what it found when it is stopped."""

from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from careers.links.fetching import Fetcher
from careers.management.commands import check_links
from careers.models import Action, CatalogueSource, Edition, InstrumentVersion, Item, LinkCheck, Resource, Source
from tests.careers.links.site import Site, fetcher, site
from tests.content import career

pytestmark = pytest.mark.django_db


@pytest.fixture
def cites_this_site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Three sources of the guide lead to a site of our own, and nothing else is cited."""
    Edition.objects.update(live_from=None)
    InstrumentVersion.objects.update(live_from=None)
    for model, column in ((Source, "url"), (CatalogueSource, "url"), (Resource, "url"), (Action, "source_url")):
        model._default_manager.update(**{column: ""})
    Item.objects.update(reference_url="")
    monkeypatch.setattr(check_links, "Fetcher", lambda agent: fetcher())
    monkeypatch.setattr(check_links, "PAUSE_SECONDS", 0)
    with site() as here:
        for source, path in zip(career().sources.all(), ("/200", "/404", "/301/200"), strict=False):
            source.url = here.url(path)
            source.save()
        yield here


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("check_links", *arguments, stdout=out)
    return out.getvalue()


def test_it_opens_what_is_due_and_says_what_came_out(cites_this_site: Site) -> None:
    said = run()
    assert f"Broken 404: {cites_this_site.url('/404')}\n" in said
    assert f"Moved 200: {cites_this_site.url('/301/200')} to {cites_this_site.url('/200')}\n" in said
    assert "3 of 3 addresses opened: 1 broken, 1 fine, 1 moved." in said
    assert "0 of 3 addresses opened: nothing was due." in run()
    assert "3 of 3 addresses opened" in run("--older-than", "0")


def test_it_opens_no_more_than_it_is_told_to(cites_this_site: Site) -> None:
    assert "1 of 3 addresses opened" in run("--limit", "1")
    assert LinkCheck.objects.count() == 1


def test_what_was_found_is_kept_when_it_is_stopped(cites_this_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stopped(Exception):
        pass

    def check(self: Fetcher, url: str) -> object:
        if url.endswith("/404"):
            raise Stopped
        return first(self, url)

    first = Fetcher.check
    monkeypatch.setattr(Fetcher, "check", check)
    with pytest.raises(Stopped):
        run()
    assert LinkCheck.objects.count() == 2


def test_what_nothing_cites_any_more_is_forgotten(cites_this_site: Site) -> None:
    run()
    career().sources.update(url="")
    assert "3 that nothing cites any more forgotten." in run()
    assert not LinkCheck.objects.exists()


@pytest.mark.parametrize("arguments", [("--limit", "-1"), ("--limit", "x"), ("--older-than", "1.5")])
def test_what_is_no_whole_number_is_refused(arguments: tuple[str, str]) -> None:
    with pytest.raises(CommandError, match="has to be a whole number"):
        run(*arguments)
