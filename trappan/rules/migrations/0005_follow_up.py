from django.db import migrations

# Our own starting points; a municipality decides its own by a new rule set.
NEW = {
    "unmarked_days": 3, "report_interval_days": 28, "prompt_untold": 3, "prompt_share": 50,
    "prompt_window_days": 28, "grounds_due_days": 10, "receipt_days": 7, "four_eyes": True,
}  # fmt: skip


def fill(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {**NEW, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0004_absence")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
