"""The builder of plans: a form for each step in which something is asked."""

from assessments.forms.builder.actions import ActionsForm
from assessments.forms.builder.dates import DatesForm
from assessments.forms.builder.means import MeansForm

__all__ = ["ActionsForm", "DatesForm", "MeansForm"]
