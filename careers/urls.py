"""The public guides."""

from django.urls import path

from careers.views import data, documents, feed, guide, index
from careers.views.compare import compare

app_name = "careers"

urlpatterns = [
    path("", index.index, name="list"),
    path("compare/", compare, name="compare"),
    path("<slug:slug>/", guide.detail, name="detail"),
    # for programs: the guides as data
    path("guide.schema.json", documents.guide_schema, name="schema"),
    path("editions.atom", feed.editions, name="feed"),
    path("<slug:slug>.json", documents.document, name="document"),
    path("<slug:slug>/data/<slug:chart>.csv", data.chart, name="data"),
]
