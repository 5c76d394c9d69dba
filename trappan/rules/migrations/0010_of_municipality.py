"""Words are a municipality's own: those that are there become its, whose administrator wrote them."""

import django.db.models.deletion
from django.db import migrations, models

OWN = """
UPDATE rules_municipaltext t SET organisation_id = u.organisation_id
FROM staff_membership m JOIN staff_unit u ON u.id = m.unit_id WHERE m.id = t.author_id;
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
"""


class Migration(migrations.Migration):
    dependencies = [("rules", "0009_rulings"), ("staff", "0009_chosen")]

    operations = [
        migrations.RemoveConstraint(model_name="municipaltext", name="one_text_a_day"),
        migrations.AddField(
            model_name="municipaltext",
            name="organisation",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="staff.organisation",
            ),
        ),
        migrations.AddConstraint(
            model_name="municipaltext",
            constraint=models.UniqueConstraint(
                fields=("organisation", "kind", "starts_on"), name="one_text_a_day", nulls_distinct=False
            ),
        ),
        migrations.RunSQL(OWN, migrations.RunSQL.noop),
    ]
