"""The public guides."""

from django.urls import path

from careers.views import guide, index

app_name = "careers"

urlpatterns = [
    path("", index.index, name="list"),
    path("<slug:slug>/", guide.detail, name="detail"),
]
