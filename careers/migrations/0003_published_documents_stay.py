"""Lets the database itself refuse to change a published document; when it is live from may still move.

SQLite drops triggers with the table when a later migration rebuilds it: such a migration has to run `protect` again.
"""

from django.db import migrations

STAYS = {"careers_edition": "career_id", "careers_instrumentversion": "catalogue_id"}
WORDS = "a published document never changes"

FUNCTION = f"""
CREATE FUNCTION careers_published_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{WORDS}' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""
POSTGRESQL = """
CREATE TRIGGER {table}_stays BEFORE UPDATE ON {table} FOR EACH ROW
WHEN ((OLD.number, OLD.document, OLD.{owner}) IS DISTINCT FROM (NEW.number, NEW.document, NEW.{owner}))
EXECUTE FUNCTION careers_published_stays()
"""
SQLITE = """
CREATE TRIGGER {table}_stays BEFORE UPDATE ON {table} FOR EACH ROW
WHEN (OLD.number, OLD.document, OLD.{owner}) IS NOT (NEW.number, NEW.document, NEW.{owner})
BEGIN SELECT RAISE(ABORT, '{words}'); END
"""


def protect(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    if is_postgresql:
        schema_editor.execute(FUNCTION, params=None)
    for table, owner in STAYS.items():
        trigger = POSTGRESQL if is_postgresql else SQLITE
        schema_editor.execute(trigger.format(table=table, owner=owner, words=WORDS), params=None)


def release(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    for table in STAYS:
        schema_editor.execute(f"DROP TRIGGER {table}_stays" + (f" ON {table}" if is_postgresql else ""), params=None)
    if is_postgresql:
        schema_editor.execute("DROP FUNCTION careers_published_stays", params=None)


class Migration(migrations.Migration):

    dependencies = [
        ("careers", "0002_words_for_constraints"),
    ]

    operations = [
        migrations.RunPython(protect, release),
    ]
