"""The admin site itself: its name, who gets in, and in which order things lie on it."""

from functools import partial
from typing import Any

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.decorators import method_decorator

GROUPS = {
    "Guides": ("Career", "Section", "Figure", "Source"),
    "Catalogue": (
        *("Catalogue", "Level", "Domain", "Skill", "Gate", "Action", "Condition", "Item"),
        *("Proficiency", "CatalogueSource"),
    ),
    "Published": ("Edition", "InstrumentVersion"),
}
"""The models of `careers` in the order of an editor's day."""


class Desk(admin.AdminSite):
    """The editors' desk."""

    site_header = "Editors’ desk"
    site_title = "CMIO Coach editors’ desk"
    index_title = "What would you like to edit?"

    @method_decorator(login_not_required)
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Send strangers to the site's own login, with its limits and checks; refuse users who are not staff."""
        response: HttpResponse = secure_admin_login(super().login)(request, extra_context)
        return response

    def get_urls(self) -> list[Any]:
        """Add the pages that belong to no single guide ahead of the forms."""
        # Not before: the forms register themselves with this site.
        from careers.admin.pages import PAGES

        own = [path(page.path, self.admin_view(partial(self.page_view, page=page)), name=page.name) for page in PAGES]
        return [*own, *super().get_urls()]

    def page_view(self, request: HttpRequest, page: Any, **named: Any) -> HttpResponse:
        """The page for those with its permission."""
        if not request.user.has_perm(page.permission):
            raise PermissionDenied
        answer: HttpResponse = page.view(request, self, **named)
        return answer

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """The content in groups, then whatever else the person may see."""
        apps = super().get_app_list(request, app_label)
        return [part for app in apps for part in (_grouped(app) if app["app_label"] == "careers" else [app])]


def _grouped(app: dict[str, Any]) -> list[dict[str, Any]]:
    models = {entry["object_name"]: entry for entry in app["models"]}
    groups = [
        app | {"name": name, "models": [models[model] for model in names if model in models]}
        for name, names in GROUPS.items()
    ]
    return [group for group in groups if group["models"]]
