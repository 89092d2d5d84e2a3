"""What stands beside a job description and is never posted: notes for those who hire, and what a variant changes."""

from careers.presentation.downloads.blocks import Block, Line, items, labelled, line, paragraph, section
from careers.presentation.toolkit.posting import CHANGES, DAYS, NOTHING, Posting, Row, measure


def notes(posting: Posting) -> list[Block]:
    """Notes for the hiring team, under headings of level 3."""
    given = posting.document
    screens = given["screen_meaning"]
    pay, equal = given["compensation_transparency"], given["equal_opportunity"]
    return [
        *section(3, "How to use this text", items([given["meta"]["apply_order"], given["meta"]["judgment_note"]])),
        *section(
            3, "Titles to choose from", items([labelled(one["title"], one["use_when"]) for one in _titles(posting)])
        ),
        *section(3, "Reporting lines", items(_reporting(posting)), paragraph(_evidence(posting))),
        *section(3, "Qualifications", items(_qualifications(posting))),
        *section(3, "How to check each competency", items([_screened(posting, key, screens[key]) for key in screens])),
        *section(3, "Success measures", paragraph(given["success_measures"]["note"])),
        *section(3, "Pay", items(pay["recruiter_notes"])),
        *section(3, "Equal opportunity", items(equal["recruiter_notes"])),
        *section(3, "Fields to fill in", items([labelled(one["label"], one["help"]) for one in given["fields"]])),
    ]


def _titles(posting: Posting) -> list[Row]:
    rows: list[Row] = posting.document["title_options"]
    return rows


def _reporting(posting: Posting) -> list[Line]:
    return [
        labelled(
            one["label"], f"works best when {_lower(one['works_best_when'])} Watch for: {_lower(one['watch_for'])}"
        )
        for one in posting.document["reporting_line"]["options"]
    ]


def _lower(text: str) -> str:
    """The text inside a sentence; names of offices keep their capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _evidence(posting: Posting) -> str:
    given = posting.document["reporting_line"]
    return f"{given['evidence_note']} ({given['evidence_ref']}.)"


def _qualifications(posting: Posting) -> list[Line]:
    rows = [row for group in ("required", "preferred") for row in posting.document["qualifications"][group]]
    return [labelled(_bare(posting.line(row["text"])), row["note"]) for row in rows if row["note"]]


def _bare(runs: Line) -> str:
    return "".join(run.text for run in runs).rstrip(".")


def _screened(posting: Posting, screen: str, meaning: str) -> Line:
    rows = [row for row in posting.document["competencies"] if row["screen"] == screen]
    return labelled(
        screen.capitalize(), meaning, " ", ", ".join(posting.names.skill(row["skill"]) for row in rows), "."
    )


def changes(posting: Posting) -> list[Block]:
    """All that the variant changes, under headings of level 3."""
    variant = posting.variant
    parts = (
        ("Responsibilities it adds", _added(posting)),
        ("Qualifications it weighs otherwise", _weighed(posting)),
        ("Competencies at another level", _levels(posting)),
        ("Measures of success it adds", _measures(posting)),
        ("Reporting lines that suit it", _suited(posting)),
        ("Clinical time", [line(variant["clinical_time_suggestion"])]),
    )
    listed = [block for title, rows in parts if rows for block in section(3, title, items(rows))]
    return [*section(3, "Purpose", posting.paragraph(variant["purpose"])), *listed]


def _added(posting: Posting) -> list[Line]:
    headings = {row["id"]: row["heading"] for row in posting.document["responsibilities"]}
    rows = posting.variant["responsibilities_add"]
    return [labelled(headings[row["group"]], *posting.line(row["text"])) for row in rows]


def _weighed(posting: Posting) -> list[Line]:
    texts = {row["id"]: row["text"] for rows in posting.document["qualifications"].values() for row in rows}
    return [
        labelled(_bare(posting.line(texts[row["id"]])), f"{CHANGES[row['change']]}. {row['reason']}")
        for row in posting.variant["qualification_changes"]
    ]


def _levels(posting: Posting) -> list[Line]:
    base = {row["skill"]: row["level"] for row in posting.document["competencies"]}
    names = posting.names
    return [
        labelled(
            f"{names.skill(row['skill'])}, {names.proficiency(row['level'])}",
            f"{row['reason']} The base text asks for {names.proficiency(base[row['skill']])}.",
        )
        for row in posting.variant["competency_overrides"]
    ]


def _measures(posting: Posting) -> list[Line]:
    added = posting.variant.get("success_measures_add", NOTHING)
    return [labelled(title, *measure(posting, row)) for key, title in DAYS.items() for row in added.get(key, ())]


def _suited(posting: Posting) -> list[Line]:
    labels = {row["id"]: row["label"] for row in posting.document["reporting_line"]["options"]}
    return [line(labels[key]) for key in posting.variant["suggested_reporting"]]
