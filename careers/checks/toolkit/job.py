"""The job description: a base text, and variants that change it."""

from collections.abc import Iterator

from careers.checks.references import Document, dangling, repeated
from careers.checks.toolkit.fields import FIELD, VALUES
from careers.checks.toolkit.laws import Known, catalogue_names, ids, strangers, undeclared
from careers.checks.toolkit.shapes import Entries, Id, Listed, Maybe, OneOf, Shape, Text, Whole, lists, meta, texts
from careers.problems import Problem

DAYS = ("day_30", "day_90", "day_365")
SCREENS = ("core", "interview", "reference")
PARTS = (
    "job_title",
    "location",
    "purpose",
    "reporting_line",
    "responsibilities",
    "qualifications",
    "competencies",
    "success_measures",
    "compensation_transparency",
    "equal_opportunity",
    "how_to_apply",
)
MEASURES: dict[str, Shape] = dict.fromkeys(DAYS, Listed(Entries({**texts("text", "evidence"), **lists("skills")})))
QUALIFICATIONS = Listed(Entries({"id": Id(), **texts("text"), "prerequisite": Maybe(Text()), "note": Text(blank=True)}))
REPORTING = Entries(
    {
        "base_text": Text(),
        "options": Listed(Entries({"id": Id(), **texts("label", "wording", "works_best_when", "watch_for")})),
        **texts("evidence_note", "evidence_ref"),
    }
)
VARIANT = Entries(
    {
        "id": Id(),
        **texts("title", "use_when", "purpose"),
        "responsibilities_add": Listed(Entries(texts("group", "text")), blank=True),
        "qualification_changes": Listed(
            Entries({"id": Id(), "change": OneOf(("raise", "lower", "make required")), **texts("reason")}), blank=True
        ),
        "competency_overrides": Listed(Entries({"skill": Text(), "level": Whole(1, 5), **texts("reason")}), blank=True),
        "success_measures_add": Entries({}, MEASURES),
        **texts("clinical_time_suggestion"),
        **lists("suggested_reporting"),
        "sample_values": VALUES,
    }
)
NOTES = lists("recruiter_notes")
SHAPE = Entries(
    {
        "meta": meta(
            "prerequisites_file", "level_scale", "field_sources", "field_sources_note", "apply_order", "judgment_note"
        ),
        "fields": Listed(FIELD),
        "title_options": Listed(Entries(texts("title", "use_when"))),
        **texts("purpose"),
        "reporting_line": REPORTING,
        "responsibilities": Listed(Entries({"id": Id(), **texts("heading"), **lists("skills", "items")})),
        "qualifications": Entries({"required": QUALIFICATIONS, "preferred": QUALIFICATIONS}),
        **texts("competencies_intro"),
        "competencies": Listed(
            Entries({"skill": Text(), "level": Whole(1, 5), "screen": OneOf(SCREENS), **texts("expect")})
        ),
        "screen_meaning": Entries(texts(*SCREENS)),
        "success_measures": Entries({**MEASURES, **texts("note")}),
        "compensation_transparency": Entries({**texts("posting_text"), **NOTES}),
        "equal_opportunity": Entries({**texts("statement", "accommodation", "fair_process", "encouragement"), **NOTES}),
        **texts("how_to_apply"),
        "posting_order": Listed(OneOf(PARTS)),
        "variants": Listed(VARIANT),
    }
)


def laws(document: Document, known: Known) -> Iterator[Problem]:
    """Ids stand once, every merge field is declared, and what a variant changes is there to be changed."""
    for name in ("fields", "responsibilities", "variants"):
        yield from repeated(document[name], "id", name)
    yield from repeated(document["competencies"], "skill", "competencies")
    qualifications = [row for rows in document["qualifications"].values() for row in rows]
    yield from repeated(qualifications, "id", "qualifications")
    yield from catalogue_names(document, "", known)
    yield from undeclared(document, "", ids(document["fields"]))
    for place, variant in enumerate(document["variants"]):
        yield from _changes(document, variant, f"variants[{place}]", ids(qualifications))


def _changes(document: Document, variant: Document, path: str, qualifications: set[str]) -> Iterator[Problem]:
    skills = {row["skill"] for row in document["competencies"]}
    for name, key, target in (
        ("responsibilities_add", "group", ("a group of responsibilities", ids(document["responsibilities"]))),
        ("qualification_changes", "id", ("a qualification", qualifications)),
        ("competency_overrides", "skill", ("a competency of this document", skills)),
    ):
        yield from dangling(variant[name], f"{path}.{name}", {key: target})
    reporting = ("a reporting line", ids(document["reporting_line"]["options"]))
    yield from dangling(variant, path, {"suggested_reporting": reporting})
    yield from strangers(
        variant["sample_values"], f"{path}.sample_values", ("a field of this document", ids(document["fields"]))
    )
