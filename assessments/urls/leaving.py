"""Addresses at which a plan leaves the site: calendar, paper, tables and data."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
