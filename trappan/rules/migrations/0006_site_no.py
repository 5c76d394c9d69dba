"""Why a site says no is a code beside its words."""

from datetime import date

from django.db import migrations, models

SITE_NO = (
    ("full", "Fullt, eller ingen handledare", "Full, or nobody to supervise"),
    ("times", "Dagarna eller tiderna", "The days or times"),
    ("work", "För lite att göra just nu", "Too little to do just now"),
    ("language", "Språket räcker inte för arbetet", "The language is not enough for the work"),
    ("skills", "Förkunskaper som arbetet kräver", "Skills that the work takes"),
    ("access", "Lokalerna eller uppgifterna går inte att anpassa", "Premises or tasks cannot be adapted"),
    ("group", "Gruppen som den är nu", "The group as it is now"),
    ("closes", "Platsen stänger", "The place closes"),
    ("other", "Annat", "Something else"),
)


def fill(apps, schema_editor):
    apps.get_model("rules", "Code").objects.bulk_create(
        apps.get_model("rules", "Code")(
            table="site_no",
            code=code,
            label_sv=swedish,
            label_en=english,
            position=position,
            valid_from=date(2012, 1, 1),
        )
        for position, (code, swedish, english) in enumerate(SITE_NO)
    )


class Migration(migrations.Migration):
    dependencies = [("rules", "0005_how_to_appeal")]
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
                ],
                max_length=20,
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
