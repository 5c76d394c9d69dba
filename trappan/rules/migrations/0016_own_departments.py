"""How the municipality's own departments are asked for places, which is our own starting point."""

from django.db import migrations

# A municipality decides its own by a new rule set, with a source of its own.
PLACES = {"places_asked_days": 95, "places_answer_days": 56, "places_reminder_days": 21}


def fill(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {**PLACES, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0015_fit")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
