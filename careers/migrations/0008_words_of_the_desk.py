"""Calls guides, the instrument and their fields what the desk calls them; the database stays as it is."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("careers", "0007_desk"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="career",
            options={
                "ordering": ("title",),
                "permissions": (
                    ("publish_career", "Can publish, schedule and revert guides"),
                    ("review_career", "Can approve guides and comment on them"),
                ),
                "verbose_name": "guide",
            },
        ),
        migrations.AlterModelOptions(
            name="catalogue",
            options={
                "permissions": (
                    ("publish_catalogue", "Can publish, schedule and revert the catalogue"),
                    ("review_catalogue", "Can approve the catalogue and comment on it"),
                ),
                "verbose_name": "instrument",
            },
        ),
        migrations.AlterModelOptions(
            name="cataloguesource",
            options={"ordering": ("position", "pk"), "verbose_name": "instrument source"},
        ),
        migrations.AlterModelOptions(
            name="item",
            options={"ordering": ("position", "pk"), "verbose_name": "scenario item"},
        ),
        migrations.AlterField(
            model_name="action",
            name="catalogue",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, to="careers.catalogue", verbose_name="instrument"
            ),
        ),
        migrations.AlterField(
            model_name="action",
            name="cost_max_usd",
            field=models.PositiveIntegerField(verbose_name="highest cost"),
        ),
        migrations.AlterField(
            model_name="action",
            name="cost_min_usd",
            field=models.PositiveIntegerField(verbose_name="lowest cost"),
        ),
        migrations.AlterField(
            model_name="action",
            name="hours_max",
            field=models.PositiveSmallIntegerField(verbose_name="most hours"),
        ),
        migrations.AlterField(
            model_name="action",
            name="hours_min",
            field=models.PositiveSmallIntegerField(verbose_name="fewest hours"),
        ),
        migrations.AlterField(
            model_name="action",
            name="source_url",
            field=models.URLField(blank=True, max_length=600, verbose_name="web address of the source"),
        ),
        migrations.AlterField(
            model_name="action",
            name="weeks_max",
            field=models.PositiveSmallIntegerField(
                validators=[django.core.validators.MinValueValidator(1)], verbose_name="most weeks"
            ),
        ),
        migrations.AlterField(
            model_name="action",
            name="weeks_min",
            field=models.PositiveSmallIntegerField(
                validators=[django.core.validators.MinValueValidator(1)], verbose_name="fewest weeks"
            ),
        ),
        migrations.AlterField(
            model_name="career",
            name="slug",
            field=models.SlugField(max_length=80, unique=True, verbose_name="address"),
        ),
        migrations.AlterField(
            model_name="catalogue",
            name="career",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="catalogue",
                to="careers.career",
                verbose_name="guide",
            ),
        ),
        migrations.AlterField(
            model_name="cataloguesource",
            name="catalogue",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, to="careers.catalogue", verbose_name="instrument"
            ),
        ),
        migrations.AlterField(
            model_name="cataloguesource",
            name="url",
            field=models.URLField(blank=True, max_length=600, verbose_name="web address"),
        ),
        migrations.AlterField(
            model_name="condition",
            name="catalogue",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, to="careers.catalogue", verbose_name="instrument"
            ),
        ),
        migrations.AlterField(
            model_name="country",
            name="usd_high",
            field=models.PositiveIntegerField(verbose_name="high in US dollars"),
        ),
        migrations.AlterField(
            model_name="country",
            name="usd_low",
            field=models.PositiveIntegerField(verbose_name="low in US dollars"),
        ),
        migrations.AlterField(
            model_name="domain",
            name="catalogue",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, to="careers.catalogue", verbose_name="instrument"
            ),
        ),
        migrations.AlterField(
            model_name="edition",
            name="career",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="published",
                to="careers.career",
                verbose_name="guide",
            ),
        ),
        migrations.AlterField(
            model_name="educationroute",
            name="cost_high_usd",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="highest cost"),
        ),
        migrations.AlterField(
            model_name="educationroute",
            name="cost_low_usd",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="lowest cost"),
        ),
        migrations.AlterField(
            model_name="educationroute",
            name="duration_text",
            field=models.CharField(max_length=120, verbose_name="duration in words"),
        ),
        migrations.AlterField(
            model_name="educationroute",
            name="max_months",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="longest duration"),
        ),
        migrations.AlterField(
            model_name="educationroute",
            name="min_months",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="shortest duration"),
        ),
        migrations.AlterField(
            model_name="figure",
            name="career",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="figures",
                to="careers.career",
                verbose_name="guide",
            ),
        ),
        migrations.AlterField(
            model_name="gate",
            name="catalogue",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, to="careers.catalogue", verbose_name="instrument"
            ),
        ),
        migrations.AlterField(
            model_name="instrumentversion",
            name="catalogue",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="published",
                to="careers.catalogue",
                verbose_name="instrument",
            ),
        ),
        migrations.AlterField(
            model_name="item",
            name="catalogue",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, to="careers.catalogue", verbose_name="instrument"
            ),
        ),
        migrations.AlterField(
            model_name="item",
            name="reference_url",
            field=models.URLField(blank=True, max_length=600, verbose_name="web address of the reference"),
        ),
        migrations.AlterField(
            model_name="level",
            name="catalogue",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, to="careers.catalogue", verbose_name="instrument"
            ),
        ),
        migrations.AlterField(
            model_name="proficiency",
            name="catalogue",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, to="careers.catalogue", verbose_name="instrument"
            ),
        ),
        migrations.AlterField(
            model_name="resource",
            name="url",
            field=models.URLField(blank=True, max_length=600, verbose_name="web address"),
        ),
        migrations.AlterField(
            model_name="rung",
            name="max_years",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="most years"),
        ),
        migrations.AlterField(
            model_name="rung",
            name="min_years",
            field=models.PositiveSmallIntegerField(verbose_name="fewest years"),
        ),
        migrations.AlterField(
            model_name="section",
            name="career",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="sections",
                to="careers.career",
                verbose_name="guide",
            ),
        ),
        migrations.AlterField(
            model_name="section",
            name="kind",
            field=models.CharField(
                choices=[
                    ("overview", "Overview"),
                    ("definition", "Definition"),
                    ("responsibilities", "Responsibilities"),
                    ("work_environment", "Work environment"),
                    ("tools", "Tools"),
                    ("qualifications", "Qualifications"),
                    ("education_requirements", "Education requirements"),
                    ("technical_skills", "Technical skills"),
                    ("soft_skills", "Soft skills"),
                    ("how_to_become", "How to become one"),
                    ("education_routes", "Education routes"),
                    ("salary", "Salary"),
                    ("market_commentary", "Market commentary"),
                    ("career_path", "Career path"),
                    ("diversity", "Diversity"),
                    ("global", "Working abroad"),
                    ("market_reality", "Market reality"),
                    ("specializations", "Specializations"),
                    ("toolkit", "Toolkit"),
                    ("pros", "Advantages"),
                    ("cons", "Drawbacks"),
                    ("faq", "Questions and answers"),
                    ("related", "Related"),
                    ("readiness", "Readiness"),
                ],
                max_length=30,
            ),
        ),
        migrations.AlterField(
            model_name="section",
            name="slug",
            field=models.SlugField(max_length=80, verbose_name="address"),
        ),
        migrations.AlterField(
            model_name="skill",
            name="catalogue",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, to="careers.catalogue", verbose_name="instrument"
            ),
        ),
        migrations.AlterField(
            model_name="source",
            name="career",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="sources",
                to="careers.career",
                verbose_name="guide",
            ),
        ),
        migrations.AlterField(
            model_name="source",
            name="url",
            field=models.URLField(blank=True, max_length=600, verbose_name="web address"),
        ),
        migrations.AlterField(
            model_name="step",
            name="duration_text",
            field=models.CharField(max_length=120, verbose_name="duration in words"),
        ),
        migrations.AlterField(
            model_name="step",
            name="max_months",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="longest duration"),
        ),
        migrations.AlterField(
            model_name="step",
            name="min_months",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="shortest duration"),
        ),
        migrations.AlterConstraint(
            model_name="action",
            name="action_weeks_in_order",
            constraint=models.CheckConstraint(
                condition=models.Q(("weeks_max__gte", models.F("weeks_min")), ("weeks_min__gte", 1)),
                name="action_weeks_in_order",
                violation_error_message="The most weeks are below the fewest.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="action",
            name="action_hours_in_order",
            constraint=models.CheckConstraint(
                condition=models.Q(("hours_max__gte", models.F("hours_min"))),
                name="action_hours_in_order",
                violation_error_message="The most hours are below the fewest.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="action",
            name="action_cost_in_order",
            constraint=models.CheckConstraint(
                condition=models.Q(("cost_max_usd__gte", models.F("cost_min_usd"))),
                name="action_cost_in_order",
                violation_error_message="The highest cost is below the lowest.",
            ),
        ),
    ]
