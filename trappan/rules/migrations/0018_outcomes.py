"""How cases end, by kind and by how we know; when people are asked afterwards; and that one belongs, said oneself."""

from datetime import date

from django.db import migrations, models

# The letter is the class of KAS and Kolada (U40406 to U40418): A work, B studies, C another authority. An internship (P)
# is a kind of its own, and never work. With which support somebody is employed is a code of the support forms.
FIRST = date(2012, 1, 1)
EXIT_KIND = (
    ("a1", "Anställning", "Employment"),
    ("a4", "Eget företag", "Own business"),
    ("b1", "Komvux, grundläggande nivå", "Komvux, compulsory level"),
    ("b2", "Komvux, gymnasial nivå", "Komvux, upper secondary level"),
    ("b3", "Gymnasieskola", "Upper secondary school"),
    ("b4", "Folkhögskola", "Folk high school"),
    ("b5", "Yrkeshögskola", "Higher vocational education"),
    ("b6", "Högskola eller universitet", "University"),
    ("c1", "Arbetsförmedlingen", "The Employment Service"),
    ("c2", "Försäkringskassan", "The Social Insurance Agency"),
    ("c3", "Vården", "Health care"),
    ("c4", "Pensionsmyndigheten", "The Pensions Agency"),
    ("c5", "En annan kommun", "Another municipality"),
    ("c9", "En annan myndighet", "Another authority"),
    ("p1", "Praktik hos en arbetsgivare", "Internship with an employer"),
    ("p2", "Arbetsträning", "Work training"),
)
EXIT_SOURCE = (
    ("person", "Personen själv", "The person"),
    ("employer", "Arbetsgivaren", "The employer"),
    ("paper", "Anställningsbevis eller lönebesked", "Contract or pay slip"),
    ("admission", "Antagningsbesked eller CSN:s beslut", "Admission or the decision of CSN"),
    ("support", "Det ekonomiska biståndet", "The support"),
    ("authority", "En annan myndighet", "Another authority"),
    ("other", "Annat", "Something else"),
)
FOLLOW_UP = {
    "follow_up_first": 1,
    "follow_up_second": 3,
    "follow_up_third": 6,
    "follow_up_last": 12,
    "follow_up_tries": 3,
}


def fill(apps, schema_editor):
    codes = apps.get_model("rules", "Code")
    about = {"valid_from": FIRST}
    codes.objects.bulk_create(
        [
            *(
                codes(table=table, code=code, label_sv=sv, label_en=en, position=at, **about)
                for table, rows in (("exit_kind", EXIT_KIND), ("exit_source", EXIT_SOURCE))
                for at, (code, sv, en) in enumerate(rows)
            ),
            codes(
                table="self_rating",
                code="belonging",
                label_sv="Jag känner att jag hör till",
                label_en="I feel that I belong",
                position=4,
                **about,
            ),
        ]
    )
    # A municipality decides its own by a new rule set.
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {**FOLLOW_UP, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0017_agreements")]
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
                ],
                max_length=20,
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
