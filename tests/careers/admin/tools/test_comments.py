"""Comments stand beside the field that they are about and in one list, and are resolved by hand or by publishing."""

from datetime import datetime

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from careers.models import Comment, Deed, Proficiency, Section, Skill
from careers.services import comments
from tests import markup
from tests.careers.admin.buttons import page, press, said
from tests.careers.admin.conftest import at_the_desk, editor
from tests.careers.admin.desk import address
from tests.careers.admin.tools.changes import edit, salary, tool
from tests.content import career, the_catalogue

pytestmark = pytest.mark.django_db
ADD = "Add the comment"


@pytest.fixture(autouse=True)
def _stopped_clock(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: now)


def form_of(row: object) -> str:
    return address("change", row)  # type: ignore[arg-type]


def the_comment() -> Comment:
    found: Comment = Comment.objects.get()
    return found


def test_it_is_written_on_the_form_and_stands_beside_its_field(as_edith: Client, edith: User) -> None:
    answer = press(as_edith, form_of(salary()), ADD, field="body", text="Where is this from?\n<script>x</script>")
    assert "The comment is on the page, for everybody at the desk." in said(answer)
    comment = the_comment()
    assert (comment.root, comment.model, comment.key, comment.field) == (career(), "section", "salary", "body")
    tree = page(as_edith, form_of(salary()))
    (row,) = tree.all("div", class_="field-body")
    assert "Comment of edith@example.org on Body : Where is this from? <script>x</script>" in row.text
    assert tree.all("script", src="") == []
    assert "edith@example.org on Body" in tree.one(id="comments").text
    assert ("commented", "Salary") in Deed.objects.of(career()).values_list("what", "place")


def test_the_fields_of_the_form_and_its_lists_can_be_commented_on(as_edith: Client) -> None:
    tree = page(as_edith, form_of(salary())).one(id="comments")
    offered = {option["value"]: option.text for option in tree.one(id="comment_field").all("option")}
    assert offered["lead"] == "Lead"
    assert offered["levelpay"].startswith("Pay by level")
    assert "position" not in offered


@pytest.mark.parametrize("model", [Skill, Proficiency])
def test_rows_of_the_instrument_are_commented_on(as_edith: Client, model: type[Skill]) -> None:
    row = model.objects.first()
    assert row
    tree = page(as_edith, form_of(row)).one(id="comments")
    field = tree.one(id="comment_field").all("option")[0]["value"]
    press(as_edith, form_of(row), ADD, field=field, text="Clearer?")
    assert the_comment().root == the_catalogue()
    assert "Clearer?" in page(as_edith, form_of(row)).one(id="comments").text


def test_a_comment_on_the_top_of_the_guide(as_edith: Client) -> None:
    press(as_edith, form_of(career()), ADD, field="tagline", text="Shorter?")
    assert (the_comment().model, the_comment().key) == ("career", "")
    assert "The top of the guide" in page(as_edith, tool("comments")).text


def test_the_list_leads_to_each_place(as_edith: Client, edith: User, now: datetime) -> None:
    for row, field in ((salary(), "body"), (career(), "title"), (salary(), "levelpay")):
        comments.write(root=career(), row=row, field=field, text="Hm.", by=edith, at=now)
    Section.objects.filter(career=career(), slug="pros").update(slug="gone")
    Comment.objects.create(career=career(), model="section", key="pros", field="lead", text="Lost", by=None, at=now)
    tree = page(as_edith, tool("comments"))
    assert tree.one("h1").text == "4 open comments"
    assert [h2.text for section in tree.all("section", class_="said") for h2 in section.all("h2")] == [
        *("The top of the guide", "Section “Salary”", "Section “pros”, which is gone"),
    ]
    assert f"{form_of(salary())}#id_body" in [link["href"] for link in tree.all("a")]
    assert "Somebody whose account is closed on Lead" in tree.text


def test_it_is_resolved_on_the_form_and_in_the_list(as_edith: Client, edith: User, now: datetime) -> None:
    for text in ("One.", "Two."):
        comments.write(root=career(), row=salary(), field="body", text=text, by=edith, at=now)
    for path, back in ((form_of(salary()), form_of(salary())), (tool("comments"), tool("comments"))):
        number = Comment.objects.open()[0].pk
        button = f"Resolve the comment of edith@example.org on Body, number {number}"
        answer = press(as_edith, path, button)
        assert "The comment is resolved." in said(answer)
        assert answer.request["PATH_INFO"] == back  # type: ignore[attr-defined]
    assert not Comment.objects.open().exists()
    answer = as_edith.post(tool("comments_resolve"), {"comment": str(Comment.objects.all()[0].pk)}, follow=True)
    assert said(answer) == ["The comment was resolved before: nothing was changed."]
    assert Deed.objects.filter(what=Deed.What.RESOLVED).count() == 2
    assert "2 resolved" in page(as_edith, tool("comments")).text


