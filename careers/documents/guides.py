"""The shape of a guide: which rows of which kind of section stand where in its document."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db.models import Model

from careers import models as m
from careers.documents.parts import Columns, Listed, Mapped, Nested, Part, Texts, mapped

SECTION = "slug title kind lead sources figures body"
TITLED = "title detail"


def _entries(key: str, model: type[Model], *parts: Part | str) -> Listed:
    return Listed(key, model, "section", *parts)


def _lists(*names: str, optional: tuple[str, ...] = ()) -> Texts:
    return Texts(m.Point, "section", "list", names, many=True, optional=optional)


def _passages(*names: str) -> Texts:
    return Texts(m.Passage, "section", "name", names, many=False)


KINDS: dict[str, tuple[Part | str, ...]] = {
    "overview": (),
    "definition": (_entries("comparisons", m.Comparison, "role career_slug~ focus difference source?"),),
    "responsibilities": (_entries("items", m.Duty, TITLED),),
    "work_environment": (),
    "tools": (_entries("groups", m.ToolGroup, "name items note"),),
    "qualifications": (),
    "education_requirements": (_entries("items", m.EducationRequirement, TITLED, "necessity source?"),),
    "technical_skills": (_entries("items", m.SkillDescription, "skill~ also?", TITLED),),
    "soft_skills": (_entries("items", m.SkillDescription, "skill~ also?", TITLED),),
    "how_to_become": (
        _lists("strategies"),
        Nested("misconception", _passages("myth", "reality")),
        _entries("steps", m.Step, "number title body duration_text min_months~ max_months~"),
    ),
    "education_routes": (
        _entries(
            "routes",
            m.EducationRoute,
            "name fields duration_text min_months~ max_months~ cost_low_usd~ cost_high_usd~ detail source?",
        ),
    ),
    "salary": (
        _entries("factors", m.PayFactor, TITLED),
        _entries("by_level", m.LevelPay, "level title? median_figure~ average_figure~"),
        _lists("benefits", optional=("benefits",)),
    ),
    "market_commentary": (),
    "career_path": (
        _entries(
            "levels",
            m.Rung,
            "id:level title experience_step experience_total min_years max_years~ duties focus_areas",
        ),
        _lists("pivots"),
    ),
    "diversity": (
        _lists("hiring_practices", "green_flags", "red_flags", "questions_to_ask"),
        _entries("resources", m.Resource, "name abbreviation~ audience what url~"),
    ),
    "global": (
        _entries(
            "countries",
            m.Country,
            "country name currency low high usd_low usd_high ppp_low? ppp_high? figure note?",
        ),
        _passages("remote", "visa"),
    ),
    "market_reality": (_passages("challenges", "opportunities", "trends"),),
    "specializations": (_entries("items", m.Specialization, "title body skills source?"),),
    "toolkit": (_entries("items", m.ToolkitItem, "kind title blurb source document"),),
    "pros": (_entries("items", m.Benefit, TITLED),),
    "cons": (_entries("items", m.Drawback, TITLED),),
    "faq": (_entries("items", m.Question, "question answer source?"),),
    "related": (_entries("items", m.RelatedCareer, "career_slug title relation difference"),),
    "readiness": (_entries("items", m.Promise, "title promise"),),
}


class Sections(Listed):
    """The sections of a guide: what each holds depends on its kind."""

    def __init__(self) -> None:
        super().__init__("sections", m.Section, "career", SECTION)
        self.kinds = {kind: mapped(SECTION, *parts) for kind, parts in KINDS.items()}

    def tables(self) -> list[Any]:
        """The sections and every model that some kind of section uses, once each."""
        found: dict[type[Model], str] = {m.Section: "career"}
        for inner in self.kinds.values():
            found |= dict(inner.tables())
        return list(found.items())

    def inner_of(self, data: Mapping[str, Any]) -> Mapped:
        """The parts of the kind that the entry says it is; an unknown kind has the common columns only."""
        kind = data.get("kind")
        return self.kinds.get(kind, self.inner) if isinstance(kind, str) else self.inner

    def inner_of_row(self, row: m.Section) -> Mapped:
        """The parts of the stored section's kind."""
        return self.kinds[row.kind]


GUIDE = mapped(
    Columns("slug title abbreviation~ tagline summary reviewed_on review_by"),
    Listed("sources", m.Source, "career", "key title publisher year~ url~ kind note~"),
    Listed(
        "figures",
        m.Figure,
        "career",
        "key label measure value? low? high? open_ended estimate? unit period~ geography year~ sample_size~ source",
        "note~ conflicts_with",
    ),
    Nested(
        "key_facts",
        "pay~ pay_range~ growth~ openings~ top_industries top_industries_source? typical_education pay_compare?",
        Nested("cautions?", "pay:caution_pay? growth:caution_growth? openings:caution_openings?"),
    ),
    Sections(),
)


def text_names(kind: str, model: type[Model]) -> list[str]:
    """The names that texts of a section of that kind can have, such as green_flags for points."""
    return list(_text_names(KINDS[kind], model))


def _text_names(parts: Iterable[Part | str], model: type[Model]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Nested):
            yield from _text_names(part.inner.parts, model)
        elif isinstance(part, Texts) and part.model is model:
            yield from part.names


def entry_models(kind: str) -> list[type[Model]]:
    """The models whose rows a section of that kind has, in the order of the document."""
    return list(dict.fromkeys(model for model, _ in mapped(*KINDS[kind]).tables()))
