"""A plan's rows as the pages about it take them."""

from assessments.presentation.saved_plans import saved as saved
