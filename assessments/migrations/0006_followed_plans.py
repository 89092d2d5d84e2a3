"""Plans that are followed: schedules, revisions of every change, calculations, and ways to take a plan away."""

import django.core.validators
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('assessments', '0005_second_ratings'),
        ('careers', '0006_search'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Share',
            fields=[
                ('nonce', models.CharField(editable=False, max_length=43)),
                ('digest', models.CharField(editable=False, max_length=64, unique=True)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('mentor', models.CharField(max_length=80)),
                ('sharer', models.CharField(max_length=80)),
                ('parts', models.JSONField(default=list)),
                ('created_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ('-created_at', 'pk'),
            },
        ),
        migrations.AddField(
            model_name='plan',
            name='current_revision',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.RESTRICT, related_name='+', to='assessments.revision'),
        ),
        migrations.AddField(
            model_name='revision',
            name='before',
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='revision',
            name='change',
            field=models.CharField(choices=[('built', 'Built'), ('progress', 'Progress'), ('schedule', 'Schedule'), ('replanned', 'Planned again'), ('restored', 'Restored'), ('undone', 'Undone')], default='built', max_length=10),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='revision',
            name='key',
            field=models.UUIDField(default=uuid.uuid4),
        ),
        migrations.AddField(
            model_name='revision',
            name='progress',
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name='revision',
            name='words',
            field=models.CharField(default='Built the plan', max_length=400),
            preserve_default=False,
        ),
        migrations.CreateModel(
            name='Calculation',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('purpose', models.CharField(choices=[('build', 'A new plan'), ('revise', 'A proposal for a plan'), ('what_if', 'What other hours and budgets would give')], max_length=10)),
                ('digest', models.CharField(max_length=64)),
                ('request', models.JSONField()),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('running', 'Being worked out'), ('done', 'Done'), ('failed', 'Failed')], default='waiting', max_length=10)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('answer', models.JSONField(null=True)),
                ('settled', models.CharField(blank=True, choices=[('accepted', 'Accepted'), ('kept', 'Kept the old plan')], max_length=10)),
                ('created_at', models.DateTimeField()),
                ('started_at', models.DateTimeField(null=True)),
                ('finished_at', models.DateTimeField(null=True)),
                ('basis', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='assessments.revision')),
                ('plan', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='calculations', to='assessments.plan')),
                ('result', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='calculations', to='assessments.result')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='calculations', to=settings.AUTH_USER_MODEL)),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='careers.instrumentversion')),
            ],
            options={
                'ordering': ('-created_at', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Digest',
            fields=[
                ('nonce', models.CharField(editable=False, max_length=43)),
                ('digest', models.CharField(editable=False, max_length=64, unique=True)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('frequency', models.CharField(choices=[('off', 'Off'), ('weekly', 'Each Monday'), ('monthly', 'On the first Monday of a month')], default='off', max_length=10)),
                ('zone', models.CharField(default='UTC', max_length=64)),
                ('changed_at', models.DateTimeField()),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='digest_choice', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('entered', models.JSONField(default=dict)),
                ('revision', models.PositiveIntegerField(default=0)),
                ('saved_at', models.DateTimeField()),
                ('plan', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='drafts', to='assessments.plan')),
                ('result', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='drafts', to='assessments.result')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='drafts', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Feed',
            fields=[
                ('nonce', models.CharField(editable=False, max_length=43)),
                ('digest', models.CharField(editable=False, max_length=64, unique=True)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('weekday', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(6)])),
                ('hour', models.PositiveSmallIntegerField(default=9, validators=[django.core.validators.MaxValueValidator(23)])),
                ('minute', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(59)])),
                ('zone', models.CharField(default='UTC', max_length=64)),
                ('created_at', models.DateTimeField()),
                ('plan', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='feed', to='assessments.plan')),
            ],
            options={
                'ordering': ('created_at',),
            },
        ),
        migrations.CreateModel(
            name='Mailing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('monday', models.DateField()),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('sending', 'Being sent'), ('sent', 'Sent'), ('dropped', 'Not sent any more')], default='waiting', max_length=10)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('next_try_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField(null=True)),
                ('digest', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mailings', to='assessments.digest')),
            ],
            options={
                'ordering': ('monday',),
            },
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('mentor', models.CharField(blank=True, max_length=80)),
                ('text', models.TextField(max_length=2000)),
                ('created_at', models.DateTimeField()),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='assessments.plan')),
            ],
            options={
                'ordering': ('-created_at', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Rerating',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4)),
                ('turn', models.PositiveIntegerField(default=0)),
                ('revision', models.PositiveIntegerField(default=1)),
                ('seconds', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('saved_at', models.DateTimeField()),
                ('skill', models.CharField(max_length=80)),
                ('level', models.PositiveSmallIntegerField()),
                ('low_confidence', models.BooleanField(default=False)),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reratings', to='assessments.plan')),
            ],
        ),
        migrations.CreateModel(
            name='Schedule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('request', models.JSONField()),
                ('document', models.JSONField()),
                ('created_at', models.DateTimeField()),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='schedules', to='assessments.plan')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='careers.instrumentversion')),
            ],
            options={
                'ordering': ('created_at', 'pk'),
            },
        ),
        migrations.AddField(
            model_name='revision',
            name='schedule',
            # Filled in for the revisions there are by the next migration.
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='revisions', to='assessments.schedule'),
        ),
        migrations.AddField(
            model_name='share',
            name='plan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shares', to='assessments.plan'),
        ),
        migrations.AddField(
            model_name='note',
            name='share',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='notes', to='assessments.share'),
        ),
        migrations.AddConstraint(
            model_name='calculation',
            constraint=models.UniqueConstraint(fields=('user', 'digest'), name='calculation_once_per_question'),
        ),
        migrations.AddConstraint(
            model_name='draft',
            constraint=models.UniqueConstraint(condition=models.Q(('plan', None)), fields=('user', 'result'), name='draft_once_per_result'),
        ),
        migrations.AddConstraint(
            model_name='draft',
            constraint=models.UniqueConstraint(fields=('plan',), name='draft_once_per_plan'),
        ),
        migrations.AddConstraint(
            model_name='mailing',
            constraint=models.UniqueConstraint(fields=('digest', 'monday'), name='mailing_once_per_monday'),
        ),
        migrations.AddConstraint(
            model_name='rerating',
            constraint=models.UniqueConstraint(fields=('plan', 'skill'), name='rerating_once_per_skill'),
        ),
        migrations.AddConstraint(
            model_name='rerating',
            constraint=models.CheckConstraint(condition=models.Q(('level__gte', 0), ('level__lte', 5)), name='rerating_0_to_5'),
        ),
        migrations.AddConstraint(
            model_name='share',
            constraint=models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('created_at'))), name='share_expires_after_created'),
        ),
    ]
