"""What every model admin of the content is made of."""

from careers.admin.again import Again
from careers.admin.editing import Editing
from careers.admin.recorded import Recorded
from careers.admin.saving import Saving
from careers.admin.texts import Texts
from careers.admin.typed import ModelAdmin


class DeskAdmin(Again, Texts, Saving, Editing, Recorded, ModelAdmin):
    """A model admin for rows of the content."""
