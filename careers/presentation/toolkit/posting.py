"""The job description as it is posted: the base text, with one variant's changes or none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from careers.presentation.downloads.blocks import Block, Heading, Line, Run, items, labelled, line, paragraph
from careers.presentation.toolkit.merging import merged, samples
from careers.presentation.toolkit.names import Names

Document = Mapping[str, Any]
Row = Mapping[str, Any]
TITLES = {
    "job_title": "Job title",
    "location": "Location",
    "purpose": "Purpose",
    "reporting_line": "Reporting line",
    "responsibilities": "Responsibilities",
    "qualifications": "Qualifications",
    "competencies": "Competencies",
    "success_measures": "What success looks like",
    "compensation_transparency": "Pay and benefits",
    "equal_opportunity": "Equal opportunity",
    "how_to_apply": "How to apply",
}
DAYS = {"day_30": "By day 30", "day_90": "By day 90", "day_365": "By the end of year one"}
CHANGES = {"raise": "Weigh it more", "lower": "Weigh it less", "make required": "Require it"}
SIMPLE = {"job_title": "{{ job_title }}", "location": "{{ location }}"}
NOTHING: Row = {}


@dataclass(frozen=True, slots=True)
class Posting:
    """The document with one variant; an empty variant is the base text. Where it is marked, changed lines say so."""

    document: Document
    variant: Row
    names: Names
    marked: bool = False

    def sections(self) -> list[tuple[str, str, list[Block]]]:
        """Key, title and blocks of each section, in the order of the posting."""
        return [(key, TITLES[key], self.section(key)) for key in self.document["posting_order"]]

    def section(self, key: str) -> list[Block]:
        """The blocks of one section."""
        if key in SECTIONS:
            return SECTIONS[key](self)
        text = SIMPLE.get(key) or self.variant.get(key) or self.document[key]
        return [self.paragraph(text)]

    def values(self) -> dict[str, str]:
        """Sample values; a variant reports where it is best placed."""
        values = samples(self.document["fields"], self.variant.get("sample_values", NOTHING))
        for option in self.document["reporting_line"]["options"]:
            if option["id"] in self.variant.get("suggested_reporting", ())[:1]:
                values["reports_to"] = option["wording"]
        return values

    def line(self, text: str) -> Line:
        """A text with its fields filled."""
        return merged(text, self.values())

    def paragraph(self, text: str) -> Block:
        """A paragraph with its fields filled."""
        return paragraph(*self.line(text))

    def noted(self, runs: Line, note: str) -> Line:
        """The line, with what the variant did to it where changes are marked."""
        return line(*runs, Run(f" ({note})", emphasis=True)) if self.marked and note else runs


def _reporting(posting: Posting) -> list[Block]:
    return [posting.paragraph(posting.document["reporting_line"]["base_text"])]


def _responsibilities(posting: Posting) -> list[Block]:
    blocks: list[Block] = []
    for group in posting.document["responsibilities"]:
        rows = [posting.line(text) for text in group["items"]]
        rows += [
            posting.noted(posting.line(added["text"]), "added")
            for added in posting.variant.get("responsibilities_add", ())
            if added["group"] == group["id"]
        ]
        blocks += [Heading(3, group["heading"]), items(rows)]
    return blocks


def _qualifications(posting: Posting) -> list[Block]:
    given = posting.document["qualifications"]
    changes = {row["id"]: row for row in posting.variant.get("qualification_changes", ())}
    moved = [row for row in given["preferred"] if changes.get(row["id"], NOTHING).get("change") == "make required"]
    kept = [row for row in given["preferred"] if row not in moved]
    return [
        Heading(3, "Required"),
        items(_qualified(posting, [*given["required"], *moved], changes)),
        Heading(3, "Preferred"),
        items(_qualified(posting, kept, changes)),
    ]


def _qualified(posting: Posting, rows: Sequence[Row], changes: Mapping[str, Row]) -> list[Line]:
    found = []
    for row in rows:
        change = changes.get(row["id"])
        note = f"{CHANGES[change['change']]}: {change['reason']}" if change else ""
        found.append(posting.noted(posting.line(row["text"]), note))
    return found


def _competencies(posting: Posting) -> list[Block]:
    overrides = {row["skill"]: row for row in posting.variant.get("competency_overrides", ())}
    rows = []
    for row in posting.document["competencies"]:
        change = overrides.get(row["skill"])
        level = posting.names.proficiency(change["level"] if change else row["level"])
        note = f"{posting.names.proficiency(row['level'])} in the base text: {change['reason']}" if change else ""
        runs = labelled(f"{posting.names.skill(row['skill'])}, {level}", row["expect"])
        rows.append(posting.noted(runs, note))
    return [posting.paragraph(posting.document["competencies_intro"]), items(rows)]


def _measures(posting: Posting) -> list[Block]:
    added = posting.variant.get("success_measures_add", NOTHING)
    blocks: list[Block] = []
    for key, title in DAYS.items():
        rows = [measure(posting, row) for row in posting.document["success_measures"][key]]
        rows += [posting.noted(measure(posting, row), "added") for row in added.get(key, ())]
        blocks += [Heading(3, title), items(rows)]
    return blocks


def measure(posting: Posting, row: Row) -> Line:
    """A measure with what shows it."""
    return line(*posting.line(row["text"]), f" Shown by: {row['evidence']}.")


def _pay(posting: Posting) -> list[Block]:
    return [posting.paragraph(posting.document["compensation_transparency"]["posting_text"])]


def _equal(posting: Posting) -> list[Block]:
    given = posting.document["equal_opportunity"]
    return [posting.paragraph(given[key]) for key in ("statement", "accommodation", "fair_process", "encouragement")]


SECTIONS = {
    "reporting_line": _reporting,
    "responsibilities": _responsibilities,
    "qualifications": _qualifications,
    "competencies": _competencies,
    "success_measures": _measures,
    "compensation_transparency": _pay,
    "equal_opportunity": _equal,
}
