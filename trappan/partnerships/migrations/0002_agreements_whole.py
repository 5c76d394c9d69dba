import django.contrib.postgres.constraints
import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions

# What is agreed already begins a line of its own, and ends as it was last agreed.
LINES = """
UPDATE partnerships_agreement a SET line = a.id, until = COALESCE((
  SELECT m.ends_on FROM partnerships_amendment m WHERE m.agreement_id = a.id AND m.ends_on IS NOT NULL
  ORDER BY m.signed_on DESC, m.id DESC LIMIT 1), a.ends_on)
"""


class Migration(migrations.Migration):
    dependencies = [("documents", "0002_picture"), ("partnerships", "0001_baseline"), ("staff", "0001_baseline")]

    operations = [
        migrations.RemoveConstraint(model_name="agreement", name="one_agreement_a_name"),
        migrations.AddField(
            model_name="agreement",
            name="kind",
            field=models.CharField(
                choices=[
                    ("framework", "Framework"),
                    ("iop", "Idea-based public partnership (IOP)"),
                    ("employment_service", "With the Employment Service"),
                    ("other", "Other agreement"),
                ],
                default="other",
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="framework",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="under",
                to="partnerships.agreement",
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="succeeds",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="successors",
                to="partnerships.agreement",
            ),
        ),
        migrations.AddField(
            model_name="agreement", name="line", field=models.BigIntegerField(editable=False, null=True)
        ),
        migrations.AddField(model_name="agreement", name="until", field=models.DateField(editable=False, null=True)),
        migrations.AddField(model_name="agreement", name="evaluate_on", field=models.DateField(blank=True, null=True)),
        migrations.AddField(
            model_name="agreement", name="target_groups", field=models.TextField(blank=True, default="")
        ),
        migrations.AddField(model_name="agreement", name="routines", field=models.TextField(blank=True, default="")),
        migrations.AddField(
            model_name="agreement",
            name="municipality_as",
            field=models.CharField(blank=True, default="", max_length=200),
        ),
        migrations.AddField(
            model_name="agreement",
            name="organisation_as",
            field=models.CharField(blank=True, default="", max_length=200),
        ),
        migrations.AddField(
            model_name="agreement", name="notice_months", field=models.PositiveSmallIntegerField(blank=True, null=True)
        ),
        migrations.AddField(
            model_name="agreement", name="signatory", field=models.CharField(blank=True, default="", max_length=200)
        ),
        migrations.AddField(
            model_name="agreement", name="mandate", field=models.CharField(blank=True, default="", max_length=200)
        ),
        migrations.AddField(
            model_name="agreement",
            name="partner_signatory",
            field=models.CharField(blank=True, default="", max_length=200),
        ),
        migrations.AddField(model_name="agreement", name="withdrawn_on", field=models.DateField(blank=True, null=True)),
        migrations.AddField(
            model_name="amendment", name="reference", field=models.CharField(blank=True, max_length=60)
        ),
        migrations.AddField(
            model_name="amendment",
            name="municipality_as",
            field=models.CharField(blank=True, default="", max_length=200),
        ),
        migrations.AddField(
            model_name="amendment",
            name="organisation_as",
            field=models.CharField(blank=True, default="", max_length=200),
        ),
        migrations.AddField(
            model_name="amendment", name="notice_months", field=models.PositiveSmallIntegerField(blank=True, null=True)
        ),
        migrations.AddField(
            model_name="amendment", name="signatory", field=models.CharField(blank=True, default="", max_length=200)
        ),
        migrations.AddField(
            model_name="amendment", name="mandate", field=models.CharField(blank=True, default="", max_length=200)
        ),
        migrations.AddField(
            model_name="amendment",
            name="partner_signatory",
            field=models.CharField(blank=True, default="", max_length=200),
        ),
        migrations.AddField(model_name="amendment", name="withdrawn_on", field=models.DateField(blank=True, null=True)),
        migrations.AlterField(model_name="agreement", name="signed_on", field=models.DateField(blank=True, null=True)),
        migrations.AlterField(model_name="amendment", name="signed_on", field=models.DateField(blank=True, null=True)),
        migrations.RunSQL(sql=LINES, reverse_sql=""),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_on", None)),
                fields=("municipality", "organisation", "name", "starts_on"),
                name="one_agreement_a_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "employment_service"), _negated=True),
                    models.Q(models.Q(("target_groups", ""), _negated=True), models.Q(("routines", ""), _negated=True)),
                    _connector="OR",
                ),
                name="agreement_says_target_groups",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(("withdrawn_on", None), ("signed_on", None), _connector="OR"),
                name="signed_is_not_withdrawn",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("line__isnull", False), ("withdrawn_on", None)),
                expressions=[
                    (models.Func(models.F("line"), models.F("line"), models.Value("[]"), function="int8range"), "&&"),
                    (models.Func(models.F("starts_on"), models.F("until"), function="daterange"), "&&"),
                ],
                name="successor_begins_after",
            ),
        ),
        migrations.AddConstraint(
            model_name="amendment",
            constraint=models.CheckConstraint(
                condition=models.Q(("withdrawn_on", None), ("signed_on", None), _connector="OR"),
                name="signed_amendment_is_not_withdrawn",
            ),
        ),
        migrations.CreateModel(
            name="Consultation",
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
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consultations",
                        to="partnerships.agreement",
                    ),
                ),
                (
                    "amendment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consultations",
                        to="partnerships.amendment",
                    ),
                ),
                (
                    "kind",
                    models.CharField(choices=[("consultation", "Consultation"), ("mbl", "Unions, MBL")], max_length=15),
                ),
                (
                    "paragraph",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("11", "Negotiation, section 11 of MBL"),
                            ("19", "Information, section 19 of MBL"),
                            ("none", "Tried: neither is needed"),
                        ],
                        max_length=5,
                    ),
                ),
                ("whom", models.CharField(max_length=200)),
                ("held_on", models.DateField()),
                ("outcome", models.CharField(max_length=500)),
            ],
            options={
                "ordering": ["held_on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "mbl"), models.Q(("paragraph", ""), _negated=True)),
                            models.Q(("kind", "consultation"), ("paragraph", "")),
                            _connector="OR",
                        ),
                        name="consultation_says_paragraph",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("whom", ""), _negated=True), models.Q(("outcome", ""), _negated=True)
                        ),
                        name="consultation_says_with_whom",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Decision",
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
                    "agreement",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="partnerships.agreement",
                    ),
                ),
                (
                    "amendment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="partnerships.amendment",
                    ),
                ),
                ("decided_on", models.DateField()),
                ("body", models.CharField(max_length=200)),
                ("paragraph", models.CharField(blank=True, max_length=60)),
                ("reference", models.CharField(max_length=60)),
                ("officer", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ["decided_on", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agreement", "amendment"), name="one_decision_a_version", nulls_distinct=False
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("body", ""), _negated=True),
                            models.Q(("reference", ""), _negated=True),
                            models.Q(("officer", ""), _negated=True),
                        ),
                        name="decision_says_who_and_where",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Recipient",
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
                    "agreement",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recipients",
                        to="partnerships.agreement",
                    ),
                ),
                (
                    "amendment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recipients",
                        to="partnerships.amendment",
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("sent_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="recipient_has_a_name"
                    ),
                    models.UniqueConstraint(
                        fields=("agreement", "amendment", "name"), name="one_recipient_a_name", nulls_distinct=False
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Commitment",
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
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="partnerships.agreement",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[("municipality", "The municipality"), ("partner", "The partner")], max_length=15
                    ),
                ),
                ("text", models.CharField(max_length=300)),
                ("taken_out_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ["side", "id"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="commitment_says_what")
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="CommitmentState",
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
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="states", to="partnerships.commitment"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("kept", "Kept"),
                            ("partly", "Kept in part"),
                            ("not", "Not kept"),
                            ("not_yet", "Not due yet"),
                        ],
                        max_length=10,
                    ),
                ),
                ("as_of", models.DateField()),
                ("word", models.CharField(max_length=300)),
            ],
            options={
                "ordering": ["-as_of", "-id"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("word", ""), _negated=True), name="state_says_on_what")
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ServedGoal",
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
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="goals", to="partnerships.agreement"
                    ),
                ),
                ("wording", models.CharField(max_length=300)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ["starts_on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("wording", ""), _negated=True), name="served_goal_says_what"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on", None), ("ends_on__gt", models.F("starts_on")), _connector="OR"),
                        name="served_goal_ends_after_start",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Annex",
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
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="annexes", to="partnerships.agreement"
                    ),
                ),
                (
                    "file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.file"
                    ),
                ),
                ("title", models.CharField(max_length=120)),
                ("version", models.CharField(blank=True, max_length=60)),
                ("name", models.CharField(max_length=120)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_why", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "ordering": ["at", "id"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("title", ""), _negated=True), name="annex_has_a_title"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at", None), ("withdrawn_why", "")),
                            models.Q(("withdrawn_at__isnull", False), models.Q(("withdrawn_why", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="withdrawn_annex_says_why",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Budget",
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
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.membership",
                    ),
                ),
                ("approved_at", models.DateTimeField(blank=True, null=True)),
                ("taken_out_on", models.DateField(blank=True, null=True)),
                (
                    "agreement",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="budgets",
                        to="partnerships.agreement",
                    ),
                ),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("total_ore", models.PositiveBigIntegerField()),
                ("municipality_ore", models.PositiveBigIntegerField()),
                ("partner_ore", models.PositiveBigIntegerField()),
                ("board", models.CharField(max_length=200)),
                ("line", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ["starts_on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "total_ore",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("municipality_ore"), "+", models.F("partner_ore")
                                ),
                            ),
                            ("total_ore__gt", 0),
                        ),
                        name="budget_adds_up",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("board", ""), _negated=True), models.Q(("line", ""), _negated=True)
                        ),
                        name="budget_says_whose_money",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gt", models.F("starts_on"))), name="budget_ends_after_start"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("approved_at", None), ("taken_out_on", None), _connector="OR"),
                        name="budget_approved_or_taken_out",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approved_by", None),
                            models.Q(("approved_by", models.F("author")), _negated=True),
                            _connector="OR",
                        ),
                        name="budget_approved_by_another",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("taken_out_on", None)),
                        expressions=[
                            (
                                models.Func(
                                    models.F("agreement_id"),
                                    models.F("agreement_id"),
                                    models.Value("[]"),
                                    function="int8range",
                                ),
                                "&&",
                            ),
                            (models.Func(models.F("starts_on"), models.F("ends_on"), function="daterange"), "&&"),
                        ],
                        name="one_budget_at_a_time",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Payment",
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
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.membership",
                    ),
                ),
                ("approved_at", models.DateTimeField(blank=True, null=True)),
                ("taken_out_on", models.DateField(blank=True, null=True)),
                (
                    "budget",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="payments", to="partnerships.budget"
                    ),
                ),
                ("paid_on", models.DateField()),
                ("amount_ore", models.PositiveBigIntegerField()),
                ("note", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ["paid_on", "id"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("amount_ore__gt", 0)), name="payment_is_something"),
                    models.CheckConstraint(
                        condition=models.Q(("approved_at", None), ("taken_out_on", None), _connector="OR"),
                        name="payment_approved_or_taken_out",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approved_by", None),
                            models.Q(("approved_by", models.F("author")), _negated=True),
                            _connector="OR",
                        ),
                        name="payment_approved_by_another",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Cost",
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
                    "budget",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="costs", to="partnerships.budget"
                    ),
                ),
                ("as_of", models.DateField()),
                ("amount_ore", models.PositiveBigIntegerField()),
                ("note", models.CharField(blank=True, max_length=300)),
            ],
            options={"ordering": ["-as_of", "-id"], "indexes": [], "constraints": []},
        ),
        migrations.CreateModel(
            name="Indexation",
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
                    "agreement",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="indexations",
                        to="partnerships.agreement",
                    ),
                ),
                ("starts_on", models.DateField()),
                ("basis_points", models.IntegerField()),
                ("source", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ["-starts_on", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("basis_points__gte", -5000), ("basis_points__lte", 5000)),
                        name="indexation_is_likely",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True), name="indexation_says_its_source"
                    ),
                    models.UniqueConstraint(fields=("agreement", "starts_on"), name="one_indexation_a_day"),
                ],
                "indexes": [],
            },
        ),
    ]
