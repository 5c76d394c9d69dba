"""What somebody has told by her own consent, who was reminded of a report, and an invitation that is taken back."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0002_picture"),
        ("partnerships", "0007_outreach"),
        ("people", "0007_consent_to_sus"),
        ("staff", "0015_project_roles"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReportNotice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("before", "Reminded by mail before the last day"),
                            ("late", "Reminded by mail after the last day"),
                        ],
                        max_length=10,
                    ),
                ),
                ("told_on", models.DateField()),
                (
                    "colleague",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.colleague",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="partnerships.annualreport",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("report", "kind", "colleague"), name="reminded_of_a_report_once")
                ],
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Story",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("text", models.TextField(blank=True)),
                ("shows", models.CharField(blank=True, max_length=200)),
                ("taken_out_on", models.DateField(blank=True, null=True)),
                ("delivered_on", models.DateField(blank=True, null=True)),
                (
                    "author",
                    models.ForeignKey(
                        db_default=trappan.history.models.CurrentActor(),
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.membership",
                    ),
                ),
                (
                    "file",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.file"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stories",
                        to="partnerships.annualreport",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.unit"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("text", ""), _negated=True), ("taken_out_on__isnull", False), _connector="OR"
                        ),
                        name="story_has_words",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("file", None), models.Q(("shows", ""), _negated=True), _connector="OR"),
                        name="story_picture_says_what_it_shows",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("taken_out_on", None), ("delivered_on", None), _connector="OR"),
                        name="delivered_story_is_not_taken_out",
                    ),
                ],
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="StoryConsent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                (
                    "part",
                    models.CharField(
                        choices=[("words", "The words"), ("name", "The name"), ("picture", "The picture")],
                        max_length=10,
                    ),
                ),
                (
                    "places",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("annual_report", "The annual report"),
                                ("web", "The municipality's web"),
                                ("press", "The press"),
                            ],
                            max_length=15,
                        ),
                        size=None,
                    ),
                ),
                (
                    "given_how",
                    models.CharField(
                        choices=[("meeting", "In a meeting"), ("phone", "By phone"), ("paper", "On paper")],
                        max_length=10,
                    ),
                ),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("withdrawn_on", models.DateField(blank=True, null=True)),
                (
                    "author",
                    models.ForeignKey(
                        db_default=trappan.history.models.CurrentActor(),
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.membership",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="consents", to="partnerships.story"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gt", models.F("starts_on"))),
                        name="story_consent_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("places", []), _negated=True), name="story_consent_says_where"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("places__contained_by", ["annual_report", "web", "press"])),
                        name="story_consent_for_known_places",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("part__in", ["words", "name", "picture"])), name="story_consent_of_a_part"
                    ),
                ],
                "ordering": ["id"],
            },
        ),
        migrations.RemoveConstraint(model_name="partnerreferral", name="no_to_a_referral_says_why"),
        migrations.RemoveField(model_name="partnerreferral", name="reason"),
        migrations.RemoveConstraint(model_name="invitation", name="invitation_answered_one_way"),
        migrations.AddField(
            model_name="invitation",
            name="taken_back",
            field=models.BooleanField(db_default=False, default=False, editable=False),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answered_at", None), ("declined", ""), ("membership", None), ("taken_back", False)),
                    models.Q(
                        ("answered_at__isnull", False),
                        ("declined", ""),
                        ("membership__isnull", False),
                        ("taken_back", False),
                    ),
                    models.Q(
                        ("answered_at__isnull", False),
                        ("membership", None),
                        ("taken_back", False),
                        models.Q(("declined", ""), _negated=True),
                    ),
                    models.Q(
                        ("answered_at__isnull", False), ("declined", ""), ("membership", None), ("taken_back", True)
                    ),
                    _connector="OR",
                ),
                name="invitation_answered_one_way",
            ),
        ),
    ]
