"""What municipalities hand in of a project's months, and the final report as it was."""

import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions


class Migration(migrations.Migration):
    dependencies = [("people", "0007_consent_to_sus"), ("projects", "0001_initial"), ("staff", "0015_project_roles")]

    operations = [
        migrations.CreateModel(
            name="FinalReport",
            fields=[
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                (
                    "project",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="final_report",
                        serialize=False,
                        to="projects.project",
                    ),
                ),
                ("facts", models.JSONField()),
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
            ],
            options={"abstract": False},
        ),
        migrations.CreateModel(
            name="MonthFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("month", models.DateField()),
                ("version", models.PositiveSmallIntegerField()),
                ("columns", models.JSONField()),
                ("changes", models.JSONField(default=dict)),
                ("are_some_apart", models.BooleanField(default=False)),
                ("expires_on", models.DateField()),
                ("handed_on", models.DateField(null=True)),
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
                    "handed_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.membership",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="month_files",
                        to="projects.municipality",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "month", "version"), name="one_month_file_a_version"
                    ),
                    models.CheckConstraint(condition=models.Q(("month__day", 1)), name="month_file_of_a_month"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("handed_by", None), ("handed_on", None)),
                            models.Q(("handed_by__isnull", False), ("handed_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="month_file_handed_in_by_somebody",
                    ),
                ],
                "ordering": ["-month", "-version"],
            },
        ),
        migrations.CreateModel(
            name="MonthRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("facts", models.JSONField()),
                (
                    "file",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rows",
                        to="projects.monthfile",
                    ),
                ),
                (
                    "participation",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="projects.participation",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("file", "participation"), name="one_month_row_a_participation")
                ]
            },
        ),
        migrations.CreateModel(
            name="MonthTaking",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
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
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="takings", to="projects.monthfile"
                    ),
                ),
            ],
            options={"ordering": ["-at", "-id"]},
        ),
        migrations.CreateModel(
            name="EmptyMonth",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("month", models.DateField()),
                ("undone_on", models.DateField(null=True)),
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
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="projects.municipality",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.membership",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("undone_on", None)),
                        fields=("municipality", "month"),
                        name="one_empty_month_in_force",
                    ),
                    models.CheckConstraint(condition=models.Q(("month__day", 1)), name="empty_month_is_a_month"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("undone_by", None), ("undone_on", None)),
                            models.Q(("undone_by__isnull", False), ("undone_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="empty_month_undone_by_somebody",
                    ),
                ],
            },
        ),
    ]
