"""A text as Markdown that reads back as exactly that text."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from unicodedata import category

from careers.presentation.downloads.blocks import Block, Heading, Items, Line, Run, Text

SPECIAL = re.compile(r"[\\`*_\[\]<>&~|#]")
"""Characters that mean something anywhere in a line."""

OPENING = re.compile(r"([+=-]|\d{1,9}(?=[.)]))")
"""What means something at the beginning of a line."""

BREAK = "\\\n"


def markdown(text: Text) -> str:
    """The whole text, its title first."""
    return "\n\n".join([f"# {_escaped(text.title)}", *(_block(block) for block in text.body)]) + "\n"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * min(block.level, 6)} {_escaped(block.text)}"
    if isinstance(block, Items):
        signs = (f"{number}." for number in range(1, len(block.rows) + 1)) if block.numbered else None
        return "\n".join(f"{next(signs) if signs else '-'} {_line(row)}" for row in block.rows)
    return BREAK.join(_line(row) for row in block.lines)


def _line(runs: Line) -> str:
    text = "".join(_marked(runs))
    opening = OPENING.match(text)
    if not opening:
        return text
    at = opening.end() if opening[0].isdigit() else 0
    return f"{text[:at]}\\{text[at:]}"


def _marked(runs: Line) -> Iterator[str]:
    pieces = [(mark, "".join(run.text for run in group)) for mark, group in groupby(runs, key=_mark)]
    before = ""
    for (mark, text), (_, following) in pairwise([*pieces, ("", "")]):
        piece = _between(mark, _escaped(text), before, following[:1])
        yield piece
        before = piece[-1:] or before


def _mark(run: Run) -> str:
    return "**" if run.strong else "*" if run.emphasis or run.sample else ""


def _between(mark: str, text: str, before: str, after: str) -> str:
    """The text between its marks; without them where they would touch a word or other marks and mark nothing."""
    inner = text.strip()
    lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    stands_free = (lead or _parts(before)) and (tail or _parts(after))
    return f"{lead}{mark}{inner}{mark}{tail}" if mark and inner and stands_free else text


def _parts(neighbor: str) -> bool:
    """Whether a mark beside it is read as one: there is nothing, white space or punctuation, but no other mark."""
    return not neighbor or neighbor.isspace() or (neighbor != "*" and category(neighbor).startswith("P"))


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\g<0>", " ".join(text.split()) if "\n" in text or "\r" in text else text)
