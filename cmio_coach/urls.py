"""Every address of the site, grouped by who owns the pages behind it."""

from django.contrib import admin
from django.urls import include, path, register_converter

from assessments.views import factors, personas, statistics
from assessments.views.about import instrument
from assessments.views.guide import guide
from assessments.views.home import home
from careers.slugs import GuideSlug
from careers.views import about, found, preview
from careers.views.moved import led_on
from cmio_coach import health

register_converter(GuideSlug, "guide")

urlpatterns = [
    path("", home, name="home"),
    # public pages: the guide and what there is to know about this site
    # ahead of `careers:detail`, which has the same address: for those who are signed in it holds more
    path("careers/<guide:slug>/", led_on(guide), name="guide"),
    path("careers/", include("careers.urls")),
    path("about/research/", about.research, name="about-research"),
    path("about/instrument/", instrument, name="instrument"),
    path("about/accessibility/", about.accessibility, name="accessibility"),
    path("about/privacy/", about.privacy, name="privacy"),
    path("about/contact/", about.contact, name="contact"),
    # a draft, for whoever was given the link
    path("previews/<str:token>/", preview.shared, name="preview"),
    # what crawlers and those who found a hole ask for
    path("sitemap.xml", found.sitemap, name="sitemap"),
    path("robots.txt", found.robots, name="robots"),
    path(".well-known/security.txt", found.security, name="security"),
    # pages that belong to one user
    # ahead of allauth's own: these lead back to the page that asked for a second factor
    path("accounts/2fa/totp/activate/", factors.App.as_view(), name="mfa_activate_totp"),
    path("accounts/2fa/webauthn/add/", factors.Passkey.as_view(), name="mfa_add_webauthn"),
    path("accounts/2fa/webauthn/", factors.passkeys, name="mfa_list_webauthn"),
    path("accounts/2fa/recovery-codes/", factors.codes, name="mfa_view_recovery_codes"),
    path("accounts/2fa/recovery-codes/download/", factors.codes_file, name="mfa_download_recovery_codes"),
    path("accounts/", include("allauth.urls")),
    path("", include("assessments.urls")),
    # for those who run and edit the site
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    # ahead of the desk's own pages: what users answered, counted, which the content's own pages know nothing of
    path("admin/statistics/", statistics.page, name="statistics"),
    path("admin/statistics/<int:version_id>/", statistics.page, name="statistics-of"),
    path("admin/statistics/<int:version_id>/<slug:name>.csv", statistics.as_csv, name="statistics-csv"),
    path("admin/instrument/personas/", personas.page, name="personas"),
    path("admin/", admin.site.urls),
]
