"""Pages on which a plan is planned again, compared with itself and put back."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
