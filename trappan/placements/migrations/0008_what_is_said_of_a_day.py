"""What somebody has said of a day beforehand: that they do not come, as until now, are late, or come.

Without an author it is the person's own word, and so is the reason.
"""

import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0007_consent_to_sus"),
        ("placements", "0007_tasks_and_pace"),
        ("staff", "0015_project_roles"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="notice", name="one_notice_a_day"),
        migrations.AddField(
            model_name="notice",
            name="says",
            field=models.CharField(
                choices=[("absent", "Does not come"), ("late", "Is late"), ("comes", "Comes")],
                db_default="absent",
                max_length=6,
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.UniqueConstraint(fields=("placement", "day", "says"), name="one_notice_a_day"),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(("says__in", ["absent", "late", "comes"])), name="notice_says_something"
            ),
        ),
        migrations.AddField(model_name="notice", name="minutes", field=models.SmallIntegerField(null=True)),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("minutes", None),
                    models.Q(("minutes__gt", 0), ("minutes__lte", 240), ("says", "late")),
                    _connector="OR",
                ),
                name="late_by_some_minutes",
            ),
        ),
        migrations.AlterField(
            model_name="toldreason",
            name="author",
            field=models.ForeignKey(
                db_default=trappan.history.models.CurrentActor(),
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="staff.membership",
            ),
        ),
    ]
