"""The public guides."""

from django.urls import path, register_converter

from careers.slugs import EditionNumber
from careers.views import data, documents, editions, feed, guide, index, toolkit, typeset
from careers.views.compare import compare
from careers.views.moved import all_led_on

app_name = "careers"
register_converter(EditionNumber, "edition")

guides = [
    path("", index.index, name="list"),
    path("compare/", compare, name="compare"),
    path("<slug:slug>/", guide.detail, name="detail"),
    path("<slug:slug>/editions/", editions.listing, name="editions"),
    path("<slug:slug>/editions/<edition:number>/", editions.edition, name="edition"),
    path("<slug:slug>/changes/", editions.changed, name="changes"),
    path("<slug:slug>/toolkit/", toolkit.toolkit, name="toolkit"),
    path("<slug:slug>/toolkit/<slug:kind>/", toolkit.kind, name="toolkit-kind"),
    path("<slug:slug>/toolkit/<slug:kind>/<slug:entry>.<slug:suffix>", toolkit.download, name="toolkit-download"),
    path("<slug:slug>.pdf", typeset.pdf, name="pdf"),
    path("<slug:slug>.png", typeset.picture, name="picture"),
    # for programs: the guides as data
    path("guide.schema.json", documents.guide_schema, name="schema"),
    path("editions.atom", feed.editions, name="feed"),
    path("<slug:slug>.json", documents.document, name="document"),
    path("<slug:slug>/data/<slug:chart>.csv", data.chart, name="data"),
]

urlpatterns = all_led_on(guides)
