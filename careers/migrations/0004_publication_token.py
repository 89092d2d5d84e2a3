"""Gives every published document a token of its own, by which pages made from it are kept."""

from importlib import import_module
from uuid import uuid4

from django.db import migrations, models

published = import_module("careers.migrations.0003_published_documents_stay")
FIELD = {"default": uuid4, "editable": False, "help_text": "Tells this publication from every other, also after a restore."}


def tell_apart(apps, schema_editor):
    # Adding the column gave all rows the same value.
    for name in ("Edition", "InstrumentVersion"):
        model = apps.get_model("careers", name)
        for pk in model.objects.values_list("pk", flat=True):
            model.objects.filter(pk=pk).update(token=uuid4())


class Migration(migrations.Migration):

    dependencies = [
        ("careers", "0004_country_purchasing_power"),
    ]

    operations = [
        # SQLite rebuilds the tables and would lose their triggers.
        migrations.RunPython(published.release, published.protect),
        migrations.AddField("edition", "token", models.UUIDField(**FIELD)),
        migrations.AddField("instrumentversion", "token", models.UUIDField(**FIELD)),
        migrations.RunPython(tell_apart, migrations.RunPython.noop),
        migrations.RunPython(published.protect, published.release),
    ]
