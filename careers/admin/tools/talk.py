"""What is said about rows of a guide or of the instrument: the comments on each, and a form to say more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin as desk
from django.contrib.admin.utils import flatten_fieldsets
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse

from careers.admin.rights import may
from careers.models import Career, Catalogue, Comment, Proficiency
from careers.models.desk.roots import Root, key_of, naming
from careers.services import comments
from careers.services.ordering import ORDERED

LONGEST = 2000
WRITERS = ("change", "review", "publish")
"""Who has one of these rights may comment, and resolve comments."""


class CommentForm(forms.Form):
    """What somebody says about one field of a row."""

    field = forms.ChoiceField(label="Comment on", error_messages={"invalid_choice": "Choose a field of this page"})
    text = forms.CharField(
        label="Comment",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=f"Plain text, {LONGEST:,} characters at most. What is typed in the form above is not saved with it",
        error_messages={"required": "Write the comment"},
    )

    def __init__(self, sent: Any = None, *, choices: Sequence[tuple[str, str]]) -> None:
        """Offer the fields of the row."""
        super().__init__(sent, auto_id="comment_%s")
        self.fields["field"].choices = choices  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment with what its field is called."""

    comment: Comment
    label: str


@dataclass(frozen=True, slots=True)
class Talk:
    """What is said about one row: with a form to say more where the person may."""

    title: str
    address: str
    name: str
    remarks: Sequence[Remark]
    form: CommentForm | None = None


def may_comment(request: HttpRequest, root: Root) -> bool:
    """Whether the person may comment on the root's rows."""
    return any(may(request.user, root, verb) for verb in WRITERS)


def new_form(request: HttpRequest, row: Model, sent: Any = None) -> CommentForm:
    """The form for one more comment on a field of the row, with what was sent."""
    return CommentForm(sent, choices=_fields(request, row))


def about(request: HttpRequest, root: Root, row: Model, form: CommentForm) -> Talk:
    """The open comments on one row, with the form for those who may comment."""
    said = list(comments.about(root=root, row=row))
    return Talk(
        _title(row), address(row), _name(row), _remarks(type(row), said), form if may_comment(request, root) else None
    )


def by_row(root: Root, found: Sequence[Comment]) -> Iterator[Talk]:
    """Comments by row, in the order of the page of the guide or of the instrument; those of rows that are gone last."""
    said: dict[tuple[str, str], list[Comment]] = {}
    for comment in found:
        said.setdefault((comment.model, comment.key), []).append(comment)
    for row in rows(root, set(said)):
        remarks = said.pop((row._meta.model_name or "", key_of(row)))
        yield Talk(_title(row), address(row), _name(row), _remarks(type(row), remarks))
    for (model, key), remarks in said.items():
        yield Talk(f"{model.capitalize()} “{key}”, which is gone", "", "", _remarks(None, remarks))


def rows(root: Root, wanted: set[tuple[str, str]]) -> Iterator[Model]:
    """The root's rows with these models and keys: one query for each model."""
    if (root._meta.model_name or "", "") in wanted:
        yield root
    for model in (*ORDERED[type(root)], *((Proficiency,) if isinstance(root, Catalogue) else ())):
        keys = {key for name, key in wanted if name == model._meta.model_name}
        found = model._default_manager.filter(**naming(root)).order_by("position", "pk") if keys else ()
        yield from (row for row in found if key_of(row) in keys)


def row_named(root: Root, name: str) -> Model | None:
    """The row that a form names by model and key."""
    model, _, key = name.partition("/")
    return next(rows(root, {(model, key)}), None)


def address(row: Model) -> str:
    """Where the row is edited."""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def _remarks(model: type[Model] | None, said: Sequence[Comment]) -> tuple[Remark, ...]:
    return tuple(Remark(comment, _label(model, comment.field)) for comment in said)


def _fields(request: HttpRequest, row: Model) -> list[tuple[str, str]]:
    """The fields of the row's form and the lists below them, with their labels."""
    admin: Any = desk.site.get_model_admin(type(row))
    fixed = {"position", *admin.get_readonly_fields(request, row)}
    names = [name for name in flatten_fieldsets(admin.get_fieldsets(request, row)) if name not in fixed]
    fields = [(name, _label(type(row), name)) for name in names]
    below = [inline.model._meta for inline in admin.get_inlines(request, row)]
    return fields + [(meta.model_name, str(meta.verbose_name_plural).capitalize()) for meta in below]


def _label(model: type[Model] | None, field: str) -> str:
    try:
        label = str(getattr(model._meta.get_field(field), "verbose_name", field)) if model else field
    except FieldDoesNotExist:
        label = field
    return label[:1].upper() + label[1:]


def _title(row: Model) -> str:
    if isinstance(row, Root):
        return "The top of the guide" if isinstance(row, Career) else "The top of the instrument"
    return f"{str(row._meta.verbose_name).capitalize()} “{str(row)[:80]}”"


def _name(row: Model) -> str:
    return f"{row._meta.model_name}/{key_of(row)}"
