"""The skills that guides name, matched by their keys: what all share and what stands in one alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from careers.presentation import words
from careers.presentation.compare.answers import MISSING, Answer, lines
from careers.presentation.compare.guides import Document, Guide
from careers.presentation.sources import Source

KINDS = ("technical_skills", "soft_skills")


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill as one guide names it, in that section."""

    key: str
    title: str
    place: str


@dataclass(frozen=True, slots=True)
class Shared:
    """A skill in several guides: the guide and what it calls the skill there."""

    named: tuple[tuple[Guide, Skill], ...]


@dataclass(frozen=True, slots=True)
class Own:
    """The skills that only one of the guides names, with the sections that list its skills and their sources."""

    guide: Guide
    skills: tuple[Skill, ...]
    sections: tuple[Document, ...]
    marks: tuple[Source, ...]


def skills(guide: Guide) -> dict[str, Skill]:
    """The guide's skills by key; one without a key stands for itself and is in no other guide."""
    found: dict[str, Skill] = {}
    for kind in KINDS:
        place = guide.section(kind).get("slug", "")
        for row in guide.rows(kind, "items"):
            key = row["skill"] or f"{guide.slug}: {row['title']}"
            found[key] = Skill(key, row["title"], place)
    return {skill.key: skill for skill in _also(guide) if skill.key not in found} | found


def _also(guide: Guide) -> Iterator[Skill]:
    for kind in KINDS:
        for row in guide.rows(kind, "items"):
            for key in row.get("also", ()):
                yield Skill(key, f"{words.plain(key)}, within {row['title']}", guide.section(kind)["slug"])


def shared(guides: Sequence[Guide], by: int) -> tuple[Shared, ...]:
    """The skills that exactly so many of the guides name, in the order of the first guide that does."""
    known = [(guide, skills(guide)) for guide in guides]
    keys = dict.fromkeys(key for _, found in known for key in found)
    named = (tuple((guide, found[key]) for guide, found in known if key in found) for key in keys)
    return tuple(Shared(each) for each in named if len(each) == by)


def own(guides: Sequence[Guide]) -> tuple[Own, ...]:
    """For each guide the skills that no other one names."""
    alone = [each.named[0] for each in shared(guides, 1)]
    return tuple(
        Own(
            guide,
            tuple(skill for other, skill in alone if other is guide),
            tuple(section for kind in KINDS if (section := guide.section(kind))),
            tuple(dict.fromkeys(mark for kind in KINDS for mark in guide.marks(kind))),
        )
        for guide in guides
    )


def named(guide: Guide) -> Answer:
    """How many skills the guide names, and the first of them."""
    found = skills(guide)
    if not found:
        return MISSING
    section = next(section for kind in KINDS if (section := guide.section(kind)))
    first = [row["title"] for row in section["items"][:3]]
    marks = tuple(dict.fromkeys(mark for kind in KINDS for mark in guide.marks(kind)))
    said = lines(f"First in its list: {'; '.join(first)}.")
    return Answer(words.counted(len(found), "skill"), marks, said, names=frozenset(found))
