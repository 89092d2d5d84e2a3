"""The parts of a resume, as a reader of resumes expects them."""

from collections.abc import Iterable, Mapping
from typing import Any

from careers.presentation import words
from careers.presentation.downloads.blocks import Block, Heading, Line, Paragraph, Run, items, labelled, line, paragraph

PARTS = {
    "basics": "Summary",
    "work": "Experience",
    "projects": "Projects",
    "education": "Education",
    "certificates": "Certifications",
    "skills": "Skills",
    "publications": "Publications",
    "volunteer": "Volunteer work",
}
Entry = Mapping[str, Any]
HEADINGS = {"work": ("position", "name"), "volunteer": ("position", "organization"), "projects": ("name",)}
PRESENT = "present"


def contact(basics: Entry) -> Paragraph:
    """Name, what they are, and how to reach them."""
    place = basics.get("location", {})
    where = ", ".join(place[key] for key in ("city", "region") if key in place)
    reach = " | ".join(part for part in (where, basics["phone"], basics["email"], basics["url"]) if part)
    profiles = [line(f"{row['network']}: {row['url']}") for row in basics.get("profiles", ())]
    return Paragraph((line(Run(basics["name"], strong=True)), line(basics["label"]), line(reach), *profiles))


def part(resume: Entry, name: str) -> list[Block]:
    """The blocks of one part, its entries under headings of level 3."""
    if name == "basics":
        return [paragraph(resume["basics"]["summary"])]
    if name in LISTED:
        return [items([LISTED[name](row) for row in resume[name]])]
    return [block for row in resume[name] for block in _post(row, name)]


def _post(row: Entry, name: str) -> Iterable[Block]:
    yield Heading(3, ", ".join(row[key] for key in HEADINGS[name]))
    roles = ", ".join(row.get("roles", ()))
    about = " · ".join(text for text in (roles, row.get("entity"), row.get("location"), dates(row)) if text)
    if about:
        yield paragraph(Run(about, emphasis=True))
    if told := row.get("summary") or row.get("description"):
        yield paragraph(told)
    if row.get("highlights"):
        yield items(row["highlights"])


def dates(row: Entry) -> str:
    """July 2022 to present; the year alone where only that is known."""
    start, end = row.get("startDate"), row.get("endDate")
    if start:
        return f"{month(start)} to {month(end) if end else PRESENT}"
    return month(end) if end else ""


def month(date: str) -> str:
    """July 2022 from 2022-07; what is no such date stays as it is."""
    year, _, rest = date.partition("-")
    number = rest[:2]
    if not number.isdecimal() or not 1 <= int(number) <= len(words.MONTHS):
        return date
    return f"{words.MONTHS[int(number) - 1]} {year}"


def _education(row: Entry) -> Line:
    return labelled(row["institution"], ", ".join(filter(None, (row["studyType"], row["area"], dates(row)))))


def _certificate(row: Entry) -> Line:
    return labelled(row["name"], ", ".join(filter(None, (row["issuer"], row.get("date")))))


def _skill(row: Entry) -> Line:
    return labelled(row["name"], f"{', '.join(row.get('keywords', ()))} ({row['level'].lower()})")


def _publication(row: Entry) -> Line:
    released = month(row["releaseDate"]) if "releaseDate" in row else ""
    about = ", ".join(filter(None, (row.get("publisher"), released)))
    return labelled(row["name"], ". ".join(filter(None, (about, row.get("summary")))))


LISTED = {"education": _education, "certificates": _certificate, "skills": _skill, "publications": _publication}
