"""Somebody who waits for a place does so in the same words wherever it is said."""

from django.db import migrations

WORDS = """UPDATE rules_code SET label_sv = 'Väntar på plats', label_en = 'Waits for a place'
    WHERE "table" = 'stall' AND code = 'no_place' AND label_sv = 'Ingen plats'"""


class Migration(migrations.Migration):
    dependencies = [("rules", "0010_of_municipality")]
    operations = [migrations.RunSQL(WORDS, migrations.RunSQL.noop)]
