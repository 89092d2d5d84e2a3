"""Two addresses for whoever runs the site: is the process alive, and can it do its work."""

from django.contrib.auth.decorators import login_not_required
from django.db import connections
from django.db.utils import Error
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe


@login_not_required
@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """200 while the process answers."""
    return HttpResponse("alive\n", content_type="text/plain; charset=utf-8")


@login_not_required
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """200 where a fresh connection to the database answers, else 503."""
    connection = connections.create_connection("default")
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return HttpResponse("not ready\n", status=503, content_type="text/plain; charset=utf-8")
    finally:
        connection.close()
    return HttpResponse("ready\n", content_type="text/plain; charset=utf-8")
