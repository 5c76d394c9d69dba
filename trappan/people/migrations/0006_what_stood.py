"""What a person was called before, and what was protected, is no longer told to those who read the name of today."""

from django.db import migrations

NARROWER = """
UPDATE history_version SET scope = 'requirement' WHERE of_table = 'people_person' AND scope = 'identity';
UPDATE history_event SET scope = 'requirement' WHERE verb = 'people.rectify_person' AND scope = 'identity';
UPDATE history_event SET scope = 'plan' WHERE verb = 'people.protect' AND scope = 'identity';
"""
WIDER = """
UPDATE history_version SET scope = 'identity' WHERE of_table = 'people_person' AND scope = 'requirement';
UPDATE history_event SET scope = 'identity' WHERE verb IN ('people.rectify_person', 'people.protect');
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0005_rectification"), ("history", "0004_watched")]

    operations = [migrations.RunSQL(NARROWER, WIDER)]
