"""What is keyed in to SUS, as codes of our own: its lists have not been read, so whoever has them closes these."""

from datetime import date

from django.db import migrations, models

EFFORT = (
    ("mapping", "Kartläggning", "Mapping"),
    ("guidance", "Vägledning och motivation", "Guidance and motivation"),
    ("training", "Arbetsträning", "Work training"),
    ("rehabilitation", "Rehabilitering", "Rehabilitation"),
    ("supported", "Stöd på en arbetsplats", "Support at a workplace"),
    ("studies", "Förberedelse för studier", "Preparation for studies"),
    ("other", "Annan insats", "Another effort"),
)
INCOME = (
    ("support", "Ekonomiskt bistånd", "Social assistance"),
    ("sick_pay", "Sjukpenning", "Sickness benefit"),
    ("sickness", "Sjukersättning eller aktivitetsersättning", "Sickness or activity compensation"),
    ("rehabilitation", "Rehabiliteringsersättning", "Rehabilitation compensation"),
    ("unemployment", "Arbetslöshetsersättning", "Unemployment benefit"),
    ("activity", "Aktivitetsstöd, utvecklingsersättning eller etableringsersättning", "Activity grant"),
    ("wage", "Lön eller eget företag", "Wage or own business"),
    ("student_aid", "Studiestöd", "Student aid"),
    ("parental", "Föräldrapenning", "Parental benefit"),
    ("other", "Annan försörjning", "Another income"),
    ("none", "Ingen egen försörjning", "No income of one's own"),
)
OCCUPATION = (
    ("work", "Arbete utan stöd", "Work without support"),
    ("supported_work", "Arbete med stöd", "Work with support"),
    ("studies", "Studier", "Studies"),
    ("job_search", "Söker arbete", "Looks for work"),
    ("programme", "Arbetsmarknadspolitiskt program", "Labour market programme"),
    ("sick", "Sjukskriven", "On sick leave"),
    ("parental", "Föräldraledig", "On parental leave"),
    ("other", "Annat", "Something else"),
)


def fill(apps, schema_editor):
    codes = apps.get_model("rules", "Code")
    codes.objects.bulk_create(
        codes(table=table, code=code, label_sv=sv, label_en=en, position=at, valid_from=date(2012, 1, 1))
        for table, rows in (("sus_effort", EFFORT), ("sus_income", INCOME), ("sus_occupation", OCCUPATION))
        for at, (code, sv, en) in enumerate(rows)
    )


class Migration(migrations.Migration):
    dependencies = [("rules", "0029_allocation_questions")]
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
                ],
                max_length=20,
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
