"""The literature that the page about the assessment rests on."""

from careers.presentation.sources import KINDS, Source

RESEARCH = (
    (
        "davis",
        "Accuracy of physician self-assessment compared with observed measures of competence: a systematic review",
        "Davis DA, Mazmanian PE, Fordis M, Van Harrison R, Thorpe KE, Perrier L. JAMA 296(9):1094–1102",
        "2006",
        "https://doi.org/10.1001/jama.296.9.1094",
        "paper",
    ),
    (
        "standards",
        "Standards for Educational and Psychological Testing",
        "American Educational Research Association and others",
        "2014",
        "https://www.testingstandards.net/",
        "organization",
    ),
)


def references() -> dict[str, Source]:
    """The sources by key, numbered in the order in which the page names them first."""
    return {
        key: Source(key, number, title, publisher, year, url, kind, KINDS[kind], None, ())
        for number, (key, title, publisher, year, url, kind) in enumerate(RESEARCH, start=1)
    }
