from django.db import migrations

# Our own assumption; a municipality and its agreements decide.
NEW = {"places_notice_days": 14}


def add(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {**NEW, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0002_first_rules")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
