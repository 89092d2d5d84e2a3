"""The form of a guide: its address is one that no other guide has, or had before it moved."""

from django.core.exceptions import ValidationError

from careers.admin.references import ReferenceForm
from careers.services import addresses


class GuideForm(ReferenceForm):
    """What stands at the top of a guide."""

    def clean_slug(self) -> str:
        """Refuse an address that leads elsewhere."""
        slug: str = self.cleaned_data["slug"]
        if slug != self.initial.get("slug") and (words := addresses.refusal(slug, self.instance)):
            raise ValidationError(words)
        return slug
