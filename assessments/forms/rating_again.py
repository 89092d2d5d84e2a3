"""The form of a skill that is rated again: what backs it is kept as evidence, so it asks for no example."""

from typing import Any

from assessments.forms.answers import RatingForm


class RatingAgainForm(RatingForm):
    """The answer on one skill; nothing is preselected."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["evidence"]
