"""What users did that backs their ratings: entered once, used wherever it is needed."""

import uuid

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.urls import reverse

TITLE_MAX, TEXT_MAX, LINK_MAX, NAME_MAX = 120, 2000, 500, 120
MOST_SKILLS = 8
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    """Filters on evidence."""

    def for_user(self, user: User) -> "EvidenceQuerySet":
        """The user's own entries with their skills and what is known of their files, newest first, in two queries."""
        # What is in a file is only read to be handed out: five megabytes are no part of a list.
        return (
            self.filter(user=user)
            .select_related("file")
            .defer("file__content")
            .prefetch_related("skills")
            .order_by("-created_at", "pk")
        )


class Evidence(models.Model):
    """One thing that the user did; its id is made before it is saved, so that sending the form twice makes one.

    - key: hidden in the page it was sent from, so that the same page sent twice writes once
    - revision: counts the changes, so that another page notices that it shows an older text
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="evidence")
    title = models.CharField(max_length=TITLE_MAX)
    done_on = models.DateField(null=True, blank=True)
    what = models.TextField(max_length=TEXT_MAX, blank=True)
    outcome = models.TextField(max_length=TEXT_MAX, blank=True)
    link = models.CharField(max_length=LINK_MAX, blank=True)
    key = models.UUIDField(default=uuid.uuid4)
    revision = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "pk")
        verbose_name_plural = "evidence"

    def __str__(self) -> str:
        return f"Evidence {self.pk}"

    def get_absolute_url(self) -> str:
        """The page on which it is read and changed."""
        return reverse("assessments:evidence_entry", args=[self.pk])

    @property
    def backs(self) -> list[str]:
        """Keys of the skills that it backs, in order."""
        return sorted(row.skill for row in self.skills.all())

    @property
    def kept_file(self) -> "EvidenceFile | None":
        """Its file, or None."""
        return getattr(self, "file", None)


class EvidenceSkill(models.Model):
    """A skill that an entry backs, by the skill's key, so that it holds for every version of the instrument."""

    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="skills")
    skill = models.CharField(max_length=80)

    class Meta:
        ordering = ("skill",)
        constraints = (models.UniqueConstraint(fields=("evidence", "skill"), name="skill_once_per_evidence"),)

    def __str__(self) -> str:
        return self.skill


class EvidenceFile(models.Model):
    """The file of an entry, in the database: it is saved, backed up and erased together with its entry."""

    class Kind(models.TextChoices):
        """What a file is by its content, whatever its name says."""

        PDF = "pdf", "PDF"
        DOCX = "docx", "Word document"

    class Scan(models.TextChoices):
        """What the virus scanner said."""

        NOT_SCANNED = "not_scanned", "Not scanned for viruses"
        CLEAN = "clean", "Scanned, no virus found"
        HELD = "held", "Held back until the virus scanner has looked at it"
        FOUND = "found", "Removed, because the virus scanner found something in it"

    evidence = models.OneToOneField(Evidence, on_delete=models.CASCADE, related_name="file")
    name = models.CharField(max_length=NAME_MAX)
    kind = models.CharField(max_length=4, choices=Kind)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    scan = models.CharField(max_length=11, choices=Scan)
    uploaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"File of {self.evidence_id}"

    @property
    def content_type(self) -> str:
        """The type under which it is handed out, fixed by what it is."""
        return PDF if self.kind == self.Kind.PDF else DOCX

    @property
    def is_served(self) -> bool:
        """Whether its owner can have it: never what waits for the scanner, or what it removed."""
        return self.scan in {self.Scan.NOT_SCANNED, self.Scan.CLEAN}
