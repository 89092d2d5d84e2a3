"""What a page of the desk is that belongs to no single guide."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpResponse


@dataclass(frozen=True, slots=True)
class Page:
    """A page at `/admin/<path>`, named `admin:<name>`, for those with the permission, such as careers.view_career.

    The view is given the request, the site, and what the path names.
    """

    path: str
    name: str
    permission: str
    view: Callable[..., HttpResponse]
