"""The admin site itself: its name, who gets in, and in which order things lie on it."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator

from careers import busy, entrance, factors

GROUPS = {
    "Guides": ("Career", "Section", "Figure", "Source"),
    "Instrument": (
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
    # The side list stands on every page, without a script that opens and closes it.
    enable_nav_sidebar = False

    def register(
        self, model_or_iterable: type[Model] | Iterable[type[Model]], admin_class: Any = None, **options: Any
    ) -> None:
        """Leave second factors out: what opens an account is for nobody else to look at."""
        models = [model_or_iterable] if isinstance(model_or_iterable, type) else model_or_iterable
        super().register([model for model in models if model is not Authenticator], admin_class, **options)

    def has_permission(self, request: HttpRequest) -> bool:
        """Staff who have shown a second factor in this session."""
        user = request.user
        return isinstance(user, User) and super().has_permission(request) and factors.was_used(request, user)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """The page for those who may enter, which loses nothing where it has to wait for too long."""
        return super().admin_view(busy.told_when_busy(view, self), cacheable)

    @method_decorator(login_not_required)
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Lead whoever may not enter yet to what is missing: signing in, setting up a second factor, or showing it."""
        return entrance.lead(request, may_enter=self.has_permission(request))

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

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """How guides and the instrument stand, and what asks for work."""
        from careers.admin.pages.overview import context

        return super().index(request, context(request) | (extra_context or {}))

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
