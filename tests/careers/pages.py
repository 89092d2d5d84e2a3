"""What a page holds, read with the parser of the standard library."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.test import Client

from tests.careers.presentation import builders


@dataclass
class Page(HTMLParser):
    """Tags with their attributes in order, and the text between them."""

    html: str
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.texts.append(data)

    @property
    def text(self) -> str:
        """All texts with single spaces."""
        return " ".join(" ".join(self.texts).split())

    @property
    def ids(self) -> list[str]:
        """All ids in order."""
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]

    @property
    def links(self) -> list[str]:
        """The addresses of all links."""
        return [attributes["href"] for tag, attributes in self.tags if tag == "a" and "href" in attributes]


def page(client: Client, path: str) -> Page:
    """The page at that address, which has to be there."""
    response = client.get(path)
    assert response.status_code == 200
    return Page(response.content.decode())


def guides(found: Page) -> list[str]:
    """The guides of the content to which the page leads."""
    return [slug for slug in builders.slugs() if f"/careers/{slug}/" in found.links]
