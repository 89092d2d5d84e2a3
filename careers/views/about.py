"""What there is to know about this site."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@login_not_required
@require_safe
def research(request: HttpRequest) -> HttpResponse:
    """How figures are found and judged."""
    return render(request, "pages/research.html")


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """What works for whom, and what was not checked."""
    return render(request, "pages/accessibility.html")


@login_not_required
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept and who sees it."""
    return render(request, "pages/privacy.html")


@login_not_required
@require_safe
def contact(request: HttpRequest) -> HttpResponse:
    """Where to write."""
    return render(request, "pages/contact.html")
