"""What the database says when a row breaks one of its rules."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, transaction


def refused(write: Callable[[], Any], constraint: str) -> None:
    """The write breaks the constraint; SQLite names the columns of a uniqueness instead."""
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        write()
    assert constraint in str(caught.value) or "UNIQUE" in str(caught.value)
