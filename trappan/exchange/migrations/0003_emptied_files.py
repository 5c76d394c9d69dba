from django.db import migrations, models

# What reports said of two numbers would tell, beside the file's own lines, how many households are protected.
AGREE = """
UPDATE exchange_delivery d SET report = (SELECT jsonb_agg(CASE WHEN r ->> 'check' IN ('households', 'sent')
    THEN (r - 'found' - 'told') || jsonb_build_object('is_open', r ->> 'told' IS NULL) ELSE r END ORDER BY at)
  FROM jsonb_array_elements(d.report) WITH ORDINALITY x (r, at))
WHERE d.report @? '$[*] ? (@.check == "households" || @.check == "sent")'
"""
# Of the versions of a file only the last is kept.
LAST = """
UPDATE exchange_delivery d SET expires_on = LEAST(d.expires_on, current_date)
WHERE d.made_at IS NOT NULL AND EXISTS (SELECT FROM exchange_delivery l WHERE l.municipality_id = d.municipality_id
  AND l.kind = d.kind AND l.first = d.first AND l.version > d.version AND l.made_at IS NOT NULL);
UPDATE exchange_deliveryfile f SET content = NULL FROM exchange_delivery d
WHERE d.id = f.delivery_id AND d.expires_on <= current_date
"""


class Migration(migrations.Migration):
    dependencies = [("exchange", "0002_deliveries")]

    operations = [
        migrations.AddField("deliveryfile", "households", models.IntegerField(null=True)),
        migrations.RunSQL(AGREE),
        migrations.RunSQL(LAST),
    ]
