"""Nothing that can be sent to the profile makes it fail, and no page asks more of the database for more rows."""

from datetime import date, timedelta
from urllib.parse import quote_from_bytes

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.models import Profile
from assessments.services import profiles as services
from tests.tables import changed, fingerprints

pytestmark = pytest.mark.django_db
PARTS = ("work", "gates", "conditions", "target", "time")
PATHS = ("/profile/", *(f"/profile/{part}/" for part in PARTS))
FIELDS = (
    "profession", "country", "ehr", "gate-licence", "gate-medical_degree", "held", "ruled_out", "target_level",
    "target_date", "hours_per_week", "budget_usd", "blocked_weeks", "csrfmiddlewaretoken", "user_id",
)  # fmt: skip
NASTY = [
    b"",
    b"\0",
    b"\xed\xa0\x80",
    b"\xff\xfe",
    "🦉".encode(),
    b"x" * 10_000,
    b"9" * 5_000,
    b"NaN",
    b"1e400",
    b"1_000",
    "١٢".encode(),
    b"<script>alert(1)</script>",
    b"{{ 7 * 7 }}",
    b"2027-07-05 to 9999-12-31",
    b"0001-01-01",
    b"2027-07-05\n" * 400,
]
FORM = "application/x-www-form-urlencoded"


def send(client: Client, part: str, values: dict[str, bytes]) -> int:
    body = "&".join(f"{name}={quote_from_bytes(value)}" for name, value in values.items())
    return client.post(f"/profile/{part}/", body, content_type=FORM).status_code


@pytest.fixture
def physician(alice: User) -> User:
    services.save_work(user=alice, profession="physician", country="", ehr="")
    return alice


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("value", NASTY, ids=range(len(NASTY)))
def test_every_part_answers_every_nasty_value(as_alice: Client, physician: User, part: str, value: bytes) -> None:
    before = fingerprints()
    status = send(as_alice, part, dict.fromkeys(FIELDS, value))
    assert status in {302, 422}
    if status == 422:
        assert changed(before) == []
    else:
        assert all(as_alice.get(path).status_code == 200 for path in PATHS)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(part=st.sampled_from(PARTS), values=st.dictionaries(st.sampled_from(FIELDS), st.binary(max_size=80)))
def test_no_bytes_make_a_part_fail(as_alice: Client, physician: User, part: str, values: dict[str, bytes]) -> None:
    assert send(as_alice, part, values) in {302, 422}


@pytest.mark.parametrize("content_type", ["application/json", "text/plain", "multipart/form-data; boundary=x"])
def test_a_body_of_another_kind_is_an_answer_too(as_alice: Client, content_type: str) -> None:
    for part in PARTS:
        assert as_alice.post(f"/profile/{part}/", b"\xff\0{", content_type=content_type).status_code < 500


def test_a_repeated_field_counts_once(as_alice: Client) -> None:
    sent = {"hours_per_week": ["4", "5"], "budget_usd": ["1", "2"]}
    assert as_alice.post("/profile/time/", sent).status_code == 302
    assert Profile.objects.get().hours_per_week == 5


def test_nothing_else_in_the_profile_can_be_set_through_a_form(
    as_alice: Client, physician: User, charlie: User
) -> None:
    for part in PARTS:
        as_alice.post(
            f"/profile/{part}/", {"user": charlie.pk, "user_id": charlie.pk, "id": 99, "gates_answered": "on"}
        )
    profile = Profile.objects.get()
    assert profile.user == physician
    assert not profile.gates_answered


def test_what_was_typed_comes_back_as_text_only(as_alice: Client) -> None:
    answer = as_alice.post("/profile/time/", {"blocked_weeks": "</textarea><script>alert(1)</script>"})
    assert b"<script>alert" not in answer.content


@pytest.mark.parametrize("path", PATHS)
def test_a_page_takes_as_many_queries_for_twenty_rows_as_for_one(as_alice: Client, physician: User, path: str) -> None:
    few, many = (_queries(as_alice, physician, path, rows) for rows in (1, 20))
    assert few == many <= 7


def _queries(client: Client, user: User, path: str, rows: int) -> int:
    weeks = [date(2027, 1, 4) + timedelta(weeks=number) for number in range(rows)]
    keys = [f"key-{number}" for number in range(rows)]
    services.save_time(user=user, hours_per_week=None, budget_usd=None, blocked_weeks=weeks)
    services.save_gates(user=user, states=dict.fromkeys(["licence", *keys], "met"))
    services.save_conditions(user=user, held=["bachelors", *keys], ruled_out=["org-sponsor"])
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)
