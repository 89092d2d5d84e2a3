"""What every HTML page has to keep to: nothing inline, nothing from elsewhere, every id, label and link in order."""

from collections import Counter
from collections.abc import Callable, Iterator

from tests.markup import Element

HEADER = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "manifest-src 'self'",
}
"""The directives of the Content-Security-Policy: no nonce, no `unsafe-`, no `data:`."""

SANDBOX = {"sandbox", "default-src 'none'"}
"""The directives for files of users, which are never shown as a page."""

FRAMED = HEADER - {"frame-ancestors 'none'"} | {"frame-ancestors 'self'"}
"""The directives for pages that stand in a frame on the desk."""

FRAMING = HEADER | {"frame-src 'self'"}
"""The directives for pages that have a frame."""

DATA_BLOCK = "application/ld+json"
DATA_BLOCKS = {DATA_BLOCK, "application/json"}
"""A script of such a type is data: browsers never run it, so the policy has nothing to say about it."""

LOADING = {"src", "srcset", "poster", "data", "action", "formaction"}
POINTING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "list", "form")
REQUESTING = ("hx-get", "hx-post", "hx-put", "hx-patch", "hx-delete")
UNSEEN = {"hidden", "submit", "button", "reset", "image"}
Rule = Callable[[Element], Iterator[str]]


def directives(path: str, page: Element | None) -> set[str]:
    """What the answer at that path has to be bound to."""
    if path.endswith("/file/"):
        return SANDBOX
    if path.startswith("/admin/") and path.endswith("/preview/page/") and page:
        return FRAMED
    return FRAMING if page and page.all("iframe") else HEADER


def faults(page: Element) -> list[str]:
    """Everything on a page that breaks a rule."""
    return [f"{rule.__name__}: {fault}" for rule in RULES for fault in rule(page)]


def nothing_inline(page: Element) -> Iterator[str]:
    """No script or style in the page itself; where the policy is kept, they would not run."""
    for element in page.walk():
        is_script = element.tag == "script" and element["type"] not in DATA_BLOCKS
        if element.tag == "style" or (is_script and "src" not in element):
            yield f"<{element.tag}>"
        yield from (name for name in element.attributes if name == "style" or name.startswith(("on", "hx-on")))
        yield from (value for value in element.attributes.values() if _plain(value).startswith(("javascript:", "js:")))


def nothing_from_elsewhere(page: Element) -> Iterator[str]:
    """No picture, script, style or form leads to another site."""
    for element in page.walk():
        is_followed = element.tag in {"a", "area"} or element["rel"] in {"canonical", "alternate"}
        links = set() if is_followed else {"href", "xlink:href"}
        for name in (LOADING | links) & element.attributes.keys():
            if "//" in element[name][:9] or _plain(element[name]).startswith("data:"):
                yield element[name]


def ids_are_given_once(page: Element) -> Iterator[str]:
    """Labels, errors and links find one element and no other."""
    counts = Counter(element["id"] for element in page.walk() if "id" in element)
    yield from (repr(id) for id, number in counts.items() if number > 1 or not id.strip() or " " in id)


def pointers_arrive(page: Element) -> Iterator[str]:
    """What a label, a description or a link inside the page points at is there."""
    ids = {element["id"] for element in page.walk() if "id" in element}
    for element in page.walk():
        pointed = [id for name in POINTING for id in element[name].split()]
        if element["href"].startswith("#") and element.tag == "a" and element["href"] != "#":
            pointed.append(element["href"][1:])
        yield from (f"<{element.tag}> to {id!r}" for id in pointed if id not in ids)


def controls_have_names(page: Element) -> Iterator[str]:
    """Whoever cannot see a field, button or link hears what it is."""
    labels = {label["for"] for label in page.all("label") if label.text}
    for control in page.walk():
        is_field = control.tag in {"input", "select", "textarea"} and control["type"] not in UNSEEN
        has_label = is_field and (control["id"] in labels or _in_label(control))
        if (is_field or control.tag in {"button", "a"}) and not has_label and not _named(control):
            yield f"<{control.tag} {control['name'] or control['href']}>"


def htmx_only_saves_a_round_trip(page: Element) -> Iterator[str]:
    """What asks with htmx is a form that can be sent, or a link that can be followed, without it."""
    for element in page.walk():
        asked = [element[name] for name in REQUESTING if name in element]
        plain = element["action"] if element.tag == "form" else element["href"]
        if asked and asked != [plain]:
            yield f"<{element.tag}> asks for {asked}, plainly for {plain!r}"


def one_heading_and_one_main_part(page: Element) -> Iterator[str]:
    """A whole page has a language, a title, one main heading and one main part; a fragment has none of them."""
    if page.all("html") == page.all("h1") == []:
        return
    for tag in ("html", "title", "h1", "main"):
        if len(page.all(tag)) != 1:
            yield f"{len(page.all(tag))} <{tag}>"
    yield from ("no language" for html in page.all("html") if not html["lang"])


def pictures_are_hidden_or_named(page: Element) -> Iterator[str]:
    """A drawing is either decoration or has a name, and an image has its text."""
    for picture in page.all("svg"):
        draws = {inside.tag for inside in picture.walk() if not inside.around("symbol")} - {"defs", "symbol"}
        if draws and not picture.around("svg") and picture["aria-hidden"] != "true" and not picture["aria-label"]:
            yield f"<svg {picture['class']}>"
    yield from (f"<img {image['src']}>" for image in page.all("img") if "alt" not in image)


RULES: tuple[Rule, ...] = (
    nothing_inline,
    nothing_from_elsewhere,
    ids_are_given_once,
    pointers_arrive,
    controls_have_names,
    htmx_only_saves_a_round_trip,
    one_heading_and_one_main_part,
    pictures_are_hidden_or_named,
)


def _plain(value: str) -> str:
    return "".join(value.split()).casefold()


def _in_label(control: Element) -> bool:
    above = control.parent
    while above is not None and above.tag != "label":
        above = above.parent
    return above is not None and bool(above.text)


def _named(control: Element) -> bool:
    pictures = (picture["aria-label"] for picture in control.all("svg"))
    return any((control["aria-label"], control["aria-labelledby"], control["title"], control.text, *pictures))
