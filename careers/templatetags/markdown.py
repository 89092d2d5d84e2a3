"""The one place where Markdown becomes HTML that is safe to show."""

from functools import lru_cache

import nh3
from django import template
from django.utils.safestring import SafeString, mark_safe

from careers.presentation.markdown import LONGEST, PARSER

register = template.Library()

TAGS = {"p", "strong", "em", "ul", "ol", "li", "a", "code", "blockquote", "br", "hr", "pre"}
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
        PARSER.render(text),
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener",
    )
