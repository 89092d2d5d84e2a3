"""Guides and the catalogue on the desk: what is edited, looked at and published as a whole, with the pages for it."""

from functools import partial
from typing import Any

from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from careers.admin.base import DeskAdmin
from careers.admin.rights import VERBS, may
from careers.admin.tools import TOOLS
from careers.admin.tools.tool import Tool
from careers.models.desk.roots import Root
from careers.standing import standings


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


class RootAdmin(DeskAdmin):
    """A model admin whose rows have pages of their own beside the form: one for each tool."""

    change_form_template = "admin/careers/change_form_root.html"

    def get_urls(self) -> list[URLPattern]:
        """Add the page of each tool."""
        tools = [
            path(
                f"<int:pk>/{tool.name}/",
                self.admin_site.admin_view(partial(self.tool_view, tool=tool)),
                name=f"{self.opts.app_label}_{self.opts.model_name}_{tool.name.replace('/', '_')}",
            )
            for tool in TOOLS
            if self.model in tool.of
        ]
        return [*tools, *super().get_urls()]

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """List rows together with how they stand."""
        return StandingList

    def links(self, request: HttpRequest, root: Root) -> list[tuple[Tool, str]]:
        """The tools that the person may use on the guide or the catalogue, with their addresses."""
        return [
            (tool, self.address(tool.name, root))
            for tool in TOOLS
            if tool.label and self.model in tool.of and may(request.user, root, tool.right)
        ]

    def offered(self, request: HttpRequest, root: Root, name: str) -> str:
        """The address of one tool, with a label or without; empty where this person may not use it."""
        found = any(tool.name == name and may(request.user, root, tool.right) for tool in TOOLS)
        return self.address(name, root) if found else ""

    def address(self, tool: str, root: Root) -> str:
        """Where the tool's page is."""
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{tool.replace('/', '_')}", args=[root.pk])

    def tool_view(self, request: HttpRequest, pk: int, tool: Tool) -> HttpResponse:
        """The tool's page for those who have its right; not found where there is no such row."""
        root = self.get_object(request, str(pk))
        if not request.user.has_perm(f"careers.{tool.right}_{self.opts.model_name}"):
            raise PermissionDenied
        if root is None:
            raise Http404
        return tool.view(request, self, root)

    def tool_page(
        self, request: HttpRequest, root: Root, template: str, *, status: int = 200, **context: Any
    ) -> TemplateResponse:
        """A page of the desk about the guide or the catalogue; `title` has to be among the context."""
        shared = self.admin_site.each_context(request) | {
            "opts": self.opts,
            "original": root,
            "may": {verb: may(request.user, root, verb) for verb in VERBS},
            "tools": self.links(request, root),
        }
        return TemplateResponse(request, template, shared | context, status=status)

    def published_message(self, root: Any, number: int) -> str:
        """What an editor reads after publishing."""
        return f"{root} is published as number {number}."
