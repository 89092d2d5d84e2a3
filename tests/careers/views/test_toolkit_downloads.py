"""What readers take away: every document of the real content opens again and holds its text."""

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from docx import Document
from markdown_it import MarkdownIt

from careers.models import ToolkitEdition
from careers.presentation.downloads.blocks import Heading, Items, Text, plain
from careers.presentation.toolkit import pages
from careers.presentation.toolkit.tool import MADE_UP
from tests.careers.presentation.toolkit.known import real_names
from tests.content import CMIO, tool

pytestmark = pytest.mark.django_db
TOOLKIT = f"/careers/{CMIO}/toolkit/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
IDS = [
    (kind, row["id"])
    for kind, found in pages.KINDS.items()
    for row in found.tool.entries(tool(kind))
    if kind != "interview" or row["id"] in {"iq01", "iq40"}
]
ALL = [*IDS, ("interview", "all"), ("guides", "all")]


def fetch(client: Client, path: str) -> Any:
    response = client.get(TOOLKIT + path)
    assert response.status_code == 200
    return response


def text(kind: str, entry: str) -> Text:
    found = pages.text(kind, tool(kind), real_names(), entry, {})
    assert found
    return found


def lines(found: Text) -> list[str]:
    rows = [found.title]
    for block in found.body:
        if isinstance(block, Heading):
            rows.append(block.text)
        elif isinstance(block, Items):
            rows += [plain(row) for row in block.rows]
        else:
            rows.append("\n".join(plain(row) for row in block.lines))
    return rows


def read_markdown(source: str) -> list[str]:
    """The texts of the blocks, without the marks."""
    tokens = [token for token in MarkdownIt("commonmark").parse(source) if token.type == "inline"]
    return ["".join(_seen(child) for child in token.children or ()) for token in tokens]


def _seen(child: Any) -> str:
    return "\n" if child.type in {"hardbreak", "softbreak"} else str(child.content)


@pytest.mark.parametrize(("kind", "entry"), ALL)
def test_a_word_document_opens_with_its_headings_and_its_whole_text(client: Client, kind: str, entry: str) -> None:
    response = fetch(client, f"{kind}/{entry}.docx")
    found = text(kind, entry)
    document = Document(BytesIO(response.content))
    styled = [(row.style.name if row.style else "", row.text) for row in document.paragraphs]
    headings = [block.text for block in found.blocks if isinstance(block, Heading)]
    assert [words for style, words in styled if style.startswith("Heading")] == [found.title, *headings]
    assert [words for _, words in styled] == lines(found)
    assert MADE_UP in styled[1][1]
    assert (document.core_properties.title, document.core_properties.language) == (found.title, "en-US")


@pytest.mark.parametrize(("kind", "entry"), ALL)
def test_markdown_reads_back_as_its_whole_text(client: Client, kind: str, entry: str) -> None:
    source = fetch(client, f"{kind}/{entry}.md").content.decode()
    assert read_markdown(source) == lines(text(kind, entry))
    assert MADE_UP in source


@pytest.mark.parametrize(("suffix", "content_type"), [("docx", WORD), ("md", "text/markdown; charset=utf-8")])
def test_a_download_has_a_type_and_a_plain_name(client: Client, suffix: str, content_type: str) -> None:
    response = fetch(client, f"resumes/physician_to_deputy.{suffix}")
    assert response["Content-Type"] == content_type
    assert response["Content-Disposition"] == f'attachment; filename="resumes-physician-to-deputy.{suffix}"'
    assert not response.cookies


def test_equal_documents_are_equal_bytes(client: Client) -> None:
    first, second = (fetch(client, "guides/all.docx").content for _ in range(2))
    assert first == second


def test_all_questions_of_a_choice_come_in_one_document(client: Client) -> None:
    source = fetch(client, "interview/all.md?subject=ai").content.decode()
    wanted = [row["question"] for row in tool("interview")["questions"] if row["category"] == "ai"]
    assert [line.removeprefix("## ") for line in source.splitlines() if line.startswith("## ")] == wanted
    assert source.startswith("# Interview questions: Artificial intelligence\n")


def test_a_choice_that_is_unknown_or_about_something_else_leaves_a_download_whole(client: Client) -> None:
    whole = fetch(client, "interview/all.md").content
    assert fetch(client, "interview/all.md?subject=nothing").content == whole
    assert fetch(client, "interview/all.md?variant=base").content == whole


def test_a_document_whose_texts_look_like_markup_is_taken_away_as_it_is(client: Client) -> None:
    document = tool("guides")
    document["guides"] = [document["guides"][0] | {"title": "<b>*Stars* & #1</b>", "checklist": ["# one", "1. two"]}]
    only = ToolkitEdition.objects.get(kind="guides")
    only.career.toolkit.create(kind="guides", number=2, document=document, live_from=only.live_from)
    found = read_markdown(fetch(client, "guides/tailor_resume.md").content.decode())
    assert (found[0], found[-2:]) == ("<b>*Stars* & #1</b>", ["# one", "1. two"])
    opened = Document(BytesIO(fetch(client, "guides/tailor_resume.docx").content))
    assert opened.paragraphs[0].text == "<b>*Stars* & #1</b>"
    assert "&lt;b&gt;*Stars* &amp; #1&lt;/b&gt;" in fetch(client, "guides/").content.decode()
