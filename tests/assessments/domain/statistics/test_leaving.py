"""Questions at which people stopped."""

from assessments.domain.statistics import Hidden, leaving

CDS, PLAN, OTHER = ("skill", "cds"), ("scenario", "plan"), ("skill", "ethics")


def test_questions_of_five_people_are_named_and_all_others_counted_together() -> None:
    found = leaving([CDS] * 6 + [PLAN] * 5 + [OTHER] * 4 + [("skill", "budget")])
    assert list(found.questions.items()) == [(CDS, 6), (PLAN, 5)]
    assert found.elsewhere == 5


def test_fewer_than_five_elsewhere_are_hidden() -> None:
    assert leaving([CDS] * 6 + [OTHER] * 4).elsewhere is Hidden.FEW
    assert leaving([]).elsewhere is Hidden.FEW
