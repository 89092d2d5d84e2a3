"""The toolkit's overview: what there is of each kind."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from careers.checks.references import entries
from careers.presentation import words
from careers.presentation.toolkit.names import listed
from careers.presentation.toolkit.tool import MADE_UP, Document

Documents = Mapping[str, Document]


def overview(documents: Documents) -> dict[str, Any]:
    """Rows of documents, subjects of interview questions, and short guides, of the kinds that there are."""
    interview, guides = documents.get("interview"), documents.get("guides")
    return {
        "lede": _lede(documents),
        "tools": [TOOLS[kind](documents[kind]) | {"kind": kind} for kind in TOOLS if kind in documents],
        "questions": len(interview["questions"]) if interview else 0,
        "subjects": _subjects(interview) if interview else [],
        "guides": guides["guides"] if guides else [],
        "guides_said": words.counting(len(guides["guides"])) if guides else "",
        "made_up": MADE_UP,
    }


def _lede(documents: Documents) -> str:
    skills = {
        name
        for document in documents.values()
        for _, key, value in entries(document)
        for name in (value if key == "skills" and isinstance(value, list) else [value] if key == "skill" else ())
        if isinstance(name, str)
    }
    return f"Samples and questions built on the same {len(skills)} skills. Claim only what a referee could confirm."


def _subjects(document: Document) -> list[dict[str, Any]]:
    asked = Counter(row["category"] for row in document["questions"])
    counts = [(row, asked[row["id"]]) for row in document["categories"]]
    return [row | {"count": count, "noun": "question" if count == 1 else "questions"} for row, count in counts]


def _resumes(document: Document) -> dict[str, str]:
    count, keywords = len(document["resumes"]), len(document["keywords"])
    return {
        "title": "Resume",
        "text": f"{words.counting(count)} worked samples. Each line is tied to the skill and level it would support.",
        "count": words.counted(count, "sample"),
        "about": f"Two pages, with a list of {words.counted(keywords, 'keyword')}",
        "verb": "Choose a sample",
    }


def _letters(document: Document) -> dict[str, str]:
    count, fields = len(document["letters"]), len(document["fields"])
    return {
        "title": "Cover letter",
        "text": f"{words.counting(count)} letters with fields to fill in, and what each paragraph is for.",
        "count": words.counted(count, "letter"),
        "about": f"One page, {words.counted(fields, 'field')} between them",
        "verb": "Choose a letter",
    }


def _interview(document: Document) -> dict[str, str]:
    return {
        "title": "Interview practice",
        "text": "Panel questions with what the panel listens for, red flags, an outline and a four-level rubric.",
        "count": words.counted(len(document["questions"]), "question"),
        "about": words.counted(len(document["categories"]), "subject"),
        "verb": "Practice a question",
    }


def _job(document: Document) -> dict[str, str]:
    variants = [row["title"].lower() for row in document["variants"]]
    return {
        "title": "Job description",
        "text": "For recruiters, and for a hospital that has never had a CMIO. Ready to edit, with notes.",
        "count": f"1 base text, {words.counted(len(variants), 'variant')}",
        "about": listed(variants).capitalize(),
        "verb": "Open the text",
    }


TOOLS: dict[str, Callable[[Document], dict[str, str]]] = {
    "resumes": _resumes,
    "cover-letters": _letters,
    "interview": _interview,
    "job-description": _job,
}
