"""Pages of mentors and of the digest by mail, and what the owner sets for them."""

from django.urls import path

from assessments.views import digests, notes, sharing

urlpatterns = [
    path("plans/<uuid:plan_id>/share/", sharing.share, name="plan_share"),
    path("plans/<uuid:plan_id>/notes/", notes.notes, name="plan_notes"),
    path("plans/<uuid:plan_id>/notes/<uuid:note_id>/delete/", notes.delete, name="plan_note_delete"),
    # The address in each digest: whoever has it may stop it, without an account and without a cookie.
    path("digest/stop/<str:token>/", digests.stop, name="digest_stop"),
]
