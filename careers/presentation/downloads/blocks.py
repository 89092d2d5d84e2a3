"""A text as headings, paragraphs and lists, from which pages, Markdown and Word documents are made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line; a sample is a made-up value that stands where readers put their own."""

    text: str
    strong: bool = False
    emphasis: bool = False
    sample: bool = False


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the text's own title is of level 1."""

    level: int
    text: str
    kind: str = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One or more lines that belong together."""

    lines: tuple[Line, ...]
    kind: str = "paragraph"


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    rows: tuple[Line, ...]
    numbered: bool = False
    kind: str = "items"


Block = Heading | Paragraph | Items


@dataclass(frozen=True, slots=True)
class Text:
    """A whole text with its title, and notes that its reader has to see first."""

    title: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()

    @property
    def body(self) -> tuple[Block, ...]:
        """Everything under the title."""
        return (*(paragraph(Run(note, emphasis=True)) for note in self.notes), *self.blocks)


def line(*parts: str | Run) -> Line:
    """A line of plain texts and runs; empty ones are left out."""
    runs = (Run(part) if isinstance(part, str) else part for part in parts)
    return tuple(run for run in runs if run.text)


def labelled(label: str, *parts: str | Run) -> Line:
    """A line that begins with its label in bold."""
    return line(Run(f"{label}:", strong=True), " ", *parts)


def paragraph(*parts: str | Run) -> Paragraph:
    """A paragraph of one line."""
    return Paragraph((line(*parts),))


def items(rows: Iterable[str | Line], *, numbered: bool = False) -> Items:
    """A list of plain texts and lines."""
    return Items(tuple(line(row) if isinstance(row, str) else row for row in rows), numbered)


def section(level: int, title: str, *blocks: Block) -> list[Block]:
    """A heading with what stands under it."""
    return [Heading(level, title), *blocks]


def deeper(blocks: Sequence[Block]) -> list[Block]:
    """The blocks for a place inside a larger text."""
    return [replace(block, level=block.level + 1) if isinstance(block, Heading) else block for block in blocks]


def plain(runs: Line) -> str:
    """The text of a line."""
    return "".join(run.text for run in runs)
