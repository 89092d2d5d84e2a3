"""What a guide and its editions may be called in an address."""

import re

from django.urls.converters import IntConverter, SlugConverter

RESERVED = ("compare",)
"""Words that addresses beside the guides' own use."""

SHAPE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What a new address of a guide looks like."""


class GuideSlug(SlugConverter):
    """A slug that is none of the words that addresses beside the guides' own use."""

    regex = rf"(?!(?:{'|'.join(RESERVED)})/){SlugConverter.regex}"


class EditionNumber(IntConverter):
    """A number in its one spelling: each address of a page is kept on disk, and zeros before it have no end."""

    regex = "[1-9][0-9]{0,5}"
