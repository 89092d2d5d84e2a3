"""Where things lie on the editors' desk."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.urls import NoReverseMatch, reverse

from careers.models import Career, Catalogue, Edition, InstrumentVersion

OF_ONE_ROW = (
    "change",
    "history",
    "delete",
    "publish",
    "preview",
    "preview_page",
    "compare",
    "revert",
    "export",
    "move",
)
CONTENT = sorted(
    (model for model in admin.site._registry if model._meta.app_label == "careers"), key=lambda m: m.__name__
)
OTHERS = sorted((model for model in admin.site._registry if model not in CONTENT), key=lambda m: m.__name__)
CLOSED = [(model, page) for model in (Catalogue, Edition, InstrumentVersion) for page in ("add", "delete")]
"""Pages that nobody opens: these rows come with documents and publishing, and stay."""


def address(page: str, row: Model | type[Model]) -> str:
    """The path of a model's list or add page, or of one row's page."""
    name = f"admin:{row._meta.app_label}_{row._meta.model_name}_{page}"
    return reverse(name, args=[row.pk] if isinstance(row, Model) else [])


def addresses(model: type[Model]) -> dict[str, str]:
    """Every page of the model, with its first row in those of one row."""
    row = model._default_manager.order_by("pk").first()
    found: dict[str, Any] = {page: (page, model) for page in ("changelist", "add")}
    found |= {page: (page, row) for page in OF_ONE_ROW if row and _exists(page, row)}
    return {page: address(*place) for page, place in found.items()}


def _exists(page: str, row: Model) -> bool:
    try:
        return bool(address(page, row))
    except NoReverseMatch:
        return False


def publish_page(root: Career | Catalogue) -> str:
    """The page that says what will change, and publishes it."""
    return address("publish", root)
