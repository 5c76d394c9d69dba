"""What the person writes of plan and goals, what is answered, and the drafts that are given to read."""

import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions


class Migration(migrations.Migration):
    dependencies = [("people", "0007_consent_to_sus"), ("plans", "0009_ladder"), ("staff", "0015_project_roles")]

    operations = [
        migrations.AlterField(
            model_name="stepevidence",
            name="kind",
            field=models.CharField(
                choices=[
                    ("observation", "Observation"),
                    ("goal", "Reached goal"),
                    ("reason", "Reason for a step back"),
                    ("correction", "Correction"),
                    ("own", "The person's own words"),
                ],
                default="observation",
                max_length=12,
            ),
        ),
        migrations.CreateModel(
            name="OwnWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("edition", models.IntegerField()),
                (
                    "view",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agrees", "It is right"),
                            ("change", "I want to change something"),
                            ("disagrees", "I do not agree"),
                        ],
                        db_default="",
                        max_length=10,
                    ),
                ),
                (
                    "rating",
                    models.CharField(
                        blank=True,
                        choices=[("reached", "Reached"), ("partly", "Partly"), ("not_yet", "Not yet")],
                        db_default="",
                        max_length=10,
                    ),
                ),
                ("words", models.TextField(blank=True, db_default="", max_length=1000)),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                (
                    "goal",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="own_words",
                        to="plans.goal",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="own_words", to="plans.plan"
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("view", ""), _negated=True),
                            models.Q(("goal__isnull", False), models.Q(("rating", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="own_word_says_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("view__in", ["", "agrees"]), models.Q(("words", ""), _negated=True), _connector="OR"
                        ),
                        name="own_no_says_what",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WordReply",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("text", models.TextField()),
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "word",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reply", to="plans.ownword"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="reply_is_written")
                ]
            },
        ),
        migrations.CreateModel(
            name="DraftToRead",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("edition", models.IntegerField()),
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="to_read",
                        to="plans.plan",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "edition"), name="draft_given_once_an_edition")
                ],
            },
        ),
    ]
