"""What a person may do with a guide or with the catalogue."""

from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from careers.models.desk.roots import Root

VERBS = ("view", "change", "review", "publish")
"""Authors change, reviewers review, publishers publish; all of them view."""


def may(user: Any, root: Root, verb: str) -> bool:
    """Whether the person may do that with the guide or the catalogue; `verb` is one of VERBS."""
    return bool(user.has_perm(f"careers.{verb}_{root._meta.model_name}"))


def person(request: HttpRequest) -> User:
    """Who asks; PermissionDenied for a stranger."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
