"""Occupations and the like, support forms as a code table, and what hints about them rest on."""

from datetime import date

import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models

# Code: Swedish, English, first day, first day without. Extratjänst: no decision since 2022, provisions gone since 2023;
# yrkesintroduktionsanställning: repealed on 1 January 2024. The others' first days are those that we have read or 2012.
FORMS = (
    ("new_start", "Nystartsjobb", "Nystartsjobb", date(2012, 1, 1), None),
    ("wage_support", "Lönebidrag", "Lönebidrag (wage subsidy)", date(2012, 1, 1), None),
    ("protected", "Offentligt skyddat arbete (OSA)", "Public sheltered employment", date(2012, 1, 1), None),
    ("introduction", "Introduktionsjobb", "Introduktionsjobb", date(2018, 5, 1), None),
    ("establishment", "Etableringsjobb", "Etableringsjobb", date(2024, 1, 1), None),
    (
        "municipal",
        "Arbetsmarknadsanställning hos kommunen",
        "Temporary employment by the municipality",
        date(2012, 1, 1),
        None,
    ),
    ("extra_service", "Extratjänst", "Extratjänst", date(2015, 11, 1), date(2022, 1, 1)),
    (
        "vocational_introduction",
        "Yrkesintroduktionsanställning",
        "Employment with introduction to a trade",
        date(2014, 1, 1),
        date(2024, 1, 1),
    ),
)
HINTS = {
    "new_start_age": 25,
    "new_start_lowest_age": 20,
    "new_start_months": 12,
    "new_start_within": 15,
    "new_start_most": 24,
    "new_start_young_months": 6,
    "new_start_young_within": 9,
    "new_start_young_most": 12,
    "new_start_arrived": 36,
    "new_start_source": "Förordning (2018:43) om stöd för nystartsjobb, i lydelse hösten 2025.",
    "wage_support_source": (
        "Förordning (2017:462) om särskilda insatser för personer med funktionsnedsättning, ändrad genom 2024:1347 "
        "från 1 juni 2025. Delvis läst ur andra hand."
    ),
    "job_premium_from": "2026-03-01",
    "job_premium_years": 2,
    "job_premium_support_from": "2025-07-01",
    "job_premium_support_months": 6,
    "job_premium_months": 18,
    "job_premium_most": 3750,
    "job_premium_source": "Regeringens pressmeddelande i januari 2026. Förordningen har vi inte läst.",
}


def fill(apps, schema_editor):
    apps.get_model("rules", "Code").objects.bulk_create(
        apps.get_model("rules", "Code")(
            table="support_form",
            code=code,
            label_sv=swedish,
            label_en=english,
            position=position,
            valid_from=first,
            valid_to=last,
        )
        for position, (code, swedish, english, first, last) in enumerate(FORMS)
    )
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {**HINTS, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0012_employers")]

    operations = [
        migrations.AlterField(
            model_name="code",
            name="table",
            field=models.CharField(
                choices=[
                    ("obstacle", "Obstacle to self-support"),
                    ("household_type", "Household type"),
                    ("education", "Education"),
                    ("exemption", "Exemption"),
                    ("stall", "Why it stands still"),
                    ("absence_reason", "Reason for absence"),
                    ("support", "Support at absence"),
                    ("branch", "Branch"),
                    ("access", "Accessibility"),
                    ("partner_check", "What is checked of a partner"),
                    ("self_rating", "How one sees it oneself"),
                    ("site_no", "Why a site says no"),
                    ("placement_end", "How a placement ends"),
                    ("ready_for", "Ready for"),
                    ("support_form", "Support form of an employment"),
                ],
                max_length=20,
            ),
        ),
        migrations.CreateModel(
            name="Concept",
            fields=[
                ("id", models.CharField(db_collation="C", max_length=40, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("occupation", "Occupation"),
                            ("group", "Group of occupations"),
                            ("skill", "Skill"),
                            ("language", "Language"),
                        ],
                        max_length=20,
                    ),
                ),
                ("label", models.CharField(max_length=200)),
                ("code", models.CharField(blank=True, max_length=10)),
                ("is_unknown", models.BooleanField(default=False)),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="rules.concept",
                    ),
                ),
            ],
            options={
                "ordering": ["label", "id"],
                "indexes": [
                    models.Index(django.db.models.functions.text.Upper("label"), name="concept_by_label"),
                    models.Index(
                        condition=models.Q(("code", ""), _negated=True), fields=["code"], name="concept_by_code"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("label", ""), _negated=True), name="concept_has_a_label"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("code", ""), ("kind", "group"), _connector="OR"), name="code_of_a_group"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ConceptLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("broader", "belongs to"),
                            ("stands_in", "can stand in for"),
                            ("used_in", "is used in"),
                        ],
                        max_length=10,
                    ),
                ),
                ("percent", models.SmallIntegerField(blank=True, null=True)),
                (
                    "a",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="links",
                        to="rules.concept",
                    ),
                ),
                (
                    "b",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="linked",
                        to="rules.concept",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["kind", "b"], name="link_by_b")],
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "a", "b"), name="one_link_a_kind"),
                    models.CheckConstraint(
                        condition=models.Q(("a", models.F("b")), _negated=True), name="links_with_another"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "stands_in"), ("percent__gte", 1), ("percent__lte", 100)),
                            models.Q(models.Q(("kind", "stands_in"), _negated=True), ("percent", None)),
                            _connector="OR",
                        ),
                        name="percent_of_standing_in",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ConceptMark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("shortage", "too few for the work there is"),
                            ("low_threshold", "new people can often begin"),
                        ],
                        max_length=20,
                    ),
                ),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                ("source", models.CharField(max_length=300)),
                (
                    "concept",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="marks",
                        to="rules.concept",
                    ),
                ),
            ],
            options={
                "ordering": ["kind", "starts_on"],
                "constraints": [
                    models.UniqueConstraint(fields=("concept", "kind", "starts_on"), name="one_concept_mark_a_day"),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on", None), ("ends_on__gt", models.F("starts_on")), _connector="OR"),
                        name="concept_mark_ends_later",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True), name="concept_mark_has_a_source"
                    ),
                ],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
