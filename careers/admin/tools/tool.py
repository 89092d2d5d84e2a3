"""What a page beside the form of a guide or of the catalogue is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse

from careers.models import Career, Catalogue
from careers.models.desk.roots import Root

if TYPE_CHECKING:
    from careers.admin.roots import RootAdmin


@dataclass(frozen=True, slots=True)
class Tool:
    """A page at `…/<pk>/<name>/`, for those with the right; a tool without a label is not linked from the form.

    `of` says whether guides have it, the catalogue, or both.
    """

    name: str
    right: str
    view: "Callable[[HttpRequest, RootAdmin, Root], HttpResponse]"
    label: str = ""
    of: tuple[type[Root], ...] = (Career, Catalogue)
