"""The admin site itself: its name, who gets in, and in which order things lie on it."""

from typing import Any

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
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
