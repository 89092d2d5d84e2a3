"""The model's numbers in words are those that anybody computes from the formulas beside them."""

import math

from assessments.presentation.about.model import Ratings, model


def ratings(sigma: float) -> Ratings:
    weights = [math.exp(-((r - 3) ** 2) / (2 * sigma**2)) for r in range(6)]
    there, near = (round(100 * part / sum(weights)) for part in (weights[3], weights[2] + weights[4]))
    return Ratings(there, near, 100 - there - near)


def test_ratings_scatter_as_the_formula_says() -> None:
    found = model(4)
    assert (found.plain, found.backed, found.doubted) == (ratings(1), ratings(0.6), ratings(1.25))
    assert found.mentored == ratings(0.7)
    assert found.backed.there > found.plain.there > found.doubted.there


def test_right_answers_hold_guesses() -> None:
    at, below = (0.25 + 0.75 / (1 + math.exp(-1.5 * distance)) for distance in (0.5, -0.5))
    assert (model(4).right_at, model(4).right_below) == (round(100 * at), round(100 * below))
    assert model(2).right_below > model(4).right_below


def test_bands_span_every_whole_score_once() -> None:
    assert model(4).bands == (
        ("Starting out", "0 to 39"),
        ("Building", "40 to 59"),
        ("Close to ready", "60 to 74"),
        ("Ready", "75 to 100"),
    )
