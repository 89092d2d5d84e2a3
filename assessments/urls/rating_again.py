"""Pages on which a skill is rated again after an action."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
