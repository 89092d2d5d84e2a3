"""Texts as trees of blocks and runs."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from urllib.parse import urlsplit

from markdown_it.tree import SyntaxTreeNode

from careers.presentation.markdown import LONGEST, PARSER
from careers.presentation.sources import Source

Node = dict[str, Any]
SCHEMES = {"http", "https", "mailto"}


def plain(text: str) -> Node:
    """A paragraph that is exactly this text."""
    return paragraph(run(text))


def run(text: str) -> Node:
    """A run of exactly this text."""
    return {"is": "text", "text": text}


def paragraph(*runs: Node) -> Node:
    """A paragraph of runs."""
    return {"is": "paragraph", "runs": list(runs)}


def strong(text: str) -> Node:
    """A run that stands out."""
    return {"is": "strong", "runs": [run(text)]}


def marks(sources: Iterable[Source]) -> list[Node]:
    """The numbers of sources as runs that lead to the list."""
    return [{"is": "mark", "number": source.number} for source in sources]


def bullets(texts: Sequence[str]) -> Node:
    """A list of texts."""
    return {"is": "list", "ordered": False, "start": 1, "items": [[plain(text)] for text in texts]}


def markdown(text: str) -> list[Node]:
    """The blocks of a Markdown text."""
    return _nodes(SyntaxTreeNode(PARSER.parse(text[:LONGEST])))


def _nodes(node: SyntaxTreeNode) -> list[Node]:
    return [made for child in node.children for made in KINDS.get(node_kind(child), _unknown)(child)]


def node_kind(node: SyntaxTreeNode) -> str:
    """What the parser calls it."""
    return str(node.type)


def _unknown(node: SyntaxTreeNode) -> list[Node]:
    return _nodes(node) if node.children else [run(node.content)]


def _container(kind: str) -> Callable[[SyntaxTreeNode], list[Node]]:
    return lambda node: [{"is": kind, "runs": _nodes(node)}]


def _list(node: SyntaxTreeNode) -> list[Node]:
    items = [_nodes(item) for item in node.children]
    start = int(node.attrs.get("start", 1))
    return [{"is": "list", "ordered": node.type == "ordered_list", "start": start, "items": items}]


def _quote(node: SyntaxTreeNode) -> list[Node]:
    return [{"is": "quote", "blocks": _nodes(node)}]


def _link(node: SyntaxTreeNode) -> list[Node]:
    address = str(node.attrs.get("href", ""))
    runs = _nodes(node)
    return [{"is": "link", "address": address, "runs": runs}] if urlsplit(address).scheme in SCHEMES else runs


def _code(node: SyntaxTreeNode) -> list[Node]:
    return [{"is": "code", "text": node.content, "block": node.type != "code_inline"}]


KINDS: dict[str, Callable[[SyntaxTreeNode], list[Node]]] = {
    "paragraph": _container("paragraph"),
    "strong": _container("strong"),
    "em": _container("emphasis"),
    "bullet_list": _list,
    "ordered_list": _list,
    "blockquote": _quote,
    "link": _link,
    "code_inline": _code,
    "code_block": _code,
    "fence": _code,
    "softbreak": lambda node: [run(" ")],
    "hardbreak": lambda node: [{"is": "break"}],
    "hr": lambda node: [{"is": "rule"}],
}
