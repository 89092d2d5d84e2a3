"""Links under which a draft can be read without an account, for three days."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core import signing

OPEN_FOR = timedelta(days=3)
SALT = "careers.previews"


@dataclass(frozen=True, slots=True)
class Shared:
    """A guide whose draft may be read, by primary key, and until when."""

    career: int
    until: datetime


def token(career: int, *, at: datetime) -> str:
    """What stands in the link; nobody can make it up, and it says itself until when it holds."""
    until = (at + OPEN_FOR).replace(microsecond=0)
    return signing.Signer(salt=SALT).sign_object({"career": career, "until": until.isoformat()})


def opened(token: str, *, at: datetime) -> Shared | None:
    """What the link leads to; nothing where it was made up, changed, or is older than three days."""
    try:
        said = signing.Signer(salt=SALT).unsign_object(token)
    except signing.BadSignature:
        return None
    found = Shared(said["career"], datetime.fromisoformat(said["until"]))
    return found if at < found.until else None
