"""For whom a project is: our own starting point, which a municipality words anew. A person may belong to several."""

from datetime import date

from django.db import migrations, models

# The four of the project that the product was commissioned from (newspaper of 2020).
GROUPS = (
    ("young", "Unga, 18–29 år", "Young people, 18–29 years"),
    ("new", "Nyanlända", "Newly arrived"),
    ("long_unemployed", "Långtidsarbetslösa", "Long-term unemployed"),
    ("disability", "Personer med funktionsnedsättning", "People with a disability"),
)


def fill(apps, schema_editor):
    codes = apps.get_model("rules", "Code")
    codes.objects.bulk_create(
        codes(table="target_group", code=code, label_sv=sv, label_en=en, position=at, valid_from=date(2012, 1, 1))
        for at, (code, sv, en) in enumerate(GROUPS)
    )


class Migration(migrations.Migration):
    dependencies = [("rules", "0030_sus")]

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
                    ("exit_kind", "Kind of end"),
                    ("exit_source", "How we know of an end"),
                    ("staff_question", "What colleagues are asked once a year"),
                    ("sus_effort", "SUS: kind of effort"),
                    ("sus_income", "SUS: income"),
                    ("sus_occupation", "SUS: occupation"),
                    ("target_group", "Target group of a project"),
                ],
                max_length=20,
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
