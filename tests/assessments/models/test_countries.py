"""The list of countries."""

from assessments.models import Profile
from assessments.models.countries import COUNTRIES


def test_codes_are_two_capitals_that_fit_the_column() -> None:
    longest = Profile._meta.get_field("country").max_length
    assert all(code.isascii() and code.isupper() and len(code) == longest for code in COUNTRIES)


def test_it_lists_all_and_each_once() -> None:
    assert len(COUNTRIES) == 249
    assert len(set(COUNTRIES.values())) == 249


def test_names_are_whole() -> None:
    assert COUNTRIES["US"] == "United States"
    assert COUNTRIES["CI"] == "Côte d'Ivoire"
    assert COUNTRIES["GS"] == "South Georgia and the South Sandwich Islands"
    assert all(name == name.strip() and ";" not in name for name in COUNTRIES.values())
