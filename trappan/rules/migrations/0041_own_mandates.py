"""How long somebody may help a person on the own pages before the person is asked anew: our own starting point."""

from django.db import migrations


def fill(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {"own_mandate_months": 12, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0040_mbl_information")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
