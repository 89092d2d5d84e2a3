"""The order of rows: a page with one list of a guide or of the instrument, and the saving of its order."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from careers.admin import outline, sent
from careers.admin.rights import person
from careers.admin.tools.tool import Tool
from careers.checks.publishing import findings
from careers.models.desk.roots import Root
from careers.models.rows import Row
from careers.services import write
from careers.services.ordering import OrderMoved, reorder

if TYPE_CHECKING:
    from careers.admin.roots import RootAdmin

LAST_PLACE = 9999
SAVED = "The new order is saved to the draft."
SAME = "The order is as it was."
MOVED = "The order was not saved: somebody else has changed it, or has added or removed a row. Here is the present one."
NO_NUMBER = f"The order was not saved: a place is a whole number from 0 to {LAST_PLACE}. What you typed is still here."


def order(request: HttpRequest, admin: "RootAdmin", root: Root) -> HttpResponse:
    """Show one list of rows; put it in another order when asked to."""
    model = _model(root, request.POST.get("of") or request.GET.get("of"))
    return _save(request, admin, root, model) if request.method == "POST" else _show(request, admin, root, model, "")


def _model(root: Root, name: str | None) -> type[Row]:
    models = outline.models_of(root)
    found = next((model for model in models if model._meta.model_name == name), None if name else models[0])
    if found is None:
        raise Http404
    return found


def _save(request: HttpRequest, admin: "RootAdmin", root: Root, model: type[Row]) -> HttpResponse:
    try:
        seen = [_number(text) for text in request.POST.get("seen", "").split()]
        places = {pk: _number(request.POST.get(f"place-{pk}", ""), LAST_PLACE) for pk in seen}
        is_new = reorder(root=root, model=model, seen=seen, places=places, by=person(request), at=timezone.now())
        admin.message_user(request, SAVED if is_new else SAME, messages.SUCCESS if is_new else messages.INFO)
    except ValueError:
        return _show(request, admin, root, model, NO_NUMBER)
    except OrderMoved:
        admin.message_user(request, MOVED, messages.WARNING)
    return HttpResponseRedirect(_list(admin, root, model))


def _number(text: str, most: int | None = None) -> int:
    """The number; ValueError where it is none that a browser sends from a field with these bounds."""
    found = sent.number(text)
    if found is None or (most is not None and found > most):
        raise ValueError(text)
    return found


def _list(admin: "RootAdmin", root: Root, model: type[Row]) -> str:
    """Where the list is shown: on the form of the guide or of the instrument, or on a page of its own."""
    name = model._meta.model_name
    if model in outline.SHOWN:
        return f"{reverse(f'admin:careers_{root._meta.model_name}_change', args=[root.pk])}#{name}-list"
    return f"{admin.address('order', root)}?of={name}"


def _show(request: HttpRequest, admin: "RootAdmin", root: Root, model: type[Row], problem: str) -> HttpResponse:
    typed = {name.removeprefix("place-"): str(value)[:20] for name, value in request.POST.items()}
    part = outline.part(root, model, outline.marks(root, findings(root, write(root), timezone.now())), typed)
    return admin.tool_page(
        request,
        root,
        "admin/careers/order.html",
        title=f"Rows of {root} in order",
        part=part,
        problem=problem,
        order_address=admin.address("order", root),
    )


TOOL = Tool("order", "change", order)
