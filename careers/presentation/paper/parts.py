"""What each kind of section holds beyond its text, as blocks."""

from collections.abc import Callable

from careers.presentation.figures import References
from careers.presentation.paper import grids, terms
from careers.presentation.paper.shapes import Section, heading, listed
from careers.presentation.paper.text import Node, markdown
from careers.presentation.sections import LISTS, PASSAGES


def parts(document: Section, references: References) -> list[Node]:
    """The blocks of the section's own rows."""
    own = PARTS[document["kind"]](document, references) if document["kind"] in PARTS else []
    lists = [block for name, title in LISTS.items() if name in document for block in listed(title, document[name])]
    texts = [(title, document[name]) for name, title in PASSAGES.items() if name in document]
    return [*own, *lists, *(block for title, text in texts for block in (heading(title), *markdown(text)))]


PARTS: dict[str, Callable[[Section, References], list[Node]]] = {
    **dict.fromkeys(("responsibilities", "pros", "cons"), terms.titled),
    **dict.fromkeys(("technical_skills", "soft_skills"), terms.skills),
    "definition": grids.comparisons,
    "tools": terms.tools,
    "education_requirements": terms.education,
    "how_to_become": grids.steps,
    "education_routes": grids.routes,
    "salary": grids.salary,
    "career_path": grids.ladder,
    "diversity": terms.people,
    "global": grids.countries,
    "specializations": terms.specializations,
    "toolkit": terms.toolkit,
    "faq": terms.questions,
    "related": terms.related,
    "readiness": terms.promises,
}
