"""For how many days what was asked would be different of a week's proposals is kept."""

from django.db import migrations


def fill(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {"allocation_question_days": 30, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0028_allocation_kept")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
