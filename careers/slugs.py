"""What a guide may be called in an address."""

from django.urls.converters import SlugConverter


class GuideSlug(SlugConverter):
    """A slug that is none of the words that addresses beside the guides' own use."""

    regex = rf"(?!compare/){SlugConverter.regex}"
