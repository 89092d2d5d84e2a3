"""References that ask for an edit: the worst first, each once, with all the places that cite it."""

from datetime import timedelta
from typing import Any

from careers.models import LinkCheck
from careers.presentation.desk.references import Fix, references, unopened
from careers.presentation.desk.subject import Subject
from tests.careers.presentation.builders import document, section, source
from tests.careers.presentation.desk import subjects

URL = "https://example.org/pay"


def check(url: str = URL, outcome: str = "broken", **given: Any) -> LinkCheck:
    return LinkCheck(url=url, outcome=outcome, since=subjects.NOW, checked_at=subjects.NOW, **given)


def citing(*urls: str, pk: int = 1, title: str = "Pilot of Records", sections: int = 1) -> Subject:
    sources = [source(f"s{place}", url=url) for place, url in enumerate(urls)]
    keys = [row["key"] for row in sources]
    parts = [section(f"part{place}", sources=keys) for place in range(sections)]
    return subjects.guide(pk, title, document(sources=sources, sections=parts))


def test_what_the_checker_found_in_order_asks_for_nothing() -> None:
    checks = [check(outcome=outcome) for outcome in ("fine", "refused", "not fetched")]
    assert [references([citing(URL)], [row]) for row in checks] == [(), (), ()]


def test_the_worst_come_first_and_the_oldest_among_alike() -> None:
    urls = [f"https://example.org/{place}" for place in range(4)]
    checks = [
        check(urls[0], "no reply"),
        check(urls[1], "moved", moved_to="https://example.org/new"),
        check(urls[2], "broken", status=410),
        check(urls[3], "broken"),
    ]
    checks[3].since -= timedelta(days=1)
    found = references([citing(*urls)], checks)
    assert [(row.url, row.state) for row in found] == [
        (urls[3], "Broken"),
        (urls[2], "410"),
        (urls[1], "Moved"),
        (urls[0], "No reply"),
    ]
    assert [row.moved_to for row in found] == ["", "", "https://example.org/new", ""]


def test_one_address_is_told_once_with_all_that_cite_it() -> None:
    items = [{"id": key, "reference": {"title": "Pay", "url": URL}} for key in ("a", "b")]
    rows = [{"id": "S1", "title": "Pay", "url": URL, "access": "seen"}]
    meta: dict[str, Any] = {"meta": {}, "actions": [], "knowledge_items": items}
    instrument = subjects.instrument({"competencies": {"sources": rows}, "actions": meta})
    (found,) = references(
        [citing(URL, sections=2), citing(URL, pk=2, title="Other Guide", sections=4), instrument], [check()]
    )
    assert found.places == "PoR: Part0, Part1; OG: 4 sections; Instrument: 1 source, 2 scenarios"
    assert found.fixes == (
        Fix("PoR", "/1/source/s0/"),
        Fix("OG", "/2/source/s0/"),
        Fix("Instrument", "/1/cataloguesource/S1/"),
    )
    assert found.subjects == {"career-1", "career-2", "catalogue-1"}


def test_where_one_guide_cites_it_the_fix_needs_no_name() -> None:
    (found,) = references([citing(URL, sections=0)], [check()])
    assert (found.places, found.fixes) == ("PoR: in no section", (Fix("", "/1/source/s0/"),))


def test_what_was_never_opened_leads_to_the_form_of_its_row() -> None:
    found = unopened([citing(URL, "https://example.org/other"), subjects.instrument()], {URL})
    assert [(row.due.url, row.address) for row in found] == [("https://example.org/other", "/1/source/s1/")]
