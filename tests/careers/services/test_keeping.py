"""What was typed is kept once for a person and a page, within bounds."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User

from careers.models import KeptForm
from careers.services import keeping

pytestmark = pytest.mark.django_db
PATH = "/admin/careers/section/1/change/"


def keep(user: User, at: datetime, path: str = PATH, **entries: Any) -> KeptForm:
    return keeping.keep(user=user, path=path, entries=entries.items(), at=at)


def test_the_latest_takes_the_place_of_what_was_kept_before(alice: User, now: datetime) -> None:
    keep(alice, now, body=["One."])
    keep(alice, now + timedelta(minutes=1), body=["Two."])
    found = KeptForm.objects.get()
    assert (found.entries, found.kept_at) == ({"body": ["Two."]}, now + timedelta(minutes=1))


def test_each_has_their_own(alice: User, charlie: User, now: datetime) -> None:
    keep(alice, now, body=["Hers."])
    assert keeping.kept(user=charlie, path=PATH) is None
    keeping.forget(user=charlie, path=PATH)
    assert keeping.kept(user=alice, path=PATH) is not None
    keeping.forget(user=alice, path=PATH)
    assert keeping.kept(user=alice, path=PATH) is None


def test_what_no_database_stores_is_left_out(alice: User, now: datetime) -> None:
    assert keep(alice, now, body=["a\0b"], csrfmiddlewaretoken=["x"], typist=["y"]).entries == {"body": ["ab"]}


@pytest.mark.parametrize(
    ("path", "entries"),
    [("/" * 201, {}), (PATH, {"body": ["x" * keeping.LARGEST]}), (PATH, {"x" * keeping.LARGEST: [""], "y": [""]})],
)
def test_too_much_is_refused(alice: User, now: datetime, path: str, entries: dict[str, list[str]]) -> None:
    with pytest.raises(keeping.TooLong):
        keep(alice, now, path, **entries)
    assert not KeptForm.objects.exists()


def test_the_oldest_go_first(alice: User, charlie: User, now: datetime) -> None:
    keep(charlie, now, "/his/")
    for number in range(keeping.MOST + 2):
        keep(alice, now + timedelta(seconds=number), f"/{number}/")
    paths = set(KeptForm.objects.filter(user=alice).values_list("path", flat=True))
    assert (len(paths), "/1/" in paths, "/2/" in paths) == (keeping.MOST, False, True)
    assert KeptForm.objects.filter(user=charlie).exists()
