"""Who may do what on the desk: every model, tool and page with every role, held against a table written by hand."""

from collections.abc import Iterable, Iterator

import pytest
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from careers.admin.pages import PAGES
from careers.admin.tools import TOOLS
from tests.careers.admin.conftest import at_the_desk, editor
from tests.careers.admin.desk import CONTENT, address
from tests.content import career, the_catalogue
from tests.tables import changed, fingerprints

# Rights are rows like others: each outcome is the same on every database.
pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AUTHOR, REVIEWER, PUBLISHER, NOBODY = "author", "reviewer", "publisher", "nobody"
ROLES = (AUTHOR, REVIEWER, PUBLISHER, NOBODY)
ALL, NONE = {AUTHOR, REVIEWER, PUBLISHER}, set[str]()

LOOKING = {"changelist": ALL, "history": ALL, "GET change": ALL}
CLOSED = {"add": NONE, "POST change": NONE, "delete": NONE}
WORKING = LOOKING | {"add": {AUTHOR}, "POST change": {AUTHOR}, "delete": {AUTHOR}}
KEPT = LOOKING | {"add": NONE, "POST change": {AUTHOR}, "delete": NONE}
"""Rows that come with documents and stay."""

MODELS = {
    **dict.fromkeys(("Career", "Section", "Figure", "Source"), WORKING),
    **dict.fromkeys(("Level", "Domain", "Skill", "Gate", "Action", "Condition", "Item"), WORKING),
    **dict.fromkeys(("Proficiency", "CatalogueSource"), WORKING),
    "Catalogue": KEPT,
    **dict.fromkeys(("Edition", "InstrumentVersion"), LOOKING | CLOSED),
}
TOOLS_FOR = {
    "publish": {PUBLISHER},
    "publish/cancel": {PUBLISHER},
    "review": ALL,
    "review/name": {AUTHOR},
    "review/ask": {AUTHOR},
    "review/approve": {REVIEWER},
    "review/return": {REVIEWER},
    "comments": ALL,
    "comments/resolve": ALL,
    "preview": ALL,
    "preview/page": ALL,
    "compare": ALL,
    "revert": {PUBLISHER},
    "order": {AUTHOR},
    "presence": ALL,
    "care": ALL,
    "POST care": {AUTHOR, PUBLISHER},
    "export": ALL,
    "move": {PUBLISHER},
}
PAGES_FOR = {
    "import": {AUTHOR},
    "markdown": ALL,
    "aging": ALL,
    "aging-csv": ALL,
    "accept-move": {AUTHOR},
    "references": ALL,
    "trail": ALL,
    "trail-csv": ALL,
    "trail-json": ALL,
}
Asked = tuple[str, str, str]
"""What is asked for, the method, and the address."""


@pytest.fixture(params=ROLES)
def role(request: pytest.FixtureRequest) -> str:
    """One of the roles, or none."""
    return str(request.param)


@pytest.fixture
def somebody(db: None, role: str) -> User:
    """A person on the desk with that role alone."""
    user = editor("somebody", *([] if role == NOBODY else [role]))
    if role == NOBODY:
        user.groups.clear()
    return user


@pytest.fixture
def browser(somebody: User) -> Client:
    """Their browser."""
    return at_the_desk(somebody)


def of_models() -> Iterator[tuple[Asked, set[str]]]:
    for model in CONTENT:
        row = model._default_manager.order_by("pk").first()
        assert row
        for page, roles in MODELS[model.__name__].items():
            for method in page.split()[:-1] or ("GET", "POST"):
                name = page.split()[-1]
                place: Model | type[Model] = model if name in {"changelist", "add"} else row
                yield (f"{model.__name__} {name}", method, address(name, place)), roles


def of_tools() -> Iterator[tuple[Asked, set[str]]]:
    for root in (career(), the_catalogue()):
        for tool in TOOLS:
            if isinstance(root, tool.of):
                path = address(tool.name.replace("/", "_"), root)
                yield (tool.name, "GET", path), TOOLS_FOR[tool.name]
                yield (tool.name, "POST", path), TOOLS_FOR.get(f"POST {tool.name}", TOOLS_FOR[tool.name])


def of_pages() -> Iterator[tuple[Asked, set[str]]]:
    for page in PAGES:
        path = reverse(f"admin:{page.name}")
        yield from (((page.name, method, path), PAGES_FOR[page.name]) for method in ("GET", "POST"))


def is_refused(client: Client, asked: Asked) -> bool:
    _, method, path = asked
    return client.generic(method, path).status_code == 403


def astray(client: Client, role: str, asked: Iterable[tuple[Asked, set[str]]]) -> list[Asked]:
    """Where the person gets in and should not, or is kept out and should get in."""
    return [what for what, roles in asked if is_refused(client, what) == (role in roles)]


def test_the_tables_name_every_model_tool_and_page() -> None:
    assert MODELS.keys() == {model.__name__ for model in CONTENT}
    assert {name.removeprefix("POST ") for name in TOOLS_FOR} == {tool.name for tool in TOOLS}
    assert PAGES_FOR.keys() == {page.name for page in PAGES}


def test_rows(browser: Client, role: str) -> None:
    assert astray(browser, role, of_models()) == []


def test_tools(browser: Client, role: str) -> None:
    assert astray(browser, role, of_tools()) == []


def test_pages(browser: Client, role: str) -> None:
    assert astray(browser, role, of_pages()) == []


def test_what_is_refused_changes_nothing(browser: Client, role: str) -> None:
    everything = [*of_models(), *of_tools(), *of_pages()]
    refused = [path for (_, method, path), roles in everything if method == "POST" and role not in roles]
    before = fingerprints()
    answers = {
        browser.post(path, {"post": "yes", "title": "Mine", "seen": "x", "do": "x"}).status_code for path in refused
    }
    assert (answers, changed(before)) == ({403}, [])
