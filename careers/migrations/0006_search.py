"""What index and search read, and the full-text search of the database in use over its words.

The words are made alike for both databases before they are stored: a to z and digits with single spaces. PostgreSQL
therefore splits them at the spaces and nowhere else; its own parser would see addresses and numbers in them.

SQLite drops triggers with the table when a later migration rebuilds it: such a migration has to run `searchable` again.
"""

import datetime

import django.db.models.deletion
from django.db import migrations, models

VECTOR = "array_to_tsvector(array_remove(string_to_array({words}, ' '), ''))"
POSTGRESQL = (
    f"""
ALTER TABLE careers_searchentry
ADD COLUMN title_vector tsvector GENERATED ALWAYS AS ({VECTOR.format(words="words")}) STORED,
ADD COLUMN vector tsvector GENERATED ALWAYS AS ({VECTOR.format(words="words || ' ' || body_words")}) STORED
""",
    "CREATE INDEX careers_searchentry_title_vector ON careers_searchentry USING gin (title_vector)",
    "CREATE INDEX careers_searchentry_vector ON careers_searchentry USING gin (vector)",
)
FORGET = """INSERT INTO careers_searchentry_fts(careers_searchentry_fts, rowid, words, body_words)
VALUES ('delete', OLD.id, OLD.words, OLD.body_words);"""
LEARN = """INSERT INTO careers_searchentry_fts(rowid, words, body_words)
VALUES (NEW.id, NEW.words, NEW.body_words);"""
# Without positions: words are looked for one by one, and the order of results is computed elsewhere.
SQLITE = (
    """CREATE VIRTUAL TABLE careers_searchentry_fts USING fts5(
    words, body_words, content='careers_searchentry', content_rowid='id', tokenize='unicode61', detail=column, columnsize=0
)""",
    f"CREATE TRIGGER careers_searchentry_added AFTER INSERT ON careers_searchentry BEGIN {LEARN} END",
    f"CREATE TRIGGER careers_searchentry_gone AFTER DELETE ON careers_searchentry BEGIN {FORGET} END",
    "CREATE TRIGGER careers_searchentry_changed AFTER UPDATE OF words, body_words ON careers_searchentry"
    f" BEGIN {FORGET} {LEARN} END",
)


def searchable(apps, schema_editor):
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement, params=None)


def plain(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for name in ("added", "gone", "changed"):
            schema_editor.execute(f"DROP TRIGGER careers_searchentry_{name}", params=None)
        schema_editor.execute("DROP TABLE careers_searchentry_fts", params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('careers', '0005_toolkit'),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=40, unique=True)),
                ('initial', models.CharField(max_length=1)),
                ('length', models.PositiveSmallIntegerField()),
            ],
            options={
                'indexes': [models.Index(fields=['initial', 'length', 'word'], name='word_by_shape')],
            },
        ),
        migrations.CreateModel(
            name='SearchEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('live_from', models.DateTimeField()),
                ('live_until', models.DateTimeField(default=datetime.datetime(9999, 12, 31, 0, 0, tzinfo=datetime.UTC))),
                ('kind', models.CharField(choices=[('guide', 'Guide'), ('section', 'Section'), ('skill', 'Skill'), ('question', 'Question'), ('action', 'Action')], max_length=10)),
                ('slug', models.CharField(help_text='Of the career.', max_length=80)),
                ('place', models.PositiveIntegerField(help_text='Within the publication.')),
                ('part', models.CharField(blank=True, help_text='The kind of section that it is.', max_length=30)),
                ('anchor', models.CharField(blank=True, help_text='The section of the guide where it stands.', max_length=80)),
                ('key', models.CharField(blank=True, help_text='Of a skill or an action.', max_length=80)),
                ('title', models.CharField(max_length=300)),
                ('context', models.TextField(blank=True, help_text='What it belongs to.')),
                ('text', models.TextField(blank=True, help_text='What excerpts are made from.')),
                ('words', models.TextField(help_text="The title's words as they are compared, with single spaces.")),
                ('body_words', models.TextField(blank=True, help_text="The text's words as they are compared, with single spaces.")),
                ('card', models.JSONField(help_text='Of a guide: its row of the index. Of a section: what it lists.', null=True)),
                ('is_assessed', models.BooleanField(default=False)),
                ('pay_basis', models.CharField(blank=True, max_length=10)),
                ('figures', models.PositiveIntegerField(default=0)),
                ('disputed', models.PositiveIntegerField(default=0)),
                ('edition', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='careers.edition')),
                ('version', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='careers.instrumentversion')),
            ],
            options={
                'indexes': [models.Index(fields=['kind', 'title', 'is_assessed', 'pay_basis', 'live_from', 'live_until'], name='entry_by_title'), models.Index(fields=['slug', 'kind'], name='entry_by_slug'), models.Index(fields=['kind', 'is_assessed', 'pay_basis', 'live_from', 'live_until', 'figures', 'disputed'], name='entry_counts')],
            },
        ),
        migrations.CreateModel(
            name='SearchSource',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('live_from', models.DateTimeField()),
                ('live_until', models.DateTimeField(default=datetime.datetime(9999, 12, 31, 0, 0, tzinfo=datetime.UTC))),
                ('digest', models.CharField(max_length=64)),
                ('edition', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='careers.edition')),
                ('version', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='careers.instrumentversion')),
            ],
            options={
                'indexes': [models.Index(fields=['digest', 'live_from', 'live_until'], name='source_counts')],
            },
        ),
        migrations.RunPython(searchable, plain),
    ]
