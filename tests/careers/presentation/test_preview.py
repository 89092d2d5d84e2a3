"""In a frame, links to other pages open beside it; those within the page, and those that ask for it anew, stay."""

import pytest

from careers.presentation.preview import outward


@pytest.mark.parametrize(
    "link",
    ['<a href="/careers/">', '<a class="btn" href="/x/#y">', '<a href="https://example.org/" rel="noopener">'],
)
def test_a_link_to_another_page_opens_beside_the_frame(link: str) -> None:
    led = link.replace("<a ", '<a target="_blank" ')
    assert outward(f"<p>{link}A</a></p>") == f"<p>{led}A</a></p>"


@pytest.mark.parametrize("link", ['<a href="#pay">', '<a href="?sort=usd#global">', '<a href="./#global">', "<a>"])
def test_a_link_within_the_page_stays(link: str) -> None:
    page = f'<p>{link}A</a> <abbr title="x">B</abbr></p>'
    assert outward(page) == page
