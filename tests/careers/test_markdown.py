"""Whatever an editor pastes, only a few harmless tags come out, soon enough."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careers.presentation.markdown import LONGEST
from careers.templatetags.markdown import TAGS, markdown, to_html

MEAN = st.sampled_from(
    ["<script>", "<b onclick=x>", "](javascript:x)", "![", "# ", "***", "[a](", "`", "\n\n", "&#x3c;", ">"]
)


def test_paragraphs_lists_and_emphasis_are_kept() -> None:
    assert to_html("**Bold** and *soft*") == "<p><strong>Bold</strong> and <em>soft</em></p>\n"
    assert "<li>one</li>" in to_html("- one\n- two")
    assert "<ol>" in to_html("1. one\n2. two")


def test_the_filter_gives_markup_that_templates_print_as_it_is() -> None:
    assert markdown("*a*").__html__() == "<p><em>a</em></p>\n"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '<p style="color:red">a</p>',
        "<style>p{}</style>",
        "<iframe src=//x></iframe>",
        "<svg onload=x>",
        "<a href=x onclick=y>a</a>",
    ],
)
def test_raw_html_is_shown_as_text(text: str) -> None:
    html = to_html(text)
    assert "&lt;" in html
    assert set(re.findall(r"<(\w+)", html)) <= {"p"}


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "java&#115;cript:x"]
)
def test_links_that_run_something_have_no_address(link: str) -> None:
    assert "href" not in to_html(f"[a]({link})")


@pytest.mark.parametrize("link", ["https://example.org/a?b=c", "http://example.org", "mailto:a@example.org"])
def test_links_elsewhere_do_not_hand_over_the_window(link: str) -> None:
    assert to_html(f"[a]({link})") == f'<p><a href="{link}" rel="noopener">a</a></p>\n'


@pytest.mark.parametrize("text", ["# Title", "###### Title", "Title\n=====", "Title\n-----"])
def test_headings_belong_to_the_page(text: str) -> None:
    html = to_html(text)
    assert not re.search(r"<h[1-6]", html)
    assert "Title" in html


def test_pictures_are_not_shown() -> None:
    assert "<img" not in to_html("![alt](https://example.org/a.png)")


def test_tables_stay_text() -> None:
    assert "<table" not in to_html("| a | b |\n|---|---|\n| 1 | 2 |")


def test_code_keeps_what_is_typed() -> None:
    assert to_html("`<b>`") == "<p><code>&lt;b&gt;</code></p>\n"


def test_nothing_is_nothing() -> None:
    assert to_html("") == ""


@pytest.mark.parametrize("piece", ["word ", "[", "*a **b ", "> ", "- a\n", "`", "<b>", "![](", "\n\n1. "])
def test_two_megabytes_are_cut_and_rendered_soon(piece: str) -> None:
    began = time.process_time()
    html = to_html(piece * (2_000_000 // len(piece)))
    assert time.process_time() - began < 3
    assert len(html) < 40 * LONGEST


@given(st.lists(st.one_of(MEAN, st.text(max_size=12)), max_size=20).map("".join))
@settings(max_examples=150)
def test_no_text_brings_another_tag_or_attribute(text: str) -> None:
    html = to_html(text)
    assert set(re.findall(r"</?([a-z0-9]+)", html)) <= TAGS
    for attributes in re.findall(r"<\w+ ([^>]*)>", html):
        assert re.fullmatch(r'(href="(https?:[^"]*|mailto:[^"]*|[^":]*)" )?rel="noopener"', attributes), attributes
