"""What somebody is judged to be ready for is a code beside its reason in words."""

from datetime import date

from django.db import migrations, models

# Our own words; a municipality changes them by new rows.
READY_FOR = (
    ("place", "En plats i arbetslik aktivitet", "A place in an activity like work"),
    ("internship", "Praktik hos en arbetsgivare", "An internship with an employer"),
    ("supported_work", "Arbete med stöd", "Work with support"),
    ("work", "Arbete", "Work"),
    ("studies", "Studier", "Studies"),
    ("not_yet", "Inte än", "Not yet"),
)


def fill(apps, schema_editor):
    apps.get_model("rules", "Code").objects.bulk_create(
        apps.get_model("rules", "Code")(
            table="ready_for",
            code=code,
            label_sv=swedish,
            label_en=english,
            position=position,
            valid_from=date(2012, 1, 1),
        )
        for position, (code, swedish, english) in enumerate(READY_FOR)
    )


class Migration(migrations.Migration):
    dependencies = [("rules", "0006_site_no")]
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
                ],
                max_length=20,
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
