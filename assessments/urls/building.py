"""Pages on which a plan is made or its limits are changed."""

from django.urls import path

from assessments.views.builder import adding, steps, waiting

urlpatterns = [
    path("plans/new/", steps.new, name="plan_new"),
    path("plans/add/", adding.add, name="plan_add"),
    path("plans/<uuid:plan_id>/revise/", steps.revise, name="plan_revise"),
    path("plans/calculations/<uuid:calculation_id>/", waiting.calculation, name="calculation"),
    path("plans/calculations/<uuid:calculation_id>/changes/", waiting.changes, name="calculation_changes"),
]
