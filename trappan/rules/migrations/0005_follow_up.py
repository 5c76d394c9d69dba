from datetime import date

from django.db import migrations, models

# Our own starting points; a municipality decides its own by a new rule set.
NEW = {
    "unmarked_days": 3,
    "report_interval_days": 28,
    "prompt_untold": 3,
    "prompt_share": 50,
    "prompt_window_days": 28,
    "grounds_due_days": 10,
    "receipt_days": 7,
    "four_eyes": True,
}
CODES = {
    "support": [
        ("site", "Stöd och samtal av arbetsplatsen", "Support and talks by the site"),
        ("times", "Andra tider", "Other times"),
        ("tasks", "Andra uppgifter", "Other tasks"),
        ("contact", "Tätare kontakt med konsulenten", "Closer contact with the consultant"),
        ("reminder", "Påminnelse på morgonen", "A reminder in the morning"),
        ("interpreter", "Tolk", "An interpreter"),
        ("travel", "Hjälp med resan", "Help with the journey"),
        ("child_care", "Hjälp med barnomsorg", "Help with child care"),
        ("health", "Hjälp till vårdkontakt", "Help to reach health care"),
        ("other", "Annat", "Something else"),
    ],
    "branch": [
        ("restaurant", "Restaurang och café", "Restaurant and café"),
        ("retail", "Butik och second hand", "Shop and second hand"),
        ("garden", "Odling och trädgård", "Growing and gardening"),
        ("wood", "Snickeri och bygg", "Carpentry and building"),
        ("textile", "Textil", "Textiles"),
        ("repair", "Verkstad och reparation", "Workshop and repair"),
        ("logistics", "Lager och transport", "Storage and transport"),
        ("service", "Service och fastighet", "Service and property"),
        ("care", "Vård och omsorg", "Care"),
        ("office", "Kontor och administration", "Office and administration"),
        ("course", "Kurs och grupp", "Course and group"),
    ],
    "access": [
        ("step_free", "Utan trappsteg", "Step-free"),
        ("sitting", "Går att göra sittande", "Can be done sitting"),
        ("quiet", "Lugn miljö", "Quiet surroundings"),
        ("few_people", "Få människor åt gången", "Few people at a time"),
        ("hearing", "Hörselslinga", "Hearing loop"),
        ("bus", "Nära buss", "Near a bus"),
        ("pictures", "Instruktioner med bilder", "Instructions with pictures"),
    ],
    "partner_check": [
        ("form", "Organisationsform och registrering", "Form and registration"),
        ("economy", "Ekonomi: årsredovisning och skatter", "Economy: annual report and taxes"),
        ("insurance", "Försäkringar", "Insurance"),
        ("policy", "Policy för arbetsmiljö och likabehandling", "Policy on work environment and equal treatment"),
        ("records", "Registerutdrag för handledare", "Record extracts of supervisors"),
    ],
    "self_rating": [
        ("confidence", "Jag tror på mig själv", "I believe in myself"),
        ("everyday", "Jag har det bra i min vardag", "My everyday life is good"),
        ("safety", "Jag känner mig trygg", "I feel safe"),
        ("next_step", "Jag vågar ta nästa steg", "I dare to take the next step"),
    ],
    "placement_end": [
        ("work", "Börjar arbeta", "Begins to work"),
        ("studies", "Börjar studera", "Begins to study"),
        ("next_place", "Går vidare till en annan plats", "Goes on to another place"),
        ("planned", "Perioden är slut", "The period is over"),
        ("own_wish", "Egen önskan", "Own wish"),
        ("health", "Hälsan", "Health"),
        ("moves", "Flyttar från kommunen", "Moves from the municipality"),
        ("closes", "Platsen stänger", "The place closes"),
        ("other", "Annat", "Something else"),
    ],
}


def fill(apps, schema_editor):
    apps.get_model("rules", "Code").objects.bulk_create(
        apps.get_model("rules", "Code")(
            table=table, code=code, label_sv=swedish, label_en=english, position=position, valid_from=date(2012, 1, 1)
        )
        for table, codes in CODES.items()
        for position, (code, swedish, english) in enumerate(codes)
    )
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {**NEW, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0004_absence")]
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
                    ("placement_end", "How a placement ends"),
                ],
                max_length=20,
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
