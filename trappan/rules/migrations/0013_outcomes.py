"""How cases end, by kind and by how we know; when people are asked afterwards; and that one belongs, said oneself."""

from datetime import date

from django.db import migrations, models

# The letter is the class of KAS and Kolada (U40406 to U40418): A work, B studies, C another authority. Internship (P)
# and municipal employment (M) are kinds of their own, and never work. The first day is that of all first codes.
FIRST = date(2012, 1, 1)
EXIT_KIND = (
    ("a1", "Anställning utan stöd", "Employment without support", None),
    ("a2", "Nystartsjobb", "Nystartsjobb", None),
    ("a3", "Lönebidrag", "Lönebidrag", None),
    ("a4", "Eget företag", "Own business", None),
    ("a5", "Introduktionsjobb", "Introduktionsjobb", None),
    ("a6", "Etableringsjobb", "Etableringsjobb", None),
    ("a7", "Offentligt skyddat arbete", "Public sheltered employment", None),
    ("b1", "Komvux, grundläggande nivå", "Komvux, compulsory level", None),
    ("b2", "Komvux, gymnasial nivå", "Komvux, upper secondary level", None),
    ("b3", "Gymnasieskola", "Upper secondary school", None),
    ("b4", "Folkhögskola", "Folk high school", None),
    ("b5", "Yrkeshögskola", "Higher vocational education", None),
    ("b6", "Högskola eller universitet", "University", None),
    ("c1", "Arbetsförmedlingen", "The Employment Service", None),
    ("c2", "Försäkringskassan", "The Social Insurance Agency", None),
    ("c3", "Vården", "Health care", None),
    ("c4", "Pensionsmyndigheten", "The Pensions Agency", None),
    ("c5", "En annan kommun", "Another municipality", None),
    ("c9", "En annan myndighet", "Another authority", None),
    ("p1", "Praktik hos en arbetsgivare", "Internship with an employer", None),
    ("p2", "Arbetsträning", "Work training", None),
    ("m1", "Arbetsmarknadsanställning", "Municipal employment", None),
    # No new decisions from 2022, and the provisions went on 1 January 2023 (SFS 2022:1734).
    ("m2", "Extratjänst", "Extratjänst", date(2023, 1, 1)),
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
                codes(table="exit_kind", code=code, label_sv=sv, label_en=en, position=at, valid_to=last, **about)
                for at, (code, sv, en, last) in enumerate(EXIT_KIND)
            ),
            *(
                codes(table="exit_source", code=code, label_sv=sv, label_en=en, position=at, **about)
                for at, (code, sv, en) in enumerate(EXIT_SOURCE)
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
                    ("exit_kind", "Kind of end"),
                    ("exit_source", "How we know of an end"),
                ],
                max_length=20,
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
