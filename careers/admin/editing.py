"""How a form of the desk is laid out."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from careers.admin import outline
from careers.admin.faults import faults
from careers.admin.findings import Placed
from careers.admin.framing import frames_allowed
from careers.admin.hints import Hinted
from careers.admin.references import owner_of
from careers.admin.rights import VERBS, may
from careers.admin.surroundings import around
from careers.admin.tools import comments
from careers.admin.typed import ModelAdmin
from careers.models import Career, Section
from careers.models.desk.roots import Root
from careers.services.holding import hold
from careers.services.ordering import next_position


class Editing(Hinted, ModelAdmin):
    """Mixin of model admins: fields on the left, the draft as readers will see it on the right."""

    change_form_template = "admin/change_form.html"

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """All fields but the place in the list, which is changed where the list stands."""
        return [
            (name, options | {"fields": [field for field in options["fields"] if field != "position"]})
            for name, options in super().get_fieldsets(request, obj)
        ]

    def heading(self, row: Any) -> str:
        """What the page of a row is called."""
        return str(row)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """A new row comes last in its list."""
        root = owner_of(obj)
        if not change and root is not None and root is not obj and hasattr(obj, "position"):
            # Another may be added at this moment.
            hold(root)
            obj.position = next_position(root, type(obj))
        super().save_model(request, obj, form, change)

    def response_post_save_add(self, request: HttpRequest, obj: Any) -> HttpResponseRedirect:
        """Lead on to the guide or the instrument, where the draft is looked at and goes on to its readers."""
        return self._onward(request, obj) or super().response_post_save_add(request, obj)

    def response_post_save_change(self, request: HttpRequest, obj: Any) -> HttpResponseRedirect:
        """Lead on as after adding."""
        return self._onward(request, obj) or super().response_post_save_change(request, obj)

    def _onward(self, request: HttpRequest, row: Any) -> HttpResponseRedirect | None:
        root = owner_of(row)
        if root is None:
            return None
        messages.info(request, "Readers see changes once the draft is published.")
        return HttpResponseRedirect(reverse(f"admin:careers_{root._meta.model_name}_change", args=[root.pk]))

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        """The form with what stands around it: where the row belongs, its findings, and the preview."""
        for form in _forms(context):
            form.label_suffix = ""
        # Django's own line says neither what is wrong nor where.
        context |= {"has_faults": bool(context["errors"]), "faults": faults(_forms(context)), "errors": []}
        root = owner_of(obj) if obj and obj.pk else None
        if root is not None:
            context |= self._surrounded(request, root, obj)
            context |= comments.context(request, obj, context["adminform"].form)
            _tell(_forms(context), context["around"].placed)
        response: HttpResponse = super().render_change_form(request, context, add, change, form_url, obj)
        return frames_allowed(response) if isinstance(root, Career) else response

    def _surrounded(self, request: HttpRequest, root: Root, row: Any) -> dict[str, Any]:
        admin: Any = self.admin_site.get_model_admin(type(root))
        surroundings, links = around(root, row, timezone.now()), admin.links(request, root)
        own = {"parts": outline.parts(root, outline.marks(root, surroundings.found))} if row == root else {}
        return own | {
            "around": surroundings,
            # As it is stored, not as it is typed.
            "heading": self.heading(type(row)._default_manager.get(pk=row.pk)),
            "tools": links,
            "tool": {tool.name: address for tool, address in links},
            "may": {verb: may(request.user, root, verb) for verb in VERBS},
            "order_address": admin.address("order", root),
            "framed": admin.address("preview/page", root),
            "anchor": row.slug if isinstance(row, Section) else "",
        }


def _forms(context: dict[str, Any]) -> list[Any]:
    """The form of the row and those of the rows below it."""
    inlines = context["inline_admin_formsets"]
    return [context["adminform"].form, *(form for inline in inlines for form in inline.formset.forms)]


def _tell(forms: list[Any], placed: list[Placed]) -> None:
    """Repeat each finding at its field, where the page has that field."""
    fields = {bound.auto_id: bound for form in forms for bound in form}
    for one in placed:
        bound = fields.get(f"id_{one.place.field}")
        if bound is not None:
            bound.field.findings = [*getattr(bound.field, "findings", ()), one.finding]
            _describe(bound)


def _describe(bound: Any) -> None:
    """Let the field name what is said of it: a description of one's own takes the place of Django's."""
    ids = [bound.field.widget.attrs.get("aria-describedby") or bound.aria_describedby, f"{bound.auto_id}_findings"]
    bound.field.widget.attrs["aria-describedby"] = " ".join(dict.fromkeys(filter(None, ids)))
