"""Projects of several municipalities, who takes part in them, and by what each counts once."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions


class Migration(migrations.Migration):
    initial = True

    dependencies = [("people", "0001_baseline"), ("rules", "0031_target_groups"), ("staff", "0015_project_roles")]

    operations = [
        migrations.CreateModel(
            name="Project",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.organisation",
                    ),
                ),
                ("name", models.CharField(max_length=100)),
                ("aim", models.CharField(max_length=500)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("goal_basis_points", models.PositiveIntegerField()),
                ("finished_on", models.DateField(blank=True, null=True)),
                ("report", models.TextField(blank=True, db_default="", default="")),
            ],
            options={
                "ordering": ["-starts_on", "name", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "name"), name="one_project_a_name"),
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("name", ""), _negated=True), models.Q(("aim", ""), _negated=True)),
                        name="project_says_what",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gt", models.F("starts_on"))), name="project_ends_after_start"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("goal_basis_points__gte", 1), ("goal_basis_points__lte", 10000)),
                        name="goal_is_a_share",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("finished_on", None), ("report", "")),
                            models.Q(("finished_on__isnull", False), models.Q(("report", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="project_is_finished_by_a_report",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Municipality",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                (
                    "project",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="municipalities",
                        to="projects.project",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.organisation"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.unit"),
                ),
                ("planned_women", models.PositiveIntegerField()),
                ("planned_men", models.PositiveIntegerField()),
            ],
            options={
                "ordering": ["organisation__name", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("project", "organisation"), name="takes_part_in_a_project_once"),
                    models.UniqueConstraint(fields=("id", "unit"), name="unit_of_municipality_in_project"),
                    models.UniqueConstraint(fields=("id", "project"), name="project_of_municipality"),
                    models.CheckConstraint(
                        condition=models.Q(("planned_women__gt", 0), ("planned_men__gt", 0), _connector="OR"),
                        name="municipality_plans_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SubInitiative",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                (
                    "project",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sub_initiatives",
                        to="projects.project",
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
                ("name", models.CharField(max_length=100)),
                ("theme", models.CharField(max_length=300)),
                (
                    "target_groups",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30), blank=True, default=list, size=None
                    ),
                ),
                ("planned", models.PositiveIntegerField()),
            ],
            options={
                "ordering": ["name", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("project", "name"), name="one_sub_initiative_a_name"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), _negated=True), models.Q(("theme", ""), _negated=True)
                        ),
                        name="sub_initiative_says_what",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("planned__gte", 1)), name="sub_initiative_plans_somebody"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Funding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                (
                    "project",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="funding",
                        to="projects.project",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("fund", "The European Social Fund"),
                            ("national", "National money"),
                            ("time", "Municipalities, time worked"),
                            ("money", "Municipalities, money"),
                        ],
                        max_length=10,
                    ),
                ),
                ("budget_ore", models.PositiveBigIntegerField()),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(fields=("project", "kind"), name="one_funding_a_kind"),
                    models.CheckConstraint(condition=models.Q(("budget_ore__gt", 0)), name="funding_is_something"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Spending",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                (
                    "funding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="spending", to="projects.funding"
                    ),
                ),
                ("as_of", models.DateField()),
                ("amount_ore", models.PositiveBigIntegerField()),
            ],
            options={"ordering": ["-as_of", "-id"]},
        ),
        migrations.CreateModel(
            name="Participation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.unit"
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="projects.municipality",
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
                (
                    "target_groups",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30), blank=True, default=list, size=None
                    ),
                ),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("work", "Work"),
                            ("studies", "Studies"),
                            ("internship", "Internship"),
                            ("closer", "A step closer"),
                            ("none", "None of these"),
                            ("mistake", "Written down by mistake"),
                        ],
                        db_default="",
                        default="",
                        max_length=12,
                    ),
                ),
            ],
            options={
                "ordering": ["-starts_on", "-id"],
                "indexes": [models.Index(fields=["person", "-starts_on"], name="project_of_person")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ends_on", None), ("result", "")),
                            models.Q(("ends_on__gte", models.F("starts_on")), models.Q(("result", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="project_participation_ends_with_a_result",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("result", "mistake"), _negated=True),
                        expressions=[
                            (
                                models.Func(
                                    models.F("person_id"),
                                    models.F("person_id"),
                                    models.Value("[]"),
                                    function="int8range",
                                ),
                                "&&",
                            ),
                            (
                                models.Func(
                                    models.F("municipality_id"),
                                    models.F("municipality_id"),
                                    models.Value("[]"),
                                    function="int8range",
                                ),
                                "&&",
                            ),
                            (models.Func(models.F("starts_on"), models.F("ends_on"), function="daterange"), "&&"),
                        ],
                        name="in_a_project_once_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Key",
            fields=[
                (
                    "project",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="projects.project",
                    ),
                ),
                ("inner_key", models.BinaryField()),
                ("outer_key", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Mark",
            fields=[
                (
                    "participation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="projects.participation",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="projects.project"
                    ),
                ),
                ("mark", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Count",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("month", models.DateField()),
                ("counted", models.JSONField()),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
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
                "constraints": [
                    models.UniqueConstraint(fields=("project", "month"), name="counted_once_a_month"),
                    models.CheckConstraint(condition=models.Q(("month__day", 1)), name="counted_in_a_month"),
                ]
            },
        ),
    ]
