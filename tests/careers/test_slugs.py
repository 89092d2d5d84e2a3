"""No address beside the guides' own is taken for a guide."""

import re

from careers.slugs import GuideSlug
from careers.urls import urlpatterns
from tests.content import SLUGS


def is_guide(path: str) -> bool:
    """Whether the address of a guide matches this rest of a path."""
    return bool(re.fullmatch(rf"{GuideSlug.regex}/", path))


def test_every_guide_is_one() -> None:
    assert all(is_guide(f"{slug}/") for slug in (*SLUGS, "compare-them", "comparer", "a_b-1"))


def test_no_fixed_word_is_one() -> None:
    fixed = [str(pattern.pattern) for pattern in urlpatterns if not pattern.pattern.converters]
    assert "compare/" in fixed
    assert [path for path in fixed if is_guide(path)] == []
