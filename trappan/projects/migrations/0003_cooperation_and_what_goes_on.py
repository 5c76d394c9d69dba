"""What a project is to reach beside results, what shows it, what was held, and what goes on when it is over."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions


class Migration(migrations.Migration):
    dependencies = [("projects", "0002_month_files"), ("staff", "0015_project_roles")]
    operations = [
        migrations.AddConstraint(
            model_name="subinitiative",
            constraint=models.UniqueConstraint(fields=("id", "project"), name="project_of_sub_initiative"),
        ),
        migrations.CreateModel(
            name="CooperationGoal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("wording", models.CharField(max_length=300)),
                ("shown_by", models.CharField(max_length=300)),
                ("due_on", models.DateField()),
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
                    "project",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cooperation_goals",
                        to="projects.project",
                    ),
                ),
            ],
            options={
                "ordering": ["due_on", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("project", "wording"), name="one_cooperation_goal_a_wording"),
                    models.UniqueConstraint(fields=("id", "project"), name="project_of_cooperation_goal"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("wording", ""), _negated=True), models.Q(("shown_by", ""), _negated=True)
                        ),
                        name="cooperation_goal_says_what",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("meeting", "A meeting held"),
                            ("agreement", "An agreement made"),
                            ("role", "A role created"),
                            ("other", "Something else"),
                        ],
                        max_length=10,
                    ),
                ),
                ("day", models.DateField()),
                ("words", models.CharField(max_length=500)),
                ("taken_out_on", models.DateField(blank=True, null=True)),
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
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="projects.cooperationgoal",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="projects.municipality",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="projects.project",
                    ),
                ),
            ],
            options={
                "ordering": ["-day", "-id"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("words", ""), _negated=True), name="evidence_says_what")
                ],
            },
        ),
        migrations.CreateModel(
            name="Gathering",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("day", models.DateField()),
                ("venue", models.CharField(max_length=150)),
                ("theme", models.CharField(max_length=200)),
                ("came", models.PositiveIntegerField()),
                (
                    "target_groups",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30), blank=True, default=list, size=None
                    ),
                ),
                ("taken_out_on", models.DateField(blank=True, null=True)),
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
                    "municipality",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="projects.municipality",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="projects.project",
                    ),
                ),
            ],
            options={
                "ordering": ["-day", "-id"],
                "indexes": [models.Index(fields=["project", "-day"], name="gathering_of_project")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("venue", ""), _negated=True), models.Q(("theme", ""), _negated=True)
                        ),
                        name="gathering_says_what",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Continuation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("what", models.CharField(max_length=300)),
                ("goes_on", models.BooleanField()),
                ("by_whom", models.CharField(blank=True, db_default="", default="", max_length=200)),
                ("money", models.CharField(blank=True, db_default="", default="", max_length=200)),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("checked_on", models.DateField(blank=True, null=True)),
                ("taken_out_on", models.DateField(blank=True, null=True)),
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
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="continuations", to="projects.project"
                    ),
                ),
                (
                    "sub_initiative",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="projects.subinitiative",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("what", ""), _negated=True), name="project_continuation_says_what"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("goes_on", True),
                                ("starts_on__isnull", False),
                                models.Q(("by_whom", ""), _negated=True),
                                models.Q(("money", ""), _negated=True),
                            ),
                            models.Q(
                                ("by_whom", ""),
                                ("checked_on", None),
                                ("goes_on", False),
                                ("money", ""),
                                ("starts_on", None),
                            ),
                            _connector="OR",
                        ),
                        name="goes_on_by_somebody_with_money",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("checked_on", None), ("checked_on__gte", models.F("starts_on")), _connector="OR"
                        ),
                        name="checked_since_it_began",
                    ),
                ],
            },
        ),
    ]
