"""Pages on which a skill is rated again after an action."""

from django.urls import path

from assessments.views import rating_again

urlpatterns = [
    path("plans/<uuid:plan_id>/skills/<slug:skill>/", rating_again.skill, name="rate_again"),
]
