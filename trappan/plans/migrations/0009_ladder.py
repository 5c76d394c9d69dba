"""The next ladder is drafted on a page, and an earlier one says when it was replaced."""

import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions


class Migration(migrations.Migration):
    dependencies = [("plans", "0008_readiness"), ("staff", "0005_search")]

    operations = [
        migrations.AddField(
            model_name="ladder", name="at", field=models.DateTimeField(db_default=trappan.schedules.functions.Now())
        ),
        migrations.AddField(
            model_name="ladder",
            name="author",
            field=models.ForeignKey(
                db_default=trappan.history.models.CurrentActor(),
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="staff.membership",
            ),
        ),
        migrations.AddField(
            model_name="ladder", name="is_draft", field=models.BooleanField(db_default=False, default=False)
        ),
        migrations.AddField(model_name="ladder", name="replaced_on", field=models.DateField(blank=True, null=True)),
        migrations.AddConstraint(
            model_name="ladder",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_draft", True)), fields=("is_draft",), name="one_draft_of_the_ladder"
            ),
        ),
        migrations.AddConstraint(
            model_name="ladder",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_draft", True), ("is_main", True), _negated=True),
                name="a_draft_is_not_the_main_ladder",
            ),
        ),
    ]
