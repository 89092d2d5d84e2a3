"""Every address of the site, grouped by who owns the pages behind it."""

from django.contrib import admin
from django.urls import path

urlpatterns = [
    path("admin/", admin.site.urls),
]
