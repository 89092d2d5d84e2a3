"""Texts that editors write in Markdown, as blocks."""

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from careers.presentation.downloads.blocks import Block, Items, Line, Paragraph, Run, line

# What the pages do not read as Markdown is not read so here either.
_PARSER = MarkdownIt("commonmark", {"html": False}).disable(
    ["heading", "lheading", "image", "html_block", "html_inline"]
)
LISTS = {"bullet_list_open": False, "ordered_list_open": True}


def blocks(markdown: str) -> list[Block]:
    """The paragraphs and lists of a Markdown text; a list inside a list becomes part of the outer one."""
    found: list[Block] = []
    rows: list[Line] = []
    depth, numbered = 0, False
    for token in _PARSER.parse(markdown):
        if token.type in LISTS:
            numbered = LISTS[token.type] if depth == 0 else numbered
            depth += 1
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            depth -= 1
            if depth == 0:
                found.append(Items(tuple(rows), numbered))
                rows = []
        elif lines := _lines(token):
            if depth:
                rows.extend(lines)
            else:
                found.append(Paragraph(lines))
    return found


def _lines(token: Token) -> tuple[Line, ...]:
    if token.type in {"fence", "code_block"}:
        return tuple(line(text) for text in token.content.splitlines() if text.strip())
    if token.type != "inline":
        return ()
    return (tuple(_runs(token.children or ())),)


def _runs(tokens: Sequence[Token]) -> Iterator[Run]:
    strong = emphasis = 0
    target = ""
    for token in tokens:
        strong += {"strong_open": 1, "strong_close": -1}.get(token.type, 0)
        emphasis += {"em_open": 1, "em_close": -1}.get(token.type, 0)
        if token.type == "link_open":
            target = str(token.attrGet("href") or "")
        text = _text(token, target)
        if text:
            yield Run(text, strong=strong > 0, emphasis=emphasis > 0)


def _text(token: Token, target: str) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    if token.type == "link_close":
        return f" ({target})"
    return token.content if token.type in {"text", "code_inline"} else ""
