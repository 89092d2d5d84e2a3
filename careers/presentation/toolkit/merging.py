"""Merge fields filled with sample values, each marked as one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from careers.presentation.downloads.blocks import Line, Paragraph, Run

TOKENS = re.compile(r"\{\{ (\w+) \}\}|(\*\*)")
SPACES = re.compile(r"\s+")


def samples(fields: Sequence[Mapping[str, Any]], values: Mapping[str, str]) -> dict[str, str]:
    """The sample value of each field: the given one, or else the field's example."""
    return {field["id"]: values.get(field["id"], field["example"]) for field in fields}


def used(text: str) -> list[str]:
    """The fields in a text, each once, in order."""
    return list(dict.fromkeys(name for name, _ in TOKENS.findall(text) if name))


def merged(text: str, values: Mapping[str, str]) -> Line:
    """A line of text with the values in the place of its fields; an empty value leaves no gap."""
    tidy: list[Run] = []
    for run in _pieces(text, values):
        words = SPACES.sub(" ", run.text)
        if not tidy or tidy[-1].text.endswith(" "):
            words = words.lstrip()
        if words:
            tidy.append(Run(words, run.strong, run.emphasis, run.sample))
    if tidy and tidy[-1].text.endswith(" "):
        last = tidy.pop()
        tidy.extend([Run(last.text.rstrip(), last.strong, last.emphasis, last.sample)] if last.text.strip() else [])
    return tuple(tidy)


def _pieces(text: str, values: Mapping[str, str]) -> Iterator[Run]:
    strong, begin = False, 0
    for found in TOKENS.finditer(text):
        yield Run(text[begin : found.start()], strong=strong)
        begin = found.end()
        if found[2]:
            strong = not strong
        else:
            yield Run(values.get(found[1], ""), strong=strong, sample=True)
    yield Run(text[begin:], strong=strong)


def paragraphs(template: str, values: Mapping[str, str]) -> list[Paragraph]:
    """A template's paragraphs with their lines; those that are empty once merged are left out."""
    found = []
    for part in template.strip().split("\n\n"):
        lines = tuple(line for line in (merged(row, values) for row in part.splitlines()) if line)
        if lines:
            found.append(Paragraph(lines))
    return found
