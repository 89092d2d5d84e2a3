"""The page of a row that is not there any more, for whoever still types in its form."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse

from careers.admin.signed_out import TYPIST
from careers.models import Deed

if TYPE_CHECKING:
    from careers.admin.typed import ModelAdmin

UNSAID = ("csrfmiddlewaretoken", TYPIST, "seen", "_FORMS", "-id", "-position")
"""Endings of what a form carries that nobody has typed."""


def gone_page(
    admin: "ModelAdmin", request: HttpRequest, object_id: str, entries: QueryDict, status: int
) -> HttpResponse:
    """Say that it is gone and who took it away, with what was typed as text to copy."""
    deeds = Deed.objects.filter(model=admin.opts.model_name, row=object_id)
    context = admin.admin_site.each_context(request) | {
        "title": f"This {admin.opts.verbose_name} is gone",
        "opts": admin.opts,
        "path": request.path,
        "deed": deeds.first(),
        "typed": [
            (called(name), value)
            for name, value in entries.items()
            if is_typed(name, str(value)) and not name.endswith(f"-{admin.opts.model_name}")
        ],
    }
    return TemplateResponse(request, "admin/desk/gone.html", context, status=status)


def is_typed(name: str, value: str) -> bool:
    """Whether somebody may have typed it."""
    return (
        bool(value.strip())
        and not name.endswith(UNSAID)
        and not name.startswith(("_", "initial-"))
        and "__prefix__" not in name
    )


def called(name: str) -> str:
    """An entry's name in words: Benefit 1, title for benefit_set-0-title."""
    rows, _, rest = name.partition("-")
    index, _, column = rest.partition("-")
    if not (column and index.isdecimal()):
        return name.replace("_", " ").capitalize()
    return (
        f"{rows.removesuffix('_set').replace('_', ' ').capitalize()} {int(index[:9]) + 1}, {column.replace('_', ' ')}"
    )
