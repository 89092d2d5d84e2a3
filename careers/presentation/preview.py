"""What a page of a draft says of itself, and where its links lead when it stands in a frame."""

import re
from dataclasses import dataclass
from datetime import datetime

OUTWARD = re.compile(r'<a (?=[^>]*\bhref="(?:/|https?:))')


@dataclass(frozen=True, slots=True)
class Banner:
    """What readers see, such as "edition 3" or nothing yet, and until when a shared link holds."""

    live: str
    until: datetime | None


def outward(page: str) -> str:
    """The page with links to other pages opening beside it: no other page of the site may stand in a frame."""
    return OUTWARD.sub('<a target="_blank" ', page)
