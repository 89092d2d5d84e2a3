"""A guide as PDF and as a picture, for everybody and kept once made."""

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from careers import typeset
from careers.models import Career, Edition
from tests import markup
from tests.careers.presentation import builders

pytestmark = pytest.mark.django_db
PAGE = f"/careers/{builders.CMIO}"


def test_the_guide_leads_to_its_pdf(client: Client) -> None:
    link = next(link for link in markup.read(client.get(f"{PAGE}/")).all("a") if link.text == "Save as PDF")
    answer = client.get(link["href"])
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'attachment; filename="{builders.CMIO}-1.pdf"'
    assert answer.content.startswith(b"%PDF-")


def test_only_the_picture_is_shown_on_other_sites(client: Client) -> None:
    picture = client.get(f"{PAGE}.png")
    assert picture["Content-Type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")
    assert picture["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert client.get(f"{PAGE}.pdf")["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize("form", ["pdf", "png"])
def test_it_is_made_once_for_each_edition(
    client: Client, form: str, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made = client.get(f"{PAGE}.{form}").content
    with monkeypatch.context() as patch:
        patch.setattr(typeset, form, None)
        with django_assert_num_queries(1):
            assert client.get(f"{PAGE}.{form}").content == made
    career = Career.objects.get(slug=builders.CMIO)
    document = builders.published(builders.CMIO) | {"title": "Another Title"}
    Edition.objects.create(career=career, number=90, document=document, live_from=timezone.now())
    assert client.get(f"{PAGE}.{form}").content != made


@pytest.mark.parametrize("form", ["pdf", "png"])
def test_it_is_the_same_for_everybody(client: Client, as_alice: Client, form: str) -> None:
    answer = client.get(f"{PAGE}.{form}")
    assert answer.content == as_alice.get(f"{PAGE}.{form}").content
    assert not answer.cookies


@pytest.mark.parametrize("path", ["/careers/nobody.pdf", "/careers/nobody.png", f"/careers/{'x' * 300}.pdf"])
def test_an_unknown_guide_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_an_old_edition_offers_no_file_of_the_live_one(client: Client) -> None:
    career = Career.objects.get(slug=builders.CMIO)
    Edition.objects.create(
        career=career, number=90, document=builders.published(builders.CMIO), live_from=timezone.now()
    )
    old = markup.read(client.get(f"{PAGE}/editions/1/"))
    assert not [link for link in old.all("a") if link["href"].endswith((".pdf", ".csv"))]
    assert not old.all("script", type="application/ld+json")
    assert old.one("link", rel="canonical")["href"].endswith(f"{PAGE}/")
