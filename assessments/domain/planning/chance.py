"""Numbers that look drawn by chance and are the same every time, so that equal inputs give equal plans."""


class Chance:
    """A linear congruential generator (Knuth's MMIX) that always starts from the same state."""

    def __init__(self) -> None:
        self._state = 1

    def below(self, limit: int) -> int:
        """A whole number from 0 to below the limit (at least 1)."""
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self._state >> 33) % limit
