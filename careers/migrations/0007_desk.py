"""Adds what the editors' desk remembers: drafts, comments, who is at work, what was done, and opened references."""

from datetime import UTC, datetime
from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

published = import_module("careers.migrations.0003_published_documents_stay")
tools = import_module("careers.migrations.0005_toolkit")


NEVER = datetime(9999, 12, 31, tzinfo=UTC)
"""When readers see what they never see, where a time has to be given."""

MODELS = ("Edition", "InstrumentVersion", "ToolkitEdition")


def take_never_away(apps, schema_editor):
    for model in MODELS:
        apps.get_model("careers", model).objects.filter(live_from=NEVER).update(live_from=None)


def give_never(apps, schema_editor):
    for model in MODELS:
        apps.get_model("careers", model).objects.filter(live_from=None).update(live_from=NEVER)


class Migration(migrations.Migration):
    dependencies = [
        ("careers", "0006_search"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LinkCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("url", models.URLField(max_length=600, unique=True)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("fine", "Fine"),
                            ("moved", "Moved"),
                            ("broken", "Broken"),
                            ("no reply", "Silent"),
                            ("refused", "answers people only"),
                            ("not fetched", "Barred"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "status",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="HTTP status, where there was one.", null=True
                    ),
                ),
                ("moved_to", models.URLField(blank=True, max_length=2000)),
                ("checked_at", models.DateTimeField()),
                ("since", models.DateTimeField(help_text="First check with this outcome.")),
            ],
        ),
        migrations.AlterModelOptions(
            name="career",
            options={
                "ordering": ("title",),
                "permissions": (
                    ("publish_career", "Can publish, schedule and revert guides"),
                    ("review_career", "Can approve guides and comment on them"),
                ),
            },
        ),
        migrations.AlterModelOptions(
            name="catalogue",
            options={
                "permissions": (
                    ("publish_catalogue", "Can publish, schedule and revert the catalogue"),
                    ("review_catalogue", "Can approve the catalogue and comment on it"),
                )
            },
        ),
        migrations.AddField(
            model_name="career",
            name="needs_approval",
            field=models.BooleanField(
                default=False,
                help_text="A draft is published only after somebody who did not write it has approved it.",
                verbose_name="a second person approves",
            ),
        ),
        migrations.AddField(
            model_name="career",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                help_text="Is reminded of reviews and of references to open.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="catalogue",
            name="needs_approval",
            field=models.BooleanField(
                default=False,
                help_text="A draft is published only after somebody who did not write it has approved it.",
                verbose_name="a second person approves",
            ),
        ),
        migrations.AddField(
            model_name="catalogue",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                help_text="Is reminded of reviews and of references to open.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="catalogue",
            name="review_by",
            field=models.DateField(blank=True, null=True, verbose_name="next review"),
        ),
        # SQLite rebuilds the tables and would lose their triggers.
        migrations.RunPython(tools.release, tools.protect),
        migrations.RunPython(published.release, published.protect),
        migrations.AlterField(
            model_name="edition",
            name="live_from",
            field=models.DateTimeField(
                blank=True, help_text="Empty where its schedule was cancelled: no reader ever saw it.", null=True
            ),
        ),
        migrations.AlterField(
            model_name="instrumentversion",
            name="live_from",
            field=models.DateTimeField(
                blank=True, help_text="Empty where its schedule was cancelled: no reader ever saw it.", null=True
            ),
        ),
        migrations.AlterField(
            model_name="toolkitedition",
            name="live_from",
            field=models.DateTimeField(
                blank=True, help_text="Empty where its schedule was cancelled: no reader ever saw it.", null=True
            ),
        ),
        migrations.RunPython(take_never_away, give_never),
        migrations.RunPython(published.protect, published.release),
        migrations.RunPython(tools.protect, tools.release),
        migrations.CreateModel(
            name="FormerSlug",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=80, unique=True)),
                ("moved_at", models.DateTimeField()),
                (
                    "career",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="former_slugs", to="careers.career"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "model",
                    models.CharField(
                        help_text="Of the row, such as section; career for what stands on top.", max_length=40
                    ),
                ),
                ("key", models.CharField(blank=True, help_text="The row's slug or key.", max_length=120)),
                ("field", models.CharField(help_text="Name of the field, such as body.", max_length=60)),
                ("text", models.TextField(max_length=2000)),
                ("at", models.DateTimeField()),
                ("resolved_at", models.DateTimeField(blank=True, null=True)),
                (
                    "resolved_with",
                    models.PositiveIntegerField(
                        blank=True, help_text="The number of the publication that resolved it.", null=True
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "career",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="careers.career",
                    ),
                ),
                (
                    "catalogue",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="careers.catalogue",
                    ),
                ),
                (
                    "resolved_by",
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
                "ordering": ("at", "pk"),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("career__isnull", True), ("catalogue__isnull", False)),
                            models.Q(("career__isnull", False), ("catalogue__isnull", True)),
                            _connector="OR",
                        ),
                        name="comment_of_one_root",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Deed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                (
                    "first_at",
                    models.DateTimeField(
                        help_text="Before `at` where several saves of one person were folded into one."
                    ),
                ),
                ("times", models.PositiveIntegerField(default=1, help_text="Saves that were folded into this one.")),
                (
                    "who",
                    models.CharField(
                        blank=True, help_text="How the person was called then; empty for a command.", max_length=254
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("added", "Added"),
                            ("edited", "Edited"),
                            ("deleted", "Deleted"),
                            ("reordered", "Ordered"),
                            ("renamed", "Renamed"),
                            ("named the draft", "Named"),
                            ("asked for review", "Asked"),
                            ("approved", "Approved"),
                            ("sent back", "Sent Back"),
                            ("commented", "Commented"),
                            ("resolved a comment", "Resolved"),
                            ("published", "Published"),
                            ("scheduled", "Scheduled"),
                            ("cancelled the schedule", "Withdrawn"),
                            ("reverted", "Reverted"),
                            ("imported", "Imported"),
                            ("loaded", "Loaded"),
                            ("shared a preview", "Shared"),
                            ("changed the care", "Settled"),
                        ],
                        max_length=30,
                    ),
                ),
                (
                    "subject",
                    models.CharField(help_text="How the guide or the catalogue was called then.", max_length=200),
                ),
                ("model", models.CharField(blank=True, help_text="Of the row, such as section.", max_length=40)),
                ("row", models.CharField(blank=True, help_text="The row's primary key then.", max_length=40)),
                ("place", models.CharField(blank=True, help_text="How the row was called then.", max_length=200)),
                ("words", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "career",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="careers.career"
                    ),
                ),
                (
                    "catalogue",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="careers.catalogue",
                    ),
                ),
            ],
            options={
                "ordering": ("-at", "-pk"),
                "indexes": [models.Index(fields=["-at", "-id"], name="deed_newest_first")],
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120)),
                ("started_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                ("review_asked_at", models.DateTimeField(blank=True, null=True)),
                ("approved_at", models.DateTimeField(blank=True, null=True)),
                (
                    "approved_digest",
                    models.CharField(
                        blank=True,
                        help_text="Of the document that was approved: what is edited later was not.",
                        max_length=64,
                    ),
                ),
                ("ended_at", models.DateTimeField(blank=True, help_text="When it was published.", null=True)),
                (
                    "published_as",
                    models.PositiveIntegerField(
                        blank=True, help_text="The number that it was published as.", null=True
                    ),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("authors", models.ManyToManyField(blank=True, related_name="+", to=settings.AUTH_USER_MODEL)),
                (
                    "career",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="careers.career",
                    ),
                ),
                (
                    "catalogue",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="careers.catalogue",
                    ),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "review_asked_by",
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
                "ordering": ("-started_at", "-pk"),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("career__isnull", True), ("catalogue__isnull", False)),
                            models.Q(("career__isnull", False), ("catalogue__isnull", True)),
                            _connector="OR",
                        ),
                        name="draft_of_one_root",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)), fields=("career",), name="one_open_draft_of_career"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("catalogue",),
                        name="one_open_draft_of_catalogue",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KeptForm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("path", models.CharField(max_length=200)),
                ("entries", models.JSONField(help_text="Name and values, as the browser sent them.")),
                ("kept_at", models.DateTimeField()),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("user", "path"), name="one_kept_form_a_page")],
            },
        ),
        migrations.CreateModel(
            name="Presence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("page", models.CharField(max_length=200)),
                ("seen_at", models.DateTimeField()),
                (
                    "career",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="careers.career",
                    ),
                ),
                (
                    "catalogue",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="careers.catalogue",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("career__isnull", True), ("catalogue__isnull", False)),
                            models.Q(("career__isnull", False), ("catalogue__isnull", True)),
                            _connector="OR",
                        ),
                        name="presence_of_one_root",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("career__isnull", False)),
                        fields=("user", "career"),
                        name="one_place_in_career",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("catalogue__isnull", False)),
                        fields=("user", "catalogue"),
                        name="one_place_in_catalogue",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("week", models.DateField(help_text="The Monday of the week.")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("user", "week"), name="one_reminder_a_week")],
            },
        ),
    ]
