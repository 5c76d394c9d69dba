"""How the way in to the participant's own pages is guarded: our own starting points."""

from django.db import migrations

# A municipality decides its own by a new rule set.
OWN = {
    "own_code_days": 14,
    "own_pin_figures": 6,
    "own_tries": 5,
    "own_lock_minutes": 15,
    "own_most_wrong": 30,
    "own_idle_minutes": 30,
    "own_shared_minutes": 10,
}


def fill(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {**OWN, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0037_remind_each_day")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
