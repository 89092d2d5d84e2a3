"""Forms of the desk's pages as a browser sends them: filled in as they stand, with some answers changed."""

from typing import Any

from django.test import Client

from tests import markup
from tests.markup import Answer, Element


def page(client: Client, path: str) -> Element:
    """The page at that path."""
    response = client.get(path)
    assert response.status_code == 200, (path, response.status_code)
    return markup.read(response)


def buttons(tree: Element) -> list[str]:
    """What can be pressed on the page itself."""
    return [button.text for main in tree.all(id="content-main") for button in main.all("button")]


def filled(tree: Element, button: str) -> tuple[str, dict[str, list[str]]]:
    """Where the form with that button goes, and what it would send; the address is empty for the page itself."""
    (form,) = (form for form in tree.all("form") if button in [found.text for found in form.all("button")])
    return form["action"], markup.typed(tree, form)


def press(client: Client, path: str, button: str, **changes: Any) -> Answer:
    """Open the page, change some answers, press the button, and follow to where that leads."""
    action, entries = filled(page(client, path), button)
    response: Answer = client.post(action or path, entries | changes, follow=True)
    return response


def said(answer: Answer) -> list[str]:
    """What the page says of what was just done: its messages, or why nothing was."""
    tree = markup.read(answer)
    told = [line for messages in tree.all("ul", class_="messagelist") for line in messages.all("li")]
    refused = [*tree.all(class_="errornote", role="alert"), *tree.all("ul", class_="errorlist")]
    return [line.text for line in (*told, *refused)]
