"""What colleagues are asked once a year: our own starting point, which a municipality words anew."""

from datetime import date

from django.db import migrations, models

QUESTIONS = (
    ("helps", "Det vi gör hjälper människor vidare", "What we do helps people on"),
    ("time", "Jag hinner med det som är viktigast", "I have time for what matters most"),
    ("together", "Samarbetet fungerar, inom huset och med andra", "Working together goes well, here and with others"),
    ("say", "Jag kan säga vad som inte fungerar", "I can say what does not work"),
)


def fill(apps, schema_editor):
    codes = apps.get_model("rules", "Code")
    codes.objects.bulk_create(
        codes(table="staff_question", code=code, label_sv=sv, label_en=en, position=at, valid_from=date(2012, 1, 1))
        for at, (code, sv, en) in enumerate(QUESTIONS)
    )


class Migration(migrations.Migration):
    dependencies = [("rules", "0024_deliveries")]
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
                ],
                max_length=20,
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
