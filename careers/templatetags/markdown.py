"""The one place where Markdown becomes HTML that is safe to show."""

from functools import lru_cache

import nh3
from django import template
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

register = template.Library()

# Headings belong to the page, not to a text inside it; pictures and raw HTML are not part of the content.
_PARSER = MarkdownIt("commonmark", {"html": False}).disable(
    ["heading", "lheading", "image", "html_block", "html_inline"]
)
TAGS = {"p", "strong", "em", "ul", "ol", "li", "a", "code", "blockquote", "br", "hr", "pre"}
LONGEST = 100_000
"""Characters that are rendered; what is longer is cut, so that no text can hold a worker."""

KEPT = 256
"""Texts whose HTML a process remembers: published texts never change."""


@register.filter
def markdown(text: str) -> SafeString:
    """The text as HTML of a few harmless tags; links keep only http, https and mailto."""
    return mark_safe(to_html(text))  # noqa: S308  # cleaned in to_html


def to_html(text: str) -> str:
    """Markdown as sanitised HTML."""
    return _clean(text[:LONGEST])


@lru_cache(maxsize=KEPT)
def _clean(text: str) -> str:
    return nh3.clean(
        _PARSER.render(text),
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener",
    )
