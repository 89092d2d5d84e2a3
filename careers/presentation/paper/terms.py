"""Kinds of sections whose rows are titles with texts."""

from careers.presentation.figures import References
from careers.presentation.paper.shapes import Section, heading, own, term, terms
from careers.presentation.paper.text import Node, markdown, plain
from careers.presentation.sections import NECESSITY

RELATIONS = {"from": "Leads here", "peer": "Works beside it", "leads_to": "Comes after it"}


def titled(document: Section, references: References) -> list[Node]:
    """Titles with a detail."""
    rows = document["items"]
    return [terms(term(row["title"], row["detail"], marked=own(row, references)) for row in rows)]


def tools(document: Section, references: References) -> list[Node]:
    """Groups of tools."""
    return [terms(term(group["name"], ", ".join(group["items"]), group["note"]) for group in document["groups"])]


def education(document: Section, references: References) -> list[Node]:
    """What education is asked for, and how firmly."""
    return [
        terms(
            term(row["title"], row["detail"], tag=NECESSITY[row["necessity"]], marked=own(row, references))
            for row in document["items"]
        )
    ]


def skills(document: Section, references: References) -> list[Node]:
    """Skills, and the others that belong to them."""
    return [terms(term(row["title"], row["detail"], _also(row, references)) for row in document["items"])]


def _also(row: Section, references: References) -> str:
    names = ", ".join(references.title(key) for key in row.get("also", ()))
    return f"Also part of this: {names}" if names else ""


def people(document: Section, references: References) -> list[Node]:
    """Groups to turn to."""
    rows = [term(_named(row), row["what"], row["url"] or "", tag=row["audience"]) for row in document["resources"]]
    return [heading("People and groups"), terms(rows)] if rows else []


def _named(row: Section) -> str:
    return f"{row['name']} ({row['abbreviation']})" if row["abbreviation"] else str(row["name"])


def specializations(document: Section, references: References) -> list[Node]:
    """Niches and the skills they draw on."""
    return [
        terms(
            term(row["title"], row["body"], _draws_on(row, references), marked=own(row, references))
            for row in document["items"]
        )
    ]


def _draws_on(row: Section, references: References) -> str:
    return f"Skills: {', '.join(references.title(key) for key in row['skills'])}" if row["skills"] else ""


def toolkit(document: Section, references: References) -> list[Node]:
    """Documents to apply with."""
    return [
        {
            "is": "terms",
            "rows": [
                term(row["title"], row["blurb"], marked=own(row, references))
                | {"blocks": [plain(row["blurb"]), {"is": "quote", "blocks": markdown(row["document"])}]}
                for row in document["items"]
            ],
        }
    ]


def questions(document: Section, references: References) -> list[Node]:
    """Questions with their answers."""
    rows = document["items"]
    return [terms(term(row["question"], row["answer"], marked=own(row, references)) for row in rows)]


def related(document: Section, references: References) -> list[Node]:
    """Careers nearby."""
    rows = document["items"]
    return [terms(term(row["title"], row["difference"], tag=RELATIONS[row["relation"]]) for row in rows)]


def promises(document: Section, references: References) -> list[Node]:
    """What the readiness check gives."""
    return [terms(term(row["title"], row["promise"]) for row in document["items"])]
