"""Absolute addresses of what the public reads, below the address of the site."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Addresses:
    """Everything there is about one guide; `site` has a scheme and a host, no path."""

    site: str
    slug: str

    @property
    def page(self) -> str:
        """The guide's page: the one address by which it is cited."""
        return f"{self.site}/careers/{self.slug}/"

    @property
    def document(self) -> str:
        """Its live edition as JSON."""
        return f"{self.site}/careers/{self.slug}.json"

    @property
    def pdf(self) -> str:
        """Its live edition on paper."""
        return f"{self.site}/careers/{self.slug}.pdf"

    @property
    def picture(self) -> str:
        """What other sites show beside a link to it."""
        return f"{self.site}/careers/{self.slug}.png"

    def edition(self, number: int) -> str:
        """One edition of it, which stays as it is."""
        return f"{self.site}/careers/{self.slug}/editions/{number}/"


def schema(site: str) -> str:
    """What every guide's JSON document keeps to."""
    return f"{site}/careers/guide.schema.json"


def index(site: str) -> str:
    """The list of all guides."""
    return f"{site}/careers/"


def feed(site: str) -> str:
    """The latest editions as an Atom feed."""
    return f"{site}/careers/editions.atom"
