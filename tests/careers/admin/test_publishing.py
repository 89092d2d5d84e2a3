"""Change, look, publish: readers see what the editor saw, the old edition stays, and nobody publishes the unseen."""

from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from careers.models import Career, Edition, Section, Source
from careers.services import digest, write
from tests import markup
from tests.careers.admin.buttons import buttons, filled
from tests.careers.admin.conftest import at_the_desk, editor
from tests.careers.admin.desk import address, publish_page
from tests.careers.admin.forms import opened, send
from tests.careers.pages import Page
from tests.content import CMIO, career, guide
from tests.markup import Answer

pytestmark = pytest.mark.django_db
GUIDE = f"/careers/{CMIO}/"
SENTENCE = "Pay is agreed, not granted."
NOTHING = "Readers see what the draft says (edition 1)."


def salary() -> Section:
    return Section.objects.get(career=career(), slug="salary")


def edit(client: Client, text: str = SENTENCE) -> None:
    path = address("change", salary())
    assert send(client, path, opened(client, path), body=text).status_code == 302


def looked_at(client: Client, root: Career | None = None) -> tuple[Page, dict[str, str]]:
    """What the page that publishes says, and what its button sends; nothing where there is none."""
    html = client.get(publish_page(root or career())).content.decode()
    tree = markup.read(html)
    has_button = any(name.startswith("Publish edition") for name in buttons(tree))
    sent = filled(tree, f"Publish edition {next_number(root)}")[1] if has_button else {}
    return Page(html), {name: values[0] for name, values in sent.items()}


def next_number(root: Career | None = None) -> int:
    return (root or career()).published.count() + 1


def publish(client: Client, sent: dict[str, str], root: Career | None = None) -> Page:
    response: Answer = client.post(publish_page(root or career()), {"when": "now"} | sent, follow=True)
    return Page(response.content.decode())


def numbers() -> list[int]:
    return [edition.number for edition in career().published.all()]


def shown(client: Client, path: str = GUIDE) -> str:
    return Page(client.get(path).content.decode()).text


def test_nothing_changes_for_readers_before_it_is_published(client: Client, as_edith: Client) -> None:
    before = client.get(GUIDE).content
    edit(as_edith)
    assert client.get(GUIDE).content == before
    assert write(career()) != guide()


def test_the_page_says_what_will_change_and_against_which_number(as_edith: Client) -> None:
    page, sent = looked_at(as_edith)
    assert NOTHING in page.text
    assert sent == {}
    edit(as_edith)
    page, sent = looked_at(as_edith)
    assert "What readers will notice, against edition 1: Salary : one paragraph rewritten" in page.text
    assert sent["seen"] == digest(write(career()))


def test_readers_see_what_was_published(client: Client, as_edith: Client) -> None:
    edit(as_edith)
    said = publish(as_edith, looked_at(as_edith)[1])
    assert "Edition 2 of Chief Medical Information Officer is live. See the page" in said.text
    assert GUIDE in said.links
    assert SENTENCE in shown(client)
    assert "edition 2" in shown(client)


def test_the_old_edition_stays_as_it_was(as_edith: Client) -> None:
    edit(as_edith)
    publish(as_edith, looked_at(as_edith)[1])
    first, second = career().published.order_by("number")
    assert first.document == guide()
    assert second.document == write(career())
    page = as_edith.get(address("change", first))
    assert page.status_code == 200
    assert as_edith.post(address("change", first), {"number": 9, "document": "{}"}).status_code == 403


