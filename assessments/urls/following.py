"""Pages on which a plan is followed."""

from django.urls import path

from assessments.views import plans, steps

urlpatterns = [
    path("plans/", plans.index, name="plans"),
    path("plans/<uuid:plan_id>/", plans.plan, name="plan"),
    path("plans/<uuid:plan_id>/progress/", plans.progress, name="plan_progress"),
    path("plans/<uuid:plan_id>/undo/", plans.undo, name="plan_undo"),
    path("plans/<uuid:plan_id>/steps/<slug:action>/", steps.step, name="plan_step"),
]
