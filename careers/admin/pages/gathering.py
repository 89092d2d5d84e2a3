"""Gathers guides and the instrument for the pages that look at all of them, in a fixed number of queries."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse

from careers import documents
from careers import models as m
from careers.models.desk.roots import Root
from careers.presentation.desk.subject import Subject
from careers.services.deeds import called
from careers.services.working import SHAPES
from careers.standing import standings

ROWS: dict[type[Model], tuple[tuple[type[Model], str, str], ...]] = {
    m.Career: ((m.Source, "career_id", "key"), (m.Section, "career_id", "slug"), (m.Figure, "career_id", "key")),
    m.Catalogue: tuple((model, "catalogue_id", "key") for model in (m.CatalogueSource, m.Item, m.Action)),
}
"""Rows with forms of their own to which the pages lead, with the columns of their root and of their key."""


def subjects(
    request: HttpRequest, at: datetime, kinds: Sequence[type[Model]] = (m.Career, m.Catalogue)
) -> list[Subject]:
    """The guides in the order of their titles, then the instrument: those that the person may view."""
    return [
        subject
        for model in kinds
        if request.user.has_perm(f"careers.view_{model._meta.model_name}")
        for subject in _subjects(list(_roots(model)), at)
    ]


def chosen(request: HttpRequest, known: Iterable[Subject]) -> Subject | None:
    """The one that the address asks for by its name; None where it asks for all, or for none that is known."""
    return next((subject for subject in known if subject.name == request.GET.get("of")), None)


def _roots(model: type[Model]) -> Any:
    career = ("career",) if model is m.Catalogue else ()
    return model._default_manager.select_related("owner", *career).order_by("career__title" if career else "title")


def _subjects(roots: Sequence[Root], at: datetime) -> Iterator[Subject]:
    if not roots:
        return
    working = documents.write_all(SHAPES[type(roots[0])], roots)
    found = standings(roots, at=at, working=working)
    forms = Forms(roots)
    for root in roots:
        is_guide = isinstance(root, m.Career)
        title = root.title if isinstance(root, m.Career) else "Instrument"
        yield Subject(
            pk=root.pk,
            title=title,
            short=(isinstance(root, m.Career) and root.abbreviation) or title,
            is_guide=is_guide,
            document=working[root.pk],
            standing=found[root.pk],
            owner=called(root.owner),
            address=reverse(f"admin:careers_{root._meta.model_name}_change", args=[root.pk]),
            row=forms.of(root),
        )


class Forms:
    """Where the rows of some guides, or of the instrument, are edited."""

    def __init__(self, roots: Sequence[Root]) -> None:
        """Look up the rows, in one query for each of their models."""
        self.keys: dict[tuple[int, str, str], int] = {}
        for model, owner, key in ROWS[type(roots[0])]:
            name = str(model._meta.model_name)
            rows = model._default_manager.filter(**{f"{owner}__in": [root.pk for root in roots]})
            self.keys |= {(root, name, word): pk for root, word, pk in rows.values_list(owner, key, "pk")}

    def of(self, root: Root) -> Any:
        """The address of a row's form by model and key."""

        def address(model: str, key: str) -> str:
            # Whoever took the row away since the document was read has left its guide.
            name, pk = model, self.keys.get((root.pk, model, key))
            if pk is None:
                name, pk = str(root._meta.model_name), root.pk
            return reverse(f"admin:careers_{name}_change", args=[pk])

        return address
