"""The names that the real catalogue gives, for tests of the toolkit's pages."""

import json
from functools import cache

from careers.presentation.toolkit.names import Names, names
from tests.content import catalogue


@cache
def real_names() -> Names:
    """The names of the real catalogue."""
    return names(json.dumps(catalogue()["competencies"]))
