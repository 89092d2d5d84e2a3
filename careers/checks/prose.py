"""Texts in Markdown: where a guide has them, and what in them readers would not see as it was meant."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from careers.problems import Problem, shortened

LONGEST = 20_000
"""Characters of one text: ten times the longest that a guide has."""
SCHEMES = {"http", "https", "mailto"}
SCHEME = re.compile(r"[\x00-\x20]*([A-Za-z][A-Za-z0-9+.\-]*):")
PASSAGES = ("challenges", "opportunities", "trends", "remote", "visa")
"""Passages that pages show as Markdown; the others are plain text."""
COLUMNS = {("section", "body"), ("toolkititem", "document")}
"""The other columns that templates pass to the filter `markdown`, as model and field."""
KEPT = 512


class _Reader(MarkdownIt):
    """Reads all that Markdown can say, so that what pages leave out can be named."""

    def validateLink(self, url: str) -> bool:
        """Take every link for one, also those that pages refuse."""
        return True


READER = _Reader("commonmark")


@dataclass(frozen=True, slots=True)
class Prose:
    """What a text in Markdown holds beside its words."""

    html: tuple[str, ...]
    links: tuple[str, ...]
    images: tuple[tuple[str, str], ...]
    headings: tuple[str, ...]
    words: str

    @property
    def unsafe(self) -> list[str]:
        """Links that no page of this site follows, such as those that run a script."""
        return [link for link in self.links if (found := SCHEME.match(link)) and found[1].lower() not in SCHEMES]


def read(text: str) -> Prose:
    """Take the text apart; what is longer than a text may be is not read."""
    return _read(text[:LONGEST])


@lru_cache(maxsize=KEPT)
def _read(text: str) -> Prose:
    blocks = READER.parse(text)
    tokens = [token for block in blocks for token in (block, *(block.children or ()))]
    return Prose(
        html=tuple(token.content.strip() for token in tokens if token.type in {"html_block", "html_inline"}),
        links=tuple(str(token.attrs["href"]) for token in tokens if token.type == "link_open"),
        images=tuple((token.content, str(token.attrs["src"])) for token in tokens if token.type == "image"),
        headings=tuple(blocks[place + 1].content for place, block in enumerate(blocks) if block.type == "heading_open"),
        words=" ".join(_words(block) for block in blocks if block.type == "inline"),
    )


def _words(block: Token) -> str:
    # A line that is broken off goes on; the end of a list's point or of a heading ends a sentence.
    said = "".join(child.content or " " for child in block.children or () if child.type in {"text", "softbreak"})
    return said if said.rstrip().endswith((".", "!", "?", ":")) else f"{said}."


def texts(guide: Any) -> Iterator[tuple[str, str]]:
    """Every text in Markdown of a well-shaped guide, with its path."""
    for place, section in enumerate(guide["sections"]):
        here = f"sections[{place}]"
        yield from ((f"{here}.{name}", section[name]) for name in ("body", *PASSAGES) if name in section)
        for row, item in enumerate(section.get("items", ())):
            if "document" in item:
                yield f"{here}.items[{row}].document", item["document"]


def faults(text: str) -> list[str]:
    """What no text in Markdown may hold: raw HTML, links that could run something, and more than can be read."""
    if len(text) > LONGEST:
        return [f"has {len(text):,} characters; a text holds {LONGEST:,} at most"]
    prose = read(text)
    return [
        *(f"{shortened(tag)} is HTML, which readers do not get: write it in Markdown" for tag in prose.html[:1]),
        *(
            f"{shortened(link)} is no link of this site: links begin with https://, http://, mailto:, / or #"
            for link in prose.unsafe
        ),
    ]


def prose_problems(guide: Any) -> Iterator[Problem]:
    """Texts of a guide that hold what none may hold."""
    for path, text in texts(guide):
        for reason in faults(text):
            yield Problem(path, reason)
