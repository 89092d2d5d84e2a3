"""Adds the published documents of a career's toolkit, and lets the database refuse to change one."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

TABLE = "careers_toolkitedition"
POSTGRESQL = f"""
CREATE TRIGGER {TABLE}_stays BEFORE UPDATE ON {TABLE} FOR EACH ROW
WHEN ((OLD.number, OLD.document, OLD.career_id, OLD.kind)
      IS DISTINCT FROM (NEW.number, NEW.document, NEW.career_id, NEW.kind))
EXECUTE FUNCTION careers_published_stays()
"""
SQLITE = f"""
CREATE TRIGGER {TABLE}_stays BEFORE UPDATE ON {TABLE} FOR EACH ROW
WHEN (OLD.number, OLD.document, OLD.career_id, OLD.kind) IS NOT (NEW.number, NEW.document, NEW.career_id, NEW.kind)
BEGIN SELECT RAISE(ABORT, 'a published document never changes'); END
"""


def protect(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    schema_editor.execute(POSTGRESQL if is_postgresql else SQLITE, params=None)


def release(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    schema_editor.execute(f"DROP TRIGGER {TABLE}_stays" + (f" ON {TABLE}" if is_postgresql else ""), params=None)


class Migration(migrations.Migration):

    dependencies = [
        ("careers", "0004_publication_token"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ToolkitEdition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("document", models.JSONField()),
                (
                    "token",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        help_text="Tells this publication from every other, also after a restore.",
                    ),
                ),
                ("live_from", models.DateTimeField()),
                ("kind", models.SlugField(max_length=40)),
                (
                    "career",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="toolkit", to="careers.career"
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-number",),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("career", "kind", "number"), name="toolkit_edition_number_once_per_career_and_kind"
                    )
                ],
            },
        ),
        migrations.RunPython(protect, release),
    ]
