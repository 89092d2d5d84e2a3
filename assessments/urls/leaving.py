"""Addresses at which a plan leaves the site: calendar, paper, tables and data."""

from django.urls import path

from assessments.views import feeds, leaving

urlpatterns = [
    path("plans/<uuid:plan_id>.ics", leaving.as_ics, name="plan_ics"),
    path("plans/<uuid:plan_id>.pdf", leaving.as_pdf, name="plan_pdf"),
    path("plans/<uuid:plan_id>.csv", leaving.as_csv, name="plan_csv"),
    path("plans/<uuid:plan_id>.json", leaving.as_json, name="plan_json"),
    path("plans/<uuid:plan_id>/calendar/", feeds.page, name="plan_calendar"),
    # A calendar program has no account: who has the address may read, and nothing else.
    path("calendar/<str:token>.ics", feeds.feed, name="calendar_feed"),
]
