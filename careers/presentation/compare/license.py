"""What a guide says about a license, and whether it asks everybody for one."""

import re
from collections.abc import Iterator

from careers.presentation.compare.answers import MISSING, Answer, lines
from careers.presentation.compare.guides import Guide
from careers.presentation.compare.texts import sentences
from careers.presentation.sections import NECESSITY

NAMED = re.compile(r"\blicens", re.IGNORECASE)
EXCEPTED = re.compile(r"\b(?:no|not|without)\b", re.IGNORECASE)


def license_needed(guide: Guide) -> Answer:
    """The first thing the guide says about a license: a requirement, or a sentence that names one.

    It asks everybody for one where a requirement says so, or where the typical education names one without
    "no", "not" or "without" in the same sentence.
    """
    return next(_said(guide), MISSING)


def _said(guide: Guide) -> Iterator[Answer]:
    for row in guide.rows("education_requirements", "items"):
        if NAMED.search(row["title"]):
            source = row.get("source")
            marks = (guide.references.mark(source),) if source else guide.marks("education_requirements")
            value = f"{row['title']}: {NECESSITY[row['necessity']].lower()}"
            yield Answer(value, marks, lines(row["detail"]), asks=row["necessity"] == "required")
    place = guide.section("qualifications").get("slug", "")
    for text in _named(guide.document["key_facts"]["typical_education"]):
        yield Answer(text, place=place, asks=not EXCEPTED.search(text))
    for text in _named(guide.document["summary"]):
        yield Answer(text, place=place, asks=False)
    for row in guide.rows("faq", "items"):
        for text in _named(row["answer"]):
            yield Answer(text, guide.marks("faq"), asks=False)


def _named(text: str) -> list[str]:
    return [sentence for sentence in sentences(text) if NAMED.search(sentence)]
