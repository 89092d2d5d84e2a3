"""Pages on which a plan is planned again, compared with itself and put back."""

from django.urls import path

from assessments.views import replanning, revisions

urlpatterns = [
    path("plans/<uuid:plan_id>/replan/", replanning.replan, name="plan_replan"),
    path("plans/<uuid:plan_id>/proposals/<uuid:calculation_id>/", replanning.proposal, name="plan_proposal"),
    path("plans/<uuid:plan_id>/revisions/", revisions.index, name="plan_revisions"),
]
