"""Publishing on the desk: a page that says what will change, or what has to be put right first."""

from typing import Any, ClassVar

from django.contrib import messages
from django.contrib.admin.views.main import ChangeList
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from careers import services
from careers.admin.base import ModelAdmin
from careers.differences import differences
from careers.problems import DocumentError
from careers.standing import standings

REFUSALS: dict[type[Exception], str] = {
    services.Unchanged: "Nothing was published: readers already see what the rows say.",
    services.Moved: "Nothing was published: somebody has changed rows since you opened this page. Look again first.",
    DocumentError: "Nothing was published: there are problems to put right first.",
    OperationalError: "Nothing was published: somebody else is publishing at this moment. Try again.",
}


def _person(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


class StandingList(ChangeList):
    """A change list whose rows know how they stand, in a fixed number of queries."""

    def get_results(self, request: HttpRequest) -> None:
        """Find the rows, then how each stands now."""
        super().get_results(request)
        rows: list[Any] = list(self.result_list)
        found = standings(rows, at=timezone.now())
        for row in rows:
            row.standing = found[row.pk]
        self.result_list = rows


class Publishing(ModelAdmin):
    """A model admin whose rows can be published by those with the permission."""

    change_form_template = "admin/careers/change_form_publish.html"
    permission: ClassVar[str]

    def get_urls(self) -> list[URLPattern]:
        """Add the page that publishes."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_publish"
        view = self.admin_site.admin_view(self.publish_view)
        return [path("<int:pk>/publish/", view, name=name), *super().get_urls()]

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """List rows together with how they stand."""
        return StandingList

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """Tell the page whether this person may publish."""
        context["may_publish"] = request.user.has_perm(self.permission)
        return super().render_change_form(request, context, *args, **kwargs)

    def publish_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show what would change; publish it when asked to."""
        if not request.user.has_perm(self.permission):
            raise PermissionDenied
        root = self.get_object(request, str(pk))
        if root is None:
            raise Http404
        return self._publish(request, root) if request.method == "POST" else self._ask(request, root)

    def _publish(self, request: HttpRequest, root: Any) -> HttpResponse:
        here = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_publish", args=[root.pk])
        try:
            published = services.publish(
                root=root, by=_person(request), at=timezone.now(), seen=request.POST.get("seen", "")
            )
        except (services.Unchanged, services.Moved, DocumentError, OperationalError) as error:
            words = next(words for kind, words in REFUSALS.items() if isinstance(error, kind))
            self.message_user(request, words, messages.WARNING)
            return HttpResponseRedirect(here)
        self.log_change(request, root, f"Published as number {published.number}.")
        self.message_user(request, self.published_message(root, published.number), messages.SUCCESS)
        return HttpResponseRedirect(here)

    def published_message(self, root: Any, number: int) -> str:
        """What an editor reads after publishing."""
        return f"{root} is published as number {number}."

    def _ask(self, request: HttpRequest, root: Any) -> HttpResponse:
        document = services.write(root)
        last = root.published.first()
        context = self.admin_site.each_context(request) | {
            "title": f"Publish {root}",
            "opts": self.opts,
            "original": root,
            "last": last,
            "problems": services.problems_of(root, document),
            "changes": differences(last.document, document) if last else [],
            "seen": services.digest(document),
        }
        return TemplateResponse(request, "admin/careers/publish.html", context)
