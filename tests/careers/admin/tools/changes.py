"""A guide with an edit that somebody made in a form."""

from django.contrib.auth.models import User

from careers.models import Section
from careers.models.desk.roots import Root
from careers.services import drafts
from tests.careers.admin.desk import address
from tests.conftest import NOW
from tests.content import career

SENTENCE = "Pay is agreed, not granted."


def salary() -> Section:
    """The section that is edited."""
    return Section.objects.get(career=career(), slug="salary")


def edit(by: User, text: str = SENTENCE) -> None:
    """Change the section's body, as its form does."""
    section = salary()
    section.body = text
    section.save()
    drafts.edited(root=career(), row=section, by=by, at=NOW, words="Body changed")


def tool(name: str, root: Root | None = None) -> str:
    """The page of a tool of the guide, or of what is given."""
    return address(name, root or career())


def with_approval() -> None:
    """From now on a second person approves the guide."""
    root = career()
    root.needs_approval = True
    root.save()
