"""Answers in a guide's own words."""

import re
from collections.abc import Sequence

from careers.presentation.compare.answers import MISSING, Answer, lines
from careers.presentation.compare.guides import Document, Guide
from careers.presentation.sources import Source


def environment(guide: Guide) -> Answer:
    """Where and how the work happens."""
    section = guide.section("work_environment")
    return Answer(section["lead"], guide.marks("work_environment")) if section else MISSING


def duties(guide: Guide) -> Answer:
    """What fills the calendar: the first duty in full, the others by name."""
    return _first(guide, "responsibilities", "And")


def hardest(guide: Guide) -> Answer:
    """What wears people down: the first drawback in full, the others by name."""
    return _first(guide, "cons", "Also")


def valued(guide: Guide) -> Answer:
    """What holders value: the first advantage in full, the others by name."""
    return _first(guide, "pros", "Also")


def mistaken(guide: Guide) -> Answer:
    """What people get wrong, and what is true."""
    belief = guide.section("how_to_become").get("misconception")
    if not belief:
        return MISSING
    return Answer(f"“{belief['myth']}”", guide.marks("how_to_become"), lines(belief["reality"]))


def education(guide: Guide) -> Answer:
    """The education that is typical, and what the guide lists as required."""
    said = sentences(guide.document["key_facts"]["typical_education"])
    required = [row["title"] for row in guide.rows("education_requirements", "items") if row["necessity"] == "required"]
    marks = guide.marks("education_requirements") if required else ()
    also = f"Required: {'; '.join(required)}." if required else ""
    if not said:
        return MISSING
    place = guide.section("qualifications").get("slug", "")
    return Answer(said[0], lines=lines(" ".join(said[1:]), also, marks=marks), place=place)


def industries(guide: Guide) -> Answer:
    """Where the jobs are, the first industry first."""
    given = guide.document["key_facts"]
    source = given.get("top_industries_source")
    marks = (guide.references.mark(source),) if source else ()
    return _listed(given["top_industries"], marks, place=guide.section("overview").get("slug", ""))


def ahead(guide: Guide) -> Answer:
    """Where people go from here, and which guides come after this one."""
    after = [row["title"] for row in guide.rows("related", "items") if row["relation"] == "leads_to"]
    pivots = list(guide.section("career_path").get("pivots", ()))
    said = f"Related guides that come after it: {'; '.join(after)}." if after else ""
    return _listed(pivots, guide.marks("career_path"), said)


def sentences(text: str) -> list[str]:
    """The sentences of a text, each with its full stop."""
    return [part for part in re.split(r"(?<=[.])\s+", text.strip()) if part]


def _first(guide: Guide, kind: str, joined: str) -> Answer:
    items: Sequence[Document] = guide.rows(kind, "items")
    if not items:
        return MISSING
    others = "; ".join(item["title"] for item in items[1:])
    said = lines(items[0]["detail"], f"{joined}: {others}." if others else "")
    return Answer(items[0]["title"], guide.marks(kind), said)


def _listed(entries: Sequence[str], marks: tuple[Source, ...], said: str = "", place: str = "") -> Answer:
    if not entries:
        return MISSING
    rest = "; ".join(entries[1:])
    return Answer(entries[0], marks, lines(f"{rest}." if rest else "", said), place)