def test_publishing_resolves_it_with_its_number(as_edith: Client, edith: User, now: datetime) -> None:
    comments.write(root=career(), row=salary(), field="body", text="Source?", by=edith, at=now)
    edit(edith)
    answer = press(as_edith, tool("publish"), "Publish edition 2")
    assert any("One comment is resolved." in line for line in said(answer))
    assert (the_comment().resolved_with, the_comment().resolved_by) == (2, edith)
    assert "Resolved with number 2" in page(as_edith, tool("comments")).text
    assert "Source?" not in page(as_edith, form_of(salary())).text


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"field": "body", "text": " "}, "Write the comment"),
        ({"field": "body", "text": "x" * 2001}, "Ensure this value has at most 2000 characters (it has 2001)."),
        ({"field": "body", "text": "a\0b"}, "Null characters are not allowed."),
        ({"field": "id", "text": "Hm."}, "Choose a field of this page"),
    ],
)
def test_what_cannot_be_kept_is_shown_again_with_words(as_edith: Client, sent: dict[str, str], words: str) -> None:
    answer = as_edith.post(tool("comments"), {"row": "section/salary"} | sent)
    assert (answer.status_code, said(answer)[-1]) == (422, words)
    assert markup.typed(markup.read(answer))["text"] == [sent["text"]]
    assert not Comment.objects.exists()


@pytest.mark.parametrize("row", ["", "/", "section", "section/none", "skill/cds", "user/1", "section/\0", "career/x"])
def test_there_is_nothing_to_say_about_what_is_no_row_of_the_guide(as_edith: Client, row: str) -> None:
    assert as_edith.post(tool("comments"), {"row": row, "field": "body", "text": "Hm."}).status_code == 404


def test_what_was_said_about_a_row_that_is_gone_is_there_to_copy(as_edith: Client) -> None:
    salary().delete()
    answer = as_edith.post(tool("comments"), {"row": "section/salary", "field": "body", "text": "Where from? <b>"})
    assert markup.read(answer).one("p", class_="typed").text == "Where from? <b>"
    assert not Comment.objects.exists()


@pytest.mark.parametrize("number", ["", "0", "x", "9" * 40, "²", "\0"])
def test_there_is_nothing_to_resolve_under_other_numbers(as_edith: Client, number: str) -> None:
    assert as_edith.post(tool("comments_resolve"), {"comment": number}).status_code == 404


def test_a_comment_on_another_guide_is_not_resolved_from_here(as_edith: Client, edith: User, now: datetime) -> None:
    other = career("chief-medical-officer")
    comment = comments.write(root=other, row=other, field="title", text="Hm.", by=edith, at=now)
    assert as_edith.post(tool("comments_resolve"), {"comment": comment.pk}).status_code == 404


@pytest.mark.parametrize("role", ["author", "reviewer", "publisher"])
def test_every_role_may_comment_and_who_only_looks_may_not(role: str, charlie: User, now: datetime) -> None:
    client = at_the_desk(editor("emil", role))
    sent = {"row": "section/salary", "field": "body", "text": "Hm."}
    assert client.post(tool("comments"), sent).status_code == 302
    emil = User.objects.get(username="emil")
    emil.groups.clear()
    emil.user_permissions.set(emil.user_permissions.model.objects.filter(codename__in=["view_career", "view_section"]))
    assert client.get(tool("comments")).status_code == 200
    assert ADD not in client.get(form_of(salary())).content.decode()
    assert client.post(tool("comments"), sent).status_code == 403
    assert client.post(tool("comments_resolve"), {"comment": the_comment().pk}).status_code == 403


def test_the_list_asks_as_much_for_many_comments_as_for_few(as_edith: Client, edith: User, now: datetime) -> None:
    counts = []
    rows = list(career().sections.all())
    for more in (rows[:1], rows[1:]):
        for row in more:
            comments.write(root=career(), row=row, field="body", text="Hm.", by=edith, at=now)
        as_edith.get(tool("comments"))
        with CaptureQueriesContext(connection) as captured:
            as_edith.get(tool("comments"))
        counts.append(len(captured))
    assert counts[0] == counts[1]
