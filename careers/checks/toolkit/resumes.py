"""Resume examples: JSON Resume with what each part and each line is good for, and a list of keywords."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from careers.checks.references import Document, dangling, repeated
from careers.checks.toolkit.laws import Known, catalogue_names, ids, strangers
from careers.checks.toolkit.shapes import Entries, Id, Keyed, Listed, OneOf, Shape, Text, Whole, lists, meta, texts
from careers.problems import Problem, shortened

STEP = re.compile(r"(\w+)(?:\[(\d{1,3})\])?")
HIGHLIGHTS = lists("highlights")
DATES = texts("startDate", "endDate")
PARTS: dict[str, Shape] = {
    "work": Entries(texts("name", "position"), {**texts("location"), **DATES, **texts("summary"), **HIGHLIGHTS}),
    "projects": Entries(
        texts("name", "description"), {**DATES, **lists("roles"), **texts("entity"), **HIGHLIGHTS, **lists("keywords")}
    ),
    "education": Entries(texts("institution", "area", "studyType"), DATES),
    "certificates": Entries(texts("name", "issuer"), texts("date")),
    "skills": Entries(texts("name", "level"), lists("keywords")),
    "publications": Entries(texts("name"), texts("publisher", "releaseDate", "summary")),
    "volunteer": Entries(texts("organization", "position"), {**DATES, **texts("summary"), **HIGHLIGHTS}),
}
BASICS = Entries(
    texts("name", "label", "email", "phone", "url", "summary"),
    {
        "location": Entries(texts("city", "region", "countryCode")),
        "profiles": Listed(Entries(texts("network", "username", "url"))),
    },
)
RESUME = Entries(
    {
        "id": Id(),
        **texts("title", "persona", "target_level"),
        **lists("target_titles"),
        "resume": Entries({"basics": BASICS}, {name: Listed(part) for name, part in PARTS.items()}),
        "why_it_works": Entries({}, texts("basics", *PARTS)),
        **lists("edit_first", "keywords_shown"),
        "evidence_map": Listed(Entries({**texts("skill", "where"), "level": Whole(1, 5)})),
    },
    {**texts("route_note"), **lists("adaptation_for_it_leaders")},
)
NOTES = ("honesty_note", "length_note", "keywords_shown_note", "evidence_map_note")
SHAPE = Entries(
    {
        "meta": meta("schema", "proficiency_scale", "target_levels", "placeholder_rule", *NOTES),
        "resumes": Listed(RESUME),
        **texts("keywords_note"),
        "keywords": Listed(
            Entries(
                {
                    "id": Id(),
                    **texts("term"),
                    "also_written_as": Listed(Text(), blank=True),
                    "skill": Text(),
                    "priority": Keyed(OneOf(("lead", "support", "optional"))),
                    **texts("put_beside_it"),
                }
            )
        ),
    }
)


def laws(document: Document, known: Known) -> Iterator[Problem]:
    """Ids stand once, names lead somewhere, and every line that is said to prove something is in its resume."""
    for name in ("resumes", "keywords"):
        yield from repeated(document[name], "id", name)
    yield from catalogue_names(document["keywords"], "keywords", known)
    keyword = ("a keyword of this document", ids(document["keywords"]))
    yield from dangling(document["resumes"], "resumes", {"keywords_shown": keyword})
    for place, row in enumerate(document["keywords"]):
        yield from strangers(row["priority"], f"keywords[{place}].priority", ("a level of the catalogue", known.levels))
    for place, row in enumerate(document["resumes"]):
        # A resume's own skills are words of its writer.
        own = {name: row[name] for name in ("target_level", "evidence_map")}
        yield from catalogue_names(own, f"resumes[{place}]", known)
        yield from _lines(row, f"resumes[{place}]")


def _lines(row: Document, path: str) -> Iterator[Problem]:
    yield from strangers(row["why_it_works"], f"{path}.why_it_works", ("a part of this resume", row["resume"]))
    for place, proof in enumerate(row["evidence_map"]):
        if not isinstance(line(row["resume"], proof["where"]), str):
            yield Problem(
                f"{path}.evidence_map[{place}].where", f"{shortened(proof['where'])} is no line of the resume"
            )


def line(resume: Mapping[str, Any], where: str) -> Any:
    """What stands at a place such as work[0].highlights[2], or nothing."""
    value: Any = resume
    for step in where.split("."):
        found = STEP.fullmatch(step)
        if not found or not isinstance(value, Mapping):
            return None
        value = value.get(found[1])
        if found[2] is not None:
            rows = value if isinstance(value, list) else []
            value = rows[int(found[2])] if int(found[2]) < len(rows) else None
    return value
