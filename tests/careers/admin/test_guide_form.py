"""A new guide takes no address that leads elsewhere."""

from datetime import datetime

import pytest
from django.test import Client

from careers.models import Career, FormerSlug
from tests.careers.admin.desk import address
from tests.careers.admin.forms import opened, send
from tests.content import career
from tests.markup import read

pytestmark = pytest.mark.django_db
ROW = {"title": "New", "tagline": "-", "summary": "-", "reviewed_on": "2026-01-01", "review_by": "2026-02-01"}


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("gone", "“gone” was the address of the guide Chief Medical Information Officer"),
        ("compare", "“compare” is the address of another page."),
        ("chief-medical-officer", "“chief-medical-officer” is the address of the guide Chief Medical Officer."),
        ("Big", "Use small letters"),
    ],
)
def test_an_address_that_leads_elsewhere_is_refused(as_edith: Client, now: datetime, slug: str, words: str) -> None:
    FormerSlug.objects.create(slug="gone", career=career(), moved_at=now)
    path = address("add", Career)
    answer = send(as_edith, path, opened(as_edith, path), **ROW, slug=slug)
    assert words in read(answer).text
    assert not Career.objects.filter(title="New").exists()


def test_a_free_one_is_taken(as_edith: Client) -> None:
    path = address("add", Career)
    assert send(as_edith, path, opened(as_edith, path), **ROW, slug="new-guide").status_code == 302
    assert career("new-guide").title == "New"
    change = address("change", career("new-guide"))
    assert send(as_edith, change, opened(as_edith, change), slug="newer").status_code == 302
    assert career("newer").title == "New"
