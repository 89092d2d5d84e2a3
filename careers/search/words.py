"""Words in the one form in which they are compared: nurse, nurses and nursing are the same."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

LONGEST_QUERY = 200
"""Characters of a query that are read."""

MOST_WORDS = 12
"""Different words of a query that count."""

LONGEST_WORD = 40
"""Letters of a word that are compared."""

WORD = re.compile(r"[^\W_][\w\u0300-\u036f]*(?:['’][^\W_]+)*")
"""Letters and digits, with the accents and apostrophes inside them."""

COMMON = frozenset(
    "a an and are as at be by can did do does for from had has have how i if in is it its me my no not of on or our "  # noqa: SIM905 - a list would take sixty lines
    "should so that the their them there they this to versus vs was we were what when where which who why will with "
    "would you your".split()
)
"""Words that say nothing about what is looked for, unless there are no others."""

_STEMMER = snowballstemmer.stemmer("english")


@dataclass(frozen=True, slots=True)
class Query:
    """The words of a query, each once: as they are compared, and as they were typed."""

    stems: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()


def readable(word: str) -> str:
    """The word in lower case without accents, apostrophes and underscores."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in parts.casefold() if letter.isalnum() or letter in "'’")[:LONGEST_WORD]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The form in which a word is compared: letters a to z and digits only, whatever it was written in."""
    plain = readable(word).replace("’", "'")
    if not plain.isascii():
        # Databases differ in what they take for a letter; nobody differs about these.
        return f"u{plain.encode().hex()}"
    return str(_STEMMER.stemWord(plain)).replace("'", "")


def stems(text: str) -> Iterator[str]:
    """The words of a text in order, as they are compared."""
    found = (stem(match[0]) for match in WORD.finditer(text))
    return (word for word in found if word)


def query(text: str) -> Query:
    """What a reader looks for: no more than can be answered at once, and never an operator."""
    typed: dict[str, str] = {}
    for match in WORD.finditer(text[:LONGEST_QUERY]):
        if word := stem(match[0]):
            typed.setdefault(word, readable(match[0]))
    telling = {word: form for word, form in typed.items() if form not in COMMON} or typed
    kept = dict(list(telling.items())[:MOST_WORDS])
    return Query(tuple(kept), tuple(kept.values()))
