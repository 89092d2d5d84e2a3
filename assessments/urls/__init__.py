"""Pages that belong to one user: profile, assessments, plans."""

from django.urls import path

from assessments.urls import building, following, leaving, rating_again, replanning, sharing
from assessments.views import (
    attempts,
    digests,
    evidence,
    gaps,
    profile,
    questions,
    results,
    second,
    shared,
    shared_plans,
)

app_name = "assessments"

profile_urls = [
    path("profile/", profile.overview, name="profile"),
    path("profile/digest/", digests.choice, name="digest"),
    path("profile/<slug:part>/", profile.part, name="profile_part"),
]
attempt_urls = [
    path("assessments/", attempts.index, name="attempts"),
    path("assessments/<uuid:attempt_id>/", attempts.overview, name="attempt"),
    path("assessments/<uuid:attempt_id>/check/", attempts.check, name="check"),
    path("assessments/<uuid:attempt_id>/result/", results.result, name="result"),
    path("assessments/<uuid:attempt_id>/result/working/", results.working, name="working"),
    path("assessments/<uuid:attempt_id>/result.pdf", results.as_pdf, name="result_pdf"),
    path("assessments/<uuid:attempt_id>/result.json", results.as_json, name="result_json"),
    path("assessments/<uuid:attempt_id>/gaps/<slug:skill>/", gaps.gap, name="gap"),
    path("assessments/<uuid:attempt_id>/mentor/", second.mentor, name="mentor"),
    path("assessments/<uuid:attempt_id>/scenarios/<slug:item>/", questions.scenario, name="scenario"),
    path("assessments/<uuid:attempt_id>/<slug:skill>/", questions.skill, name="question"),
]
evidence_urls = [
    path("evidence/", evidence.index, name="evidence"),
    path("evidence/new/", evidence.new, name="evidence_new"),
    path("evidence/<uuid:evidence_id>/", evidence.entry, name="evidence_entry"),
    path("evidence/<uuid:evidence_id>/file/", evidence.file, name="evidence_file"),
    path("evidence/<uuid:evidence_id>/delete/", evidence.delete, name="evidence_delete"),
]
# Pages of a guest, without an account: who has the address may rate, or read what is shared of a plan, and no more.
shared_urls = [
    path("shared/<str:token>/", shared_plans.first, name="shared"),
    path("shared/<str:token>/<slug:skill>/", shared.skill, name="shared_skill"),
]
plan_urls = [
    *building.urlpatterns,
    *following.urlpatterns,
    *replanning.urlpatterns,
    *rating_again.urlpatterns,
    *leaving.urlpatterns,
    *sharing.urlpatterns,
]
urlpatterns = [*profile_urls, *attempt_urls, *plan_urls, *evidence_urls, *shared_urls]
