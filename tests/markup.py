"""A page as a tree of elements; a tag that is never closed, or closed in the wrong place, is a mistake."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any, Protocol

FRESH = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Answer(Protocol):
    """What the test client hands back."""

    content: Any
    status_code: Any

    def __getitem__(self, header: str, /) -> str:
        """A header."""


@dataclass(eq=False)
class Element:
    """A tag with its attributes and what lies inside."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)
    parent: "Element | None" = None

    def __getitem__(self, attribute: str) -> str:
        return self.attributes.get(attribute, "")

    def __contains__(self, attribute: str) -> bool:
        return attribute in self.attributes

    @property
    def text(self) -> str:
        """What is read aloud, with single spaces: pictures hidden from readers say nothing."""
        return " ".join(" ".join(self._spoken()).split())

    def walk(self) -> Iterator["Element"]:
        """Everything inside, in the order of the page."""
        # A list of what is still to come instead of a call inside a call: every page is walked many times.
        ahead = self.children[::-1]
        while ahead:
            child = ahead.pop()
            if isinstance(child, Element):
                yield child
                ahead += child.children[::-1]

    def all(self, tag: str = "", **attributes: str) -> list["Element"]:
        """The elements inside with that tag and these attributes; `class_` asks for one class among several."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [element for element in self.walk() if tag in ("", element.tag) and _has(element, wanted)]

    def one(self, tag: str = "", **attributes: str) -> "Element":
        """The only element inside with that tag and these attributes."""
        found = self.all(tag, **attributes)
        assert len(found) == 1, (tag, attributes, len(found))
        return found[0]

    def around(self, tag: str) -> bool:
        """Whether it lies inside an element with that tag."""
        return self.parent is not None and (self.parent.tag == tag or self.parent.around(tag))

    @property
    def rows(self) -> list[list[str]]:
        """The cells of a table's body as they are read, without labels that only phones show."""
        lines = [row for body in self.all("tbody") for row in body.all("tr")]
        return [[_cell(cell) for cell in row.walk() if cell.tag in {"th", "td"}] for row in lines]

    def _spoken(self) -> Iterator[str]:
        if self["aria-hidden"] == "true" or self.tag in {"script", "style", "title"}:
            return
        yield self["alt"]
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child._spoken()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.at = self.root = Element("")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs)), f"<{tag}> gives an attribute twice, at {self.getpos()}"
        element = Element(tag, {name: value or "" for name, value in attrs}, parent=self.at)
        self.at.children.append(element)
        if tag not in VOID:
            self.at = element

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        assert self.at.tag == tag, f"</{tag}> closes <{self.at.tag}>, at {self.getpos()}"
        assert self.at.parent is not None
        self.at = self.at.parent

    def handle_data(self, data: str) -> None:
        self.at.children.append(data)


def read(page: Answer | str) -> Element:
    """The tree of a page."""
    reader = _Reader()
    reader.feed(page if isinstance(page, str) else page.content.decode())
    reader.close()
    assert reader.at is reader.root, f"<{reader.at.tag}> is never closed"
    return reader.root


def forms(answer: Answer, **attributes: str) -> list[Element]:
    """The forms of a page; what is no page, like a file, has none."""
    is_page = answer["Content-Type"].startswith("text/html")
    return read(answer).all("form", **attributes) if is_page else []


def without_tokens(page: bytes) -> bytes:
    """The bytes of a page but for the tokens of its forms, which are new each time."""
    return FRESH.sub(b"", page)


def title(page: Element) -> str:
    """What the browser's tab says."""
    return "".join(str(child) for child in page.one("title").children).strip()


def typed(page: Element, form: Element | None = None) -> dict[str, list[str]]:
    """What a form would send if nobody touched it."""
    sent: dict[str, list[str]] = {}
    for control in (form or page).walk():
        if control["name"] and (value := _value(control)) is not None:
            sent.setdefault(control["name"], []).append(value)
    return sent


def _value(control: Element) -> str | None:
    if control.tag == "textarea":
        # Browsers drop the first line end of a textarea.
        return "".join(str(child) for child in control.children).removeprefix("\n")
    if control.tag == "select":
        return next((option["value"] for option in control.all("option") if "selected" in option), "")
    if control.tag != "input" or (control["type"] in {"radio", "checkbox"} and "checked" not in control):
        return None
    return control.attributes.get("value", "on" if control["type"] == "checkbox" else "")


def _has(element: Element, wanted: dict[str, str]) -> bool:
    return all(
        value in element["class"].split() if name == "class" else element.attributes.get(name) == value
        for name, value in wanted.items()
    )


def _cell(cell: Element) -> str:
    label = " ".join(part.text for part in cell.all("span", class_="lab"))
    return cell.text.removeprefix(label).strip()
