"""How long an agreement at an employer may be, and a link for signing holds: our own starting points."""

from django.db import migrations

# A municipality decides its own by a new rule set, with a source of its own.
AGREEING = {"internship_most_days": 183, "work_trial_most_days": 183, "subsidised_most_days": 366, "link_days": 7}


def fill(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {**AGREEING, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0016_own_departments")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
