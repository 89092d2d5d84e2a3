"""What moved into schedules and progress goes where it stood before."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("assessments", "0007_schedules_of_revisions"),
    ]

    operations = [
        migrations.AlterField(
            model_name="revision",
            name="schedule",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="revisions", to="assessments.schedule"),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.UniqueConstraint(fields=("plan", "key"), name="revision_key_once_per_plan"),
        ),
        migrations.RemoveField(model_name="revision", name="document"),
        migrations.RemoveField(model_name="revision", name="request"),
        migrations.DeleteModel(name="ActionProgress"),
    ]
