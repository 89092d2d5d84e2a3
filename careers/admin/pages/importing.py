"""Taking a document in: what it would change is shown first, and nothing changes before somebody says so."""

import json
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from careers import files
from careers.admin.pages.page import Page
from careers.admin.rights import person
from careers.differences import differences
from careers.presentation import telling, words
from careers.presentation.changes_of import told_of
from careers.problems import DocumentError
from careers.services import Moved, Unchanged, importing
from careers.services.importing import Incoming
from careers.services.recognizing import GUIDE, INSTRUMENT

if TYPE_CHECKING:
    from careers.desk import Desk

LARGEST = 1_000_000
"""Bytes of a document; the largest of this site have a quarter of that."""

LONGEST_NAME = 100
PASTED = "the pasted text"
STALE = "Nothing was changed: somebody has edited the draft since you looked. Look again at what would change now."


class DocumentForm(forms.Form):
    """A document, uploaded or pasted."""

    file = forms.FileField(
        label="A file",
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml,.json"}),
        help_text="YAML or JSON, as “Download” of a guide or of the instrument gives it",
    )
    text = forms.CharField(
        label="Or its text",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "class": "input", "spellcheck": "false"}),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for one of both, and bound it."""
        found = super().clean() or self.cleaned_data
        file, text = found.get("file"), found.get("text") or ""
        if bool(file) == bool(text.strip()):
            self.add_error("file", "Choose a file or paste a text: one of both.")
        elif (file.size if file else len(text.encode(errors="replace"))) > LARGEST:
            words = f"It is larger than {LARGEST:,} bytes, which is more than any document of this site."
            self.add_error("file" if file else "text", words)
        return found

    @property
    def name(self) -> str:
        """What the document is called."""
        file: Any = self.cleaned_data["file"]
        return str(file.name)[-LONGEST_NAME:] if file else PASTED

    @property
    def content(self) -> bytes:
        """What it holds."""
        file: Any = self.cleaned_data["file"]
        content: bytes = file.read() if file else self.cleaned_data["text"].encode(errors="replace")
        return content


def take_in(request: HttpRequest, site: "Desk") -> HttpResponse:
    """Ask for a document, show what it would change, and change that."""
    if request.method != "POST":
        return _page(request, site, DocumentForm())
    if "seen" in request.POST:
        return _confirmed(request, site)
    form = DocumentForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, site, form)
    return _looked_at(request, site, form, form.name, form.content)


def _looked_at(request: HttpRequest, site: "Desk", form: DocumentForm, name: str, content: bytes) -> HttpResponse:
    try:
        row = importing.incoming(name, files.parsed(content))
    except DocumentError as error:
        return _page(request, site, form, name=name, problems=error.problems)
    _refuse_stranger(request, row)
    return _page(request, site, form, **_shown(row))


def _confirmed(request: HttpRequest, site: "Desk") -> HttpResponse:
    # No file is called so, and no database keeps a NUL.
    name = request.POST.get("name", "").replace("\0", "")[:LONGEST_NAME] or PASTED
    content = request.POST.get("document", "").encode(errors="replace")
    try:
        document = files.parsed(content)
        _refuse_stranger(request, importing.incoming(name, document))
        taken = importing.take_in(
            name=name, document=document, by=person(request), at=timezone.now(), seen=request.POST["seen"]
        )
    except DocumentError as error:
        return _page(request, site, DocumentForm(), name=name, problems=error.problems)
    except (Moved, Unchanged):
        messages.warning(request, STALE)
        return _looked_at(request, site, DocumentForm(), name, content)
    return _led_to(request, taken, name)


def _led_to(request: HttpRequest, taken: importing.Taken, name: str) -> HttpResponse:
    if taken.is_published:
        messages.success(request, f"Published: {name}. Readers see it now.")
        return HttpResponseRedirect(reverse("admin:import"))
    aside = f" What the draft said before is kept as number {taken.kept.number}." if taken.kept else ""
    messages.success(
        request, f"The draft says what {name} says; readers see no difference until it is published.{aside}"
    )
    return HttpResponseRedirect(reverse(f"admin:careers_{taken.root._meta.model_name}_change", args=[taken.root.pk]))


def _refuse_stranger(request: HttpRequest, row: Incoming) -> None:
    """PermissionDenied for those who may not change, add or publish what the document is."""
    if row.kind == INSTRUMENT:
        needed = "change_catalogue"
    elif row.kind == GUIDE:
        needed = "change_career" if row.root.pk else "add_career"
    else:
        needed = "publish_career"
    if not request.user.has_perm(f"careers.{needed}"):
        raise PermissionDenied


def _shown(row: Incoming) -> dict[str, Any]:
    """What the document would change, in words, and what is sent back to have it so."""
    groups, lines = [], []
    if row.before is not None and row.is_tool:
        lines = differences(row.before, row.document)
    elif row.before is not None:
        groups = told_of(row.root, row.before, row.document)
    return {
        "incoming": row,
        "called": words.plain(row.kind) if row.kind != GUIDE else row.document["title"],
        "groups": groups,
        "lines": lines,
        "count": telling.count(groups) + len(lines),
        "is_same": row.before == row.document,
        "document": json.dumps(row.document, ensure_ascii=False),
    }


def _page(request: HttpRequest, site: "Desk", form: DocumentForm, **context: Any) -> HttpResponse:
    shared = {"title": "Import a document", "form": form, "largest": LARGEST}
    status = 422 if form.errors or context.get("problems") else 200
    return TemplateResponse(request, "admin/import.html", site.each_context(request) | shared | context, status=status)


PAGES = (Page("import/", "import", "careers.change_career", take_in),)
