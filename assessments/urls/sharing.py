"""Pages of mentors and of the digest by mail, and what the owner sets for them."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
