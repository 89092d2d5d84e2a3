"""What nobody has opened is due, and says how that is known."""

from typing import Any

from careers.presentation.desk import due
from tests.careers.presentation.builders import document, source


def catalogue(access: str = "seen", check: dict[str, list[str]] | None = None) -> dict[str, Any]:
    items = [{"id": key, "reference": {"title": key.title(), "url": None}} for key in ("first", "second", "third")]
    row = {"id": "S1", "title": "A survey", "url": "https://example.org/s", "access": access}
    meta = {} if check is None else {"reference_check": check}
    return {"competencies": {"sources": [row]}, "actions": {"meta": meta, "knowledge_items": items}}


def test_a_source_of_a_guide_is_due_until_its_address_was_opened() -> None:
    url = "https://example.org/a"
    guide = document(sources=[source("a", url=url), source("b")])
    assert [(row.model, row.key, row.url, row.why) for row in due.in_guide(guide, set())] == [
        ("source", "a", url, "never opened")
    ]
    assert due.in_guide(guide, {url}) == ()


def test_a_scenario_is_due_unless_its_page_was_seen_or_its_fact_confirmed() -> None:
    check = {"page_seen": ["first"], "fact_confirmed_elsewhere": ["second"], "from_knowledge": ["second"]}
    found = {row.key: row.why for row in due.of_scenarios(catalogue(check=check))}
    assert found == {"second": "written from knowledge", "third": "in no list of the check"}
    assert len(list(due.of_scenarios(catalogue()))) == 3


def test_a_source_of_the_catalogue_is_due_unless_it_was_seen_where_it_stands() -> None:
    check = {"page_seen": ["first", "second", "third"]}
    assert due.in_catalogue(catalogue(check=check)) == ()
    told = {access: due.in_catalogue(catalogue(access, check))[0].why for access in ("partly_seen", "told_by_mail")}
    assert told == {"partly_seen": "read in part", "told_by_mail": "told by mail"}
