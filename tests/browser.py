"""A person without JavaScript: opens addresses of a running site, fills in forms as they are drawn, sends them."""

from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, Request, build_opener

from tests import markup
from tests.markup import Element

Answers = dict[str, str | list[str]]


class Page:
    """What came back: the status, where redirects ended, and the page as a tree."""

    def __init__(self, status: int, url: str, text: str) -> None:
        self.status, self.url, self.tree = status, url, markup.read(text)

    @property
    def path(self) -> str:
        """The address without the host."""
        return "/" + self.url.split("/", 3)[3]

    @property
    def text(self) -> str:
        """What is read on the page."""
        return self.tree.text

    @property
    def heading(self) -> str:
        """The page's first heading."""
        return self.tree.all("h1")[0].text

    def form(self, holds: str) -> Element:
        """The form with a control of that name."""
        return next(form for form in self.tree.all("form") if any(control["name"] == holds for control in form.walk()))


class Browser:
    """Keeps cookies, follows redirects, and shows error pages like any other."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()))

    def open(self, path: str) -> Page:
        """Follow a link."""
        return self._ask(Request(urljoin(self.site, path)))

    def send(self, page: Page, holds: str, answers: Answers | None = None) -> Page:
        """Fill in the form that has a control of that name and send it; what is not answered goes as it was drawn."""
        return self.submit(page, page.form(holds), answers)

    def submit(self, page: Page, form: Element, answers: Answers | None = None) -> Page:
        """The same for a form that was picked from the page."""
        filled: Answers = {**markup.typed(form), **(answers or {})}
        assert form["method"] == "post", f"the form is sent by {form['method'] or 'get'}"
        action = urljoin(page.url, form["action"] or page.url)
        return self._ask(Request(action, urlencode(filled, doseq=True).encode(), {"Referer": page.url}))

    def _ask(self, request: Request) -> Page:
        try:
            answer = self.opener.open(request, timeout=60)
        except HTTPError as error:
            answer = error
        with answer:
            return Page(answer.status, answer.url, answer.read().decode())
