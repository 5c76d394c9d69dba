"""How a link's code guards it, and how often one hears how it goes at an employer: our own starting points."""

from django.db import migrations

# A municipality decides its own by a new rule set.
LINKS = {
    "link_code_minutes": 10,
    "link_codes": 3,
    "link_code_wait": 1,
    "link_codes_aloud": 9,
    "link_tries": 5,
    "link_read_minutes": 60,
    "along_person_days": 14,
    "along_employer_days": 28,
}


def fill(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {**LINKS, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0019_months_after_the_end")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
