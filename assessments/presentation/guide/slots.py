"""The places in a public page that are filled for one reader.

`<!--you:name-->` is a place; `<!--you:name{-->what everyone gets<!--}-->` is a piece that may be replaced.
"""

import re
from collections.abc import Mapping

SLOT = re.compile(rb"<!--you:([a-z0-9:_-]+)(?:\{-->.*?<!--\})?-->", re.DOTALL)


def fill(page: bytes, texts: Mapping[str, str]) -> bytes:
    """The page with these texts, which are HTML, at their places; all other places stay as everyone gets them."""

    def own(found: re.Match[bytes]) -> bytes:
        text = texts.get(found[1].decode())
        return found[0] if text is None else text.encode()

    return SLOT.sub(own, page)
