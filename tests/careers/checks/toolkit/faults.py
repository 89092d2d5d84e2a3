"""One fault for each law of the toolkit's documents, put into the real ones."""

from copy import deepcopy
from typing import Any

from tests.careers.checks.spoiling import Fault, at, within

SKILL = "'juggling' is not a skill of the catalogue"
LEVEL = "'boss' is not a level of the catalogue"
FIELD = "'shoe_size' is not a field of this document"
FIRST = ("resumes", 0)


def twice(name: str) -> tuple[Any, list[tuple[str, str]]]:
    """Put a copy of the first row behind it."""

    def spoil(document: Any) -> None:
        document[name].insert(1, deepcopy(document[name][0]))

    return spoil, [(f"{name}[0].id", "stands more than once"), (f"{name}[1].id", "stands more than once")]


FAULTS: list[tuple[str, Fault]] = [
    ("resumes", Fault("twins", *twice("resumes"))),
    ("resumes", Fault("twin keywords", *twice("keywords"))),
    ("resumes", Fault("level", at(*FIRST, "target_level", put="boss"), [("resumes[0].target_level", LEVEL)])),
    (
        "resumes",
        Fault(
            "proof",
            at(*FIRST, "evidence_map", 0, "skill", put="juggling"),
            [("resumes[0].evidence_map[0].skill", SKILL)],
        ),
    ),
    (
        "resumes",
        Fault(
            "line",
            at(*FIRST, "evidence_map", 0, "where", put="work[9].highlights[0]"),
            [("resumes[0].evidence_map[0].where", "'work[9].highlights[0]' is no line of the resume")],
        ),
    ),
    (
        "resumes",
        Fault(
            "keyword",
            at(*FIRST, "keywords_shown", put=["kw99"]),
            [("resumes[0].keywords_shown", "'kw99' is not a keyword of this document")],
        ),
    ),
    ("resumes", Fault("skill", at("keywords", 0, "skill", put="juggling"), [("keywords[0].skill", SKILL)])),
    (
        "resumes",
        Fault("rank", at("keywords", 0, "priority", "boss", put="lead"), [("keywords[0].priority.boss", LEVEL)]),
    ),
    (
        "resumes",
        Fault(
            "part",
            within(*FIRST, "resume", education=None),
            [("resumes[0].why_it_works.education", "'education' is not a part of this resume")],
        ),
    ),
    ("cover-letters", Fault("twins", *twice("letters"))),
    ("cover-letters", Fault("twin fields", *twice("fields"))),
    (
        "cover-letters",
        Fault("field", at("letters", 0, "template", put="I wear {{ shoe_size }}."), [("letters[0].template", FIELD)]),
    ),
    (
        "cover-letters",
        Fault(
            "braces",
            at("letters", 0, "template", put="Dear {{salutation_name}}"),
            [("letters[0].template", "has braces that are no merge field")],
        ),
    ),
    (
        "cover-letters",
        Fault(
            "sample",
            at("letters", 0, "sample_values", "shoe_size", put="9"),
            [("letters[0].sample_values.shoe_size", FIELD)],
        ),
    ),
    (
        "cover-letters",
        Fault(
            "listed field",
            at("letters", 0, "paragraphs", 0, "fields", put=["shoe_size"]),
            [("letters[0].paragraphs[0].fields", FIELD)],
        ),
    ),
    ("cover-letters", Fault("phrase", at("skill_phrases", "juggling", put="x"), [("skill_phrases.juggling", SKILL)])),
    ("job-description", Fault("twins", *twice("variants"))),
    ("job-description", Fault("field", at("purpose", put="For {{ shoe_size }}"), [("purpose", FIELD)])),
    (
        "job-description",
        Fault(
            "field in a list",
            at("responsibilities", 0, "items", 1, put="{{ shoe_size }}"),
            [("responsibilities[0].items[1]", FIELD)],
        ),
    ),
    (
        "job-description",
        Fault(
            "gate",
            at("qualifications", "required", 0, "prerequisite", put="throne"),
            [("qualifications.required[0].prerequisite", "'throne' is not a gate of the catalogue")],
        ),
    ),
    (
        "job-description",
        Fault(
            "group",
            at("variants", 0, "responsibilities_add", 0, "group", put="fun"),
            [("variants[0].responsibilities_add[0].group", "'fun' is not a group of responsibilities")],
        ),
    ),
    (
        "job-description",
        Fault(
            "qualification",
            at("variants", 0, "qualification_changes", 0, "id", put="q_none"),
            [("variants[0].qualification_changes[0].id", "'q_none' is not a qualification")],
        ),
    ),
    (
        "job-description",
        Fault(
            "reporting",
            at("variants", 0, "suggested_reporting", put=["to_nobody"]),
            [("variants[0].suggested_reporting", "'to_nobody' is not a reporting line")],
        ),
    ),
    (
        "job-description",
        Fault(
            "order",
            at("posting_order", 0, put="perks"),
            [("posting_order[0]", "'perks' is none of job_title, location, purpose, reporting_line")],
        ),
    ),
    ("interview", Fault("twins", *twice("questions"))),
    (
        "interview",
        Fault(
            "subject", at("questions", 0, "category", put="fun"), [("questions[0].category", "'fun' is not a subject")]
        ),
    ),
    ("interview", Fault("skill", at("questions", 0, "skills", put=["juggling"]), [("questions[0].skills", SKILL)])),
    ("interview", Fault("level", at("questions", 0, "levels", put=["boss"]), [("questions[0].levels", LEVEL)])),
    (
        "interview",
        Fault("rubric", within("questions", 0, "rubric", **{"4": None}), [("questions[0].rubric.4", "missing")]),
    ),
    (
        "interview",
        Fault(
            "fifth level", at("questions", 0, "rubric", "5", put="x"), [("questions[0].rubric.5", "is not an entry")]
        ),
    ),
    ("guides", Fault("twins", *twice("guides"))),
    ("guides", Fault("skill", at("guides", 0, "skills", put=["juggling"]), [("guides[0].skills", SKILL)])),
    ("guides", Fault("body", within("guides", 0, body=None), [("guides[0].body", "is missing")])),
]
