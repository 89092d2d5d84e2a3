"""The site as it must never be: pages open to all that nobody listed, that write when read, lead nowhere, or break."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from assessments.models import Attempt
from cmio_coach import urls as site


@csrf_exempt
@login_not_required
def unlisted(request: HttpRequest, slug: str = "") -> HttpResponse:
    """Shows to everybody what belongs to one, and takes a form without its token."""
    return HttpResponse(f"{slug}{list(Attempt.objects.all())}")


@login_not_required
def counting(request: HttpRequest) -> HttpResponse:
    """Keeps a trace of being read."""
    User.objects.update(first_name="seen")
    return HttpResponse("counted")


@login_not_required
def dead_end(request: HttpRequest) -> HttpResponse:
    """Links to a page that is not there, and to one that is."""
    return HttpResponse("<a href='/nowhere/'>on</a> <a href='/careers/'>back</a>")


@login_not_required
def fragile(request: HttpRequest) -> HttpResponse:
    """Takes whatever is asked for as a number."""
    return HttpResponse(int(request.GET.get("q", "0")))


urlpatterns = [
    *site.urlpatterns,
    path("leaks/", unlisted, name="unlisted"),
    path("leaks/<slug:slug>/", unlisted, name="unlisted_too"),
    path("counting/", counting, name="counting"),
    path("dead-end/", dead_end, name="dead_end"),
    path("fragile/", fragile, name="fragile"),
]
