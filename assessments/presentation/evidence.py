"""The evidence locker as its pages show it, and what of it a question shows."""

import textwrap
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from urllib.parse import urlencode
from uuid import UUID

from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from assessments.domain.following.progress import UNTOUCHED
from assessments.models import Evidence, EvidenceFile, Rating
from assessments.models.evidence import TITLE_MAX
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.plan import Saved
from assessments.presentation.terms import named
from assessments.presentation.words import count, day

OLDER = "Skills of an earlier version"


class EntryKept(Protocol):
    """What the list reads of an entry."""

    title: str
    done_on: date | None
    outcome: str

    @property
    def backs(self) -> list[str]:
        """Keys of the skills that it backs."""
        ...

    @property
    def kept_file(self) -> EvidenceFile | None:
        """Its file."""
        ...

    def get_absolute_url(self) -> str:
        """Its page."""
        ...


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file: its name, its kind and size, what the virus scanner said, and its address where it is handed out."""

    name: str
    about: str
    state: str
    tone: str
    url: str


@dataclass(frozen=True, slots=True)
class Row:
    """An entry in the list; `use` says which ratings it backs, and which it will."""

    url: str
    title: str
    when: str
    outcome: str
    use: str
    file: FileLine | None


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a kept entry says."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A skill that can be ticked."""

    id: str
    key: str
    name: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The skills of one domain."""

    name: str
    choices: tuple[Choice, ...]

    @property
    def is_open(self) -> bool:
        """Whether something in it is ticked."""
        return any(choice.is_chosen for choice in self.choices)


@dataclass(frozen=True, slots=True)
class Example:
    """A line of example from the assessment that no entry covers yet, and the way to make one of it."""

    skill: str
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Link:
    """An entry as a question shows it."""

    title: str
    when: str
    url: str


@dataclass(frozen=True, slots=True)
class StepDone:
    """What an action of a plan leaves as evidence, the day on which it ended if it did, and the skills it lifts."""

    text: str
    ended: date | None
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ForSkill:
    """What backs one skill, and the way to add more."""

    entries: tuple[Link, ...]
    add_url: str


def for_skill(entries: Iterable[EntryKept], skill: str) -> ForSkill:
    """The entries that back a skill, as `services.evidence.backing_skill` finds them."""
    links = (Link(entry.title, _when(entry), entry.get_absolute_url()) for entry in entries)
    return ForSkill(tuple(links), new_url(skill))


def new_url(skill: str, *, example: bool = False) -> str:
    """The page of a new entry with the skill ticked; with `example` it begins with the example of the assessment."""
    asked = {"skill": skill} | ({"example": "1"} if example else {})
    return f"{reverse('assessments:evidence_new')}?{urlencode(asked)}"


def step_url(plan_id: UUID, action: str, skill: str = "") -> str:
    """The page of a new entry that begins with what an action of a plan leaves, that skill or all it lifts ticked."""
    asked = {"plan": plan_id, "action": action} | ({"skill": skill} if skill else {})
    return f"{reverse('assessments:evidence_new')}?{urlencode(asked)}"


def row(entry: EntryKept, names: Mapping[str, str], rated: Collection[str]) -> Row:
    """One entry; `rated` are the skills with a rating above "not had the chance"."""
    return Row(
        url=entry.get_absolute_url(),
        title=entry.title,
        when=_when(entry),
        outcome=entry.outcome,
        use=_use(entry.backs, names, rated),
        file=file_line(entry.kept_file),
    )


def file_line(file: EvidenceFile | None) -> FileLine | None:
    """What there is to say about a file."""
    if file is None:
        return None
    tones = {file.Scan.HELD: "gap", file.Scan.FOUND: "bad", file.Scan.CLEAN: "good"}
    about = f"{file.get_kind_display()}, {filesizeformat(file.size)}" if file.size else file.get_kind_display()
    url = reverse("assessments:evidence_file", args=[file.evidence_id]) if file.is_served else ""
    return FileLine(file.name, about, file.get_scan_display(), tones.get(file.Scan(file.scan), ""), url)


def facts(entry: Evidence, names: Mapping[str, str]) -> tuple[Fact, ...]:
    """A kept entry, line by line; what it does not say is left out."""
    file = entry.kept_file
    told = {
        "Title": entry.title,
        "When": _when(entry),
        "What you did": entry.what,
        "What came of it": entry.outcome,
        "Link": entry.link,
        "File": file.name if file else "",
        "Skills": ", ".join(names.get(skill, skill) for skill in entry.backs),
    }
    return tuple(Fact(name, text) for name, text in told.items() if text)


def groups(catalogue: Catalogue | None, names: Mapping[str, str], chosen: Collection[str]) -> tuple[Group, ...]:
    """The skills to tick by domain, in order; those that the catalogue does not know come last."""
    domains = [row["name"] for row in catalogue.domains.values()] if catalogue else []
    found: dict[str, list[Choice]] = {name: [] for name in (*domains, OLDER)}
    for place, (skill, name) in enumerate(names.items()):
        domain = catalogue.domain_name(skill) if catalogue and skill in catalogue.skills else OLDER
        found[domain].append(Choice(f"id_skills_{place}", skill, name, skill in chosen))
    return tuple(Group(name, tuple(choices)) for name, choices in found.items() if choices)


def examples(ratings: Iterable[Rating], names: Mapping[str, str], covered: Collection[str]) -> tuple[Example, ...]:
    """The examples of an attempt whose skills no entry backs."""
    open_ones = (rating for rating in ratings if rating.evidence.strip() and rating.skill not in covered)
    return tuple(
        Example(names[rating.skill], rating.evidence, new_url(rating.skill, example=True))
        for rating in open_ones
        if rating.skill in names
    )


def begun(example: str) -> dict[str, str]:
    """An entry that begins with an example: its title, and the whole text where the title cannot hold it."""
    line = " ".join(example.split())
    if not line:
        return {}
    title = textwrap.shorten(line, TITLE_MAX, placeholder="…")
    if title == "…":
        title = line[: TITLE_MAX - 1] + "…"
    return {"title": title, "what": "" if title == line else example}


def step_done(saved: Saved, action: str) -> StepDone | None:
    """What an action of a plan leaves as evidence; None for an action that is not in it."""
    found = next((row for row in saved.rows if row["id"] == action), None)
    if found is None:
        return None
    told = saved.catalogue.actions[action]
    skills = tuple(lift["skill"] for lift in found["develops"])
    return StepDone(told["evidence"] or told["name"], saved.progress.get(action, UNTOUCHED).ended, skills)


def of_step(step: StepDone) -> dict[str, Any]:
    """An entry that begins with what an action leaves, and with the day on which it ended."""
    return begun(step.text.rstrip(".")) | ({"done_on": step.ended.isoformat()} if step.ended else {})


def headline(number: int) -> str:
    """How much is in the locker."""
    return f"Your evidence: {count(number, 'entry', 'entries')}"


def _when(entry: EntryKept) -> str:
    return day(entry.done_on) if entry.done_on else ""


def _use(skills: Sequence[str], names: Mapping[str, str], rated: Collection[str]) -> str:
    backs = [names.get(skill, skill) for skill in skills if skill in rated]
    waits = [names.get(skill, skill) for skill in skills if skill not in rated]
    them = "it" if len(waits) == 1 else "them"
    told = [f"Backs your rating of {named(backs)}."] if backs else []
    if waits:
        told.append(f"Will back {named(waits)} once you have rated {them} above “not had the chance”.")
    return " ".join(told) or "Backs no skill yet."
