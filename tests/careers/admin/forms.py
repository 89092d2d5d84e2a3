"""Forms of the desk as a browser handles them: read with what stands in them, changed, and sent back whole."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.test import Client

from tests.markup import Answer

BUTTONS = {"submit", "button", "reset", "image", "file"}


@dataclass
class Form(HTMLParser):
    """The entries of the page's form with the id `..._form`, by name."""

    html: str
    entries: dict[str, str] = field(default_factory=dict)
    options: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._inside = False
        self._select = self._area = ""
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an entry and what stands in it."""
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = given.get("id", "").endswith("_form")
        elif self._select and tag == "option":
            self._option(given)
        elif self._inside and given.get("name"):
            self._entry(tag, given)

    def handle_endtag(self, tag: str) -> None:
        """Leave what was being read."""
        if tag == "textarea" and self._area:
            # A browser drops the line end that follows the tag, and sends the others as two characters.
            self.entries[self._area] = self.entries[self._area].removeprefix("\n").replace("\n", "\r\n")
            self._area = ""
        elif tag in {"form", "select"}:
            self._inside, self._select = self._inside and tag != "form", ""

    def handle_data(self, data: str) -> None:
        """Gather the text of a text area."""
        if self._area:
            self.entries[self._area] += data

    def _entry(self, tag: str, given: dict[str, str]) -> None:
        name = given["name"]
        if tag == "textarea":
            self._area, self.entries[name] = name, ""
        elif tag == "select":
            self._select, self.options[name] = name, []
        elif given.get("type") == "checkbox":
            self.entries |= {name: given.get("value", "on")} if "checked" in given else {}
        elif given.get("type", "text") not in BUTTONS:
            self.entries[name] = given.get("value", "")

    def _option(self, given: dict[str, str]) -> None:
        known = self.options[self._select]
        known.append(given.get("value", ""))
        if "selected" in given or len(known) == 1:
            self.entries[self._select] = known[-1]

    def name(self, ending: str, value: str) -> str:
        """The one entry whose name ends so and in which that stands."""
        (found,) = (name for name, there in self.entries.items() if name.endswith(ending) and there == value)
        return found

    def beside(self, ending: str, value: str, column: str) -> str:
        """The entry of a column in the row that has that value under the ending."""
        return self.name(ending, value).removesuffix(ending) + column


def opened(client: Client, path: str) -> Form:
    """The form at that path."""
    response = client.get(path)
    assert response.status_code == 200, (path, response.status_code)
    return Form(response.content.decode())


def send(client: Client, path: str, form: Form, **changes: Any) -> Answer:
    """Send the form with some entries changed."""
    return client.post(path, form.entries | changes)
