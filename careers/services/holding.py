"""Locks on guides and on the catalogue: whoever writes to one holds it first; to several, all in one order."""

from typing import TypeVar, cast

from careers.models import Career, Catalogue

Held = TypeVar("Held", bound=Career | Catalogue)


def hold(root: Held) -> Held:
    """Let nobody else write to the guide or the catalogue until the transaction ends; how it stands now."""
    return cast(Held, type(root)._default_manager.select_for_update().get(pk=root.pk))


def hold_all() -> None:
    """Let nobody else write to any guide or catalogue: two who need several would wait for each other otherwise."""
    for model in (Career, Catalogue):
        list(model._default_manager.select_for_update().order_by("pk").values_list("pk"))
