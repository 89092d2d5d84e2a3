"""What every response carries and every request must be, whatever the view."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control
from django_htmx.http import HttpResponseClientRedirect

Handler = Callable[[HttpRequest], HttpResponse]

BROWSER_POLICIES = {
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}
SEARCHED = {("/careers/", "q")}
"""Paths and names of what is searched for: words are made of it before any database sees it."""

DESK = "/admin/"
LARGEST_FORM = 2 * 1024 * 1024
"""Bytes of a form anywhere but on the editors' desk."""

IMPOSSIBLE = "The address or a cookie holds a character that no page here uses.\n"


def browser_policies(get_response: Handler) -> Handler:
    """Add the isolation headers that Django has no setting for."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in BROWSER_POLICIES.items():
            response.headers.setdefault(name, value)
        return response

    return handle


def no_body_for_head(get_response: Handler) -> Handler:
    """Leave the body of an answer to HEAD away, as servers want it, and keep its headers."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method == "HEAD" and not response.streaming:
            response.headers.setdefault("Content-Length", str(len(response.content)))
            response.content = b""
        return response

    return handle


def forms_of_one_size(get_response: Handler) -> Handler:
    """Refuse a form larger than any of ours; on the editors' desk, and beside files, what reads it does that."""

    def handle(request: HttpRequest) -> HttpResponse:
        is_other = request.path.startswith(DESK) or request.content_type == "multipart/form-data"
        if not is_other and _length(request) > LARGEST_FORM:
            raise RequestDataTooBig
        return get_response(request)

    return handle


def _length(request: HttpRequest) -> int:
    given = request.META.get("CONTENT_LENGTH") or ""
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 20 else 0


def forms_in_utf_8(get_response: Handler) -> Handler:
    """Read every form as browsers send it, whatever its header says: Django refuses others, and ends in an error.

    Its page for what it refuses checks the form's token, for which the form would have to be read.
    """

    def handle(request: HttpRequest) -> HttpResponse:
        request.encoding = "utf-8"
        return get_response(request)

    return handle


def refuse_impossible_text(get_response: Handler) -> Handler:
    """Answer 400 to a NUL in the address or a cookie: PostgreSQL cannot store it and would answer with an error."""

    def handle(request: HttpRequest) -> HttpResponse:
        given = [texts for name, texts in request.GET.lists() if (request.path, name) not in SEARCHED]
        in_query = (text for texts in given for text in texts)
        if any("\0" in text for text in (request.path, *request.COOKIES.values(), *in_query)):
            return HttpResponseBadRequest(IMPOSSIBLE, content_type="text/plain; charset=utf-8")
        return get_response(request)

    return handle


def private_pages(get_response: Handler) -> Handler:
    """Keep what one person sees out of every cache: whoever is signed in, or has begun something in this browser."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        # A page that never looked at the session holds nothing personal: it stays cacheable and costs no query.
        if request.session.accessed and not request.session.is_empty():
            patch_cache_control(response, private=True, no_store=True)
        return response

    return handle


class AskToSignIn(LoginRequiredMiddleware):
    """Sends strangers to sign in; what a page sent by htmx takes the whole page there, and back to itself."""

    def process_view(self, request: Any, view_func: Any, view_args: Any, view_kwargs: Any) -> HttpResponseBase | None:
        """Nothing for pages that are the same for everyone: to ask who it is would make them differ by cookie."""
        if getattr(view_func, "same_for_everyone", False):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)

    def handle_no_permission(self, request: Any, view_func: Any) -> HttpResponse:  # type: ignore[override]
        """The way to the sign-in page; inside the page that asked, it would stand in the place of one answer."""
        asked = super().handle_no_permission(request, view_func)
        if not request.htmx:
            return asked
        page = request.htmx.current_url_abs_path
        return HttpResponseClientRedirect(
            redirect_to_login(page, self.get_login_url(view_func)).url if page else asked.url
        )
