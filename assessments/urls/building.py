"""Pages on which a plan is made or its limits are changed."""

from django.urls import path

from assessments.views import plans

urlpatterns = [
    path("plans/new/", plans.new, name="plan_new"),
]
