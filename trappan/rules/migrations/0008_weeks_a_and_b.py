"""Weeks A and B are counted from a Monday in the rule set, so that week 53 gives no two of a kind.

The first Monday of 2021 began a week A by the odd and even weeks of before, and so did every odd week until the
week 53 that 2026 ends with: no schedule of those years changes its letters.
"""

from django.db import migrations

MONDAY = "2021-01-04"
COUNT = f"""UPDATE schedules_day
    SET letter = CASE (date_trunc('week', day)::date - DATE '{MONDAY}') / 7 % 2 WHEN 0 THEN 'a' ELSE 'b' END"""


def fill(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters.setdefault("week_a_from", MONDAY)
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0007_ready_for"), ("schedules", "0003_letter")]
    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunSQL(COUNT, migrations.RunSQL.noop),
    ]
