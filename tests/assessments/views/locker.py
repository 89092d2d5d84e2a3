"""The pages of the locker as tests open and send them."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from assessments.models import Evidence
from tests import markup
from tests.assessments.documents import PDF
from tests.markup import Element

NEW = "/evidence/new/"


def page(client: Client, path: str, status: int = 200) -> Element:
    answer = client.get(path)
    assert answer.status_code == status
    return markup.read(answer)


def drawn(client: Client, path: str) -> dict[str, Any]:
    """What the form of a page would send if nobody touched it."""
    whole = page(client, path)
    return markup.typed(whole, whole.one("form", enctype="multipart/form-data"))


def pdf(name: str = "poster.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="text/html")


def added(client: Client, **changes: Any) -> Evidence:
    """Fill in the form of a new entry and send it."""
    answer = client.post(NEW, drawn(client, NEW) | {"title": "Cut overrides"} | changes)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/evidence/")
    return Evidence.objects.latest("created_at")


def summary(answer: Any) -> str:
    """What the summary of errors says, on a page that is marked as one that has them."""
    whole = markup.read(answer)
    assert markup.title(whole).startswith("Error: ")
    return whole.one("div", class_="error-summary").text
