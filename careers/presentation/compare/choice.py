"""Which guides an address asks for, and what of it was left out."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from careers.presentation import words

MOST = 3
FEWEST = 2
LONGEST_ECHO = 60
"""Characters of an unknown name that are repeated to the reader."""

ECHOED = 3
"""Unknown names that are repeated to the reader."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The slugs to compare in the order asked for, and sentences on what was left out."""

    slugs: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def is_enough(self) -> bool:
        """Whether there is something to compare."""
        return len(self.slugs) >= FEWEST

    @property
    def places(self) -> tuple[str, ...]:
        """What each of the three lists has chosen, empty for nothing."""
        return (*self.slugs, *("",) * (MOST - len(self.slugs)))


def choose(asked: Sequence[str], titles: Mapping[str, str]) -> Choice:
    """The first three different guides among those asked for; empty names are no wish."""
    wished = [slug for slug in asked if slug.strip()]
    known = list(dict.fromkeys(slug for slug in wished if slug in titles))
    unknown = list(dict.fromkeys(slug for slug in wished if slug not in titles))
    twice = [titles[slug] for slug in known if wished.count(slug) > 1]
    notes = (_unknown(unknown), _twice(twice), _surplus([titles[slug] for slug in known[MOST:]]))
    return Choice(tuple(known[:MOST]), tuple(note for note in notes if note))


def _unknown(names: Sequence[str]) -> str:
    if not names:
        return ""
    shown = ", ".join(f"“{_echo(name)}”" for name in names[:ECHOED])
    more = f" and {len(names) - ECHOED} more" if len(names) > ECHOED else ""
    return f"No guide here goes by {shown}{more}, so that was left out."


def _twice(titles: Collection[str]) -> str:
    return f"Compared once, although asked for twice or more: {'; '.join(titles)}." if titles else ""


def _surplus(titles: Collection[str]) -> str:
    many = words.counting(MOST).lower()
    return f"At most {many} careers fit side by side, so this was left out: {'; '.join(titles)}." if titles else ""


def _echo(name: str) -> str:
    plain = "".join(letter if letter.isprintable() else "?" for letter in name[: LONGEST_ECHO + 1])
    return plain if len(plain) <= LONGEST_ECHO else f"{plain[:LONGEST_ECHO]}…"