def test_an_edition_names_who_published_it_and_when(
    as_edith: Client, edith: User, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(as_edith)
    seen = looked_at(as_edith)[1]
    monkeypatch.setattr(timezone, "now", lambda: now)
    publish(as_edith, seen)
    newest = career().published.get(number=2)
    assert (newest.published_by, newest.live_from) == (edith, now)
    assert "Published Chief Medical Information Officer, edition 2 Number 2" in shown(
        as_edith, address("history", career())
    )


def test_publishing_twice_makes_one_edition(as_edith: Client) -> None:
    edit(as_edith)
    seen = looked_at(as_edith)[1]
    publish(as_edith, seen)
    assert "Nothing was published: readers already see what the draft says." in publish(as_edith, seen).text
    assert numbers() == [2, 1]


def test_looking_publishes_nothing(as_edith: Client) -> None:
    edit(as_edith)
    for method in (as_edith.get, as_edith.head, as_edith.options, as_edith.put, as_edith.delete):
        assert method(publish_page(career())).status_code == 200
    assert numbers() == [1]


def test_another_editors_change_is_looked_at_before_it_is_published(as_edith: Client) -> None:
    as_emil = at_the_desk(editor("emil"))
    edit(as_edith)
    seen = looked_at(as_edith)[1]
    edit(as_emil, "Emil's sentence.")
    said = publish(as_edith, seen)
    assert "Nothing was published: somebody has changed the draft since you opened this page." in said.text
    assert numbers() == [1]
    publish(as_edith, looked_at(as_edith)[1])
    assert numbers() == [2, 1]


@pytest.mark.parametrize("seen", ["", "0", "a\0b", "x" * 5000])
def test_what_nobody_has_seen_is_not_published(as_edith: Client, seen: str) -> None:
    edit(as_edith)
    assert "Nothing was published" in publish(as_edith, {"seen": seen}).text
    assert numbers() == [1]


def test_problems_are_named_with_their_place_and_have_to_be_put_right_first(client: Client, as_edith: Client) -> None:
    before = client.get(GUIDE).content
    Source.objects.get(career=career(), key="editorial").delete()
    page, sent = looked_at(as_edith)
    assert "problems stop publication" in page.text
    assert "The draft is saved. Readers still see edition 1." in page.text
    assert "'editorial' is not a source of this guide" in page.text
    assert sent == {}
    said = publish(as_edith, {"seen": digest(write(career()))})
    assert "Nothing was published: there are problems to put right first. The draft is kept." in said.text
    assert (numbers(), client.get(GUIDE).content) == ([1], before)


def test_one_problem_is_told_with_the_field_in_which_it_is_put_right(as_edith: Client) -> None:
    section = Section.objects.get(career=career(), slug="pros")
    Section.objects.filter(pk=section.pk).update(sources=["nobody"])
    page, _ = looked_at(as_edith)
    assert "One problem stops publication" in page.text
    assert "Section “Advantages”, sources 'nobody' is not a source of this guide" in page.text
    assert f"{address('change', section)}#id_sources" in page.links


def test_what_is_only_worth_a_look_does_not_stop_it(as_edith: Client) -> None:
    edit(as_edith)
    page, sent = looked_at(as_edith)
    assert "Worth a look These do not stop publication." in page.text
    publish(as_edith, sent)
    assert numbers() == [2, 1]


def test_an_edition_that_is_due_later_is_not_shown_yet(client: Client) -> None:
    later = timezone.now() + timedelta(days=1)
    document = guide() | {"tagline": SENTENCE}
    Edition.objects.create(career=career(), number=2, document=document, live_from=later)
    assert SENTENCE not in shown(client)
    Edition.objects.update(live_from=timezone.now())
    assert SENTENCE in shown(client)


def test_a_new_guide_is_published_for_the_first_time(client: Client, as_edith: Client) -> None:
    typed = {"title": "Pilot", "slug": "pilot", "tagline": "Flies.", "summary": "Flies a plane."}
    typed |= {"reviewed_on": "2026-11-01", "review_by": "2027-11-01", "typical_education": "School."}
    assert send(as_edith, address("add", Career), opened(as_edith, address("add", Career)), **typed).status_code == 302
    assert client.get("/careers/pilot/").status_code == 404
    page, seen = looked_at(as_edith, career("pilot"))
    assert "are none: readers would see an empty page" in page.text
    assert not seen
    Source.objects.create(career=career("pilot"), key="own", title="Own", publisher="Us", kind="editorial")
    said = {"slug": "job", "title": "The job", "kind": "overview", "lead": "Flies.", "body": "A pilot flies."}
    Section.objects.create(career=career("pilot"), sources=["own"], **said)
    page, seen = looked_at(as_edith, career("pilot"))
    assert "This has never been published. Publishing shows all of it to readers." in page.text
    publish(as_edith, seen, career("pilot"))
    assert "Flies a plane." in shown(client, "/careers/pilot/")
    assert "slug" not in opened(as_edith, address("change", career("pilot"))).entries


def test_a_published_guide_cannot_be_deleted(client: Client, as_edith: Client) -> None:
    path = address("delete", career())
    assert "would require deleting the following protected related objects" in shown(as_edith, path)
    as_edith.post(path, {"post": "yes"})
    assert client.get(GUIDE).status_code == 200
