"""A text as Markdown that reads back as exactly that text."""

import re
from collections.abc import Iterator

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
    for place, run in enumerate(runs):
        mark = "**" if run.strong else "*" if run.emphasis or run.sample else ""
        before = runs[place - 1].text[-1:] if place else ""
        after = runs[place + 1].text[:1] if place + 1 < len(runs) else ""
        yield _between(mark, run, before, after)


def _between(mark: str, run: Run, before: str, after: str) -> str:
    """The run between its marks; without them where they would touch a word, because there they mark nothing."""
    text = _escaped(run.text)
    inner = text.strip()
    if not mark or not inner:
        return text
    lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if (before.isalnum() and not lead) or (after.isalnum() and not tail):
        return text
    return f"{lead}{mark}{inner}{mark}{tail}"


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\g<0>", " ".join(text.split()) if "\n" in text or "\r" in text else text)
