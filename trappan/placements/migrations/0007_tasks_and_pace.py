"""Other tasks or another pace: proposed with the person's own view, answered or seen."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0007_consent_to_sus"),
        ("placements", "0006_agreements"),
        ("staff", "0015_project_roles"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="proposedchange", name="change_says_what"),
        migrations.AddField(
            model_name="proposedchange",
            name="own_view",
            field=models.CharField(blank=True, db_default="", max_length=300),
        ),
        migrations.AddField(model_name="proposedchange", name="seen", field=models.BooleanField(db_default=False)),
        migrations.AlterField(
            model_name="proposedchange",
            name="kind",
            field=models.CharField(
                choices=[
                    ("end", "Another last day"),
                    ("week", "Other days and times"),
                    ("tasks", "Other tasks or another pace"),
                ],
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            model_name="proposedchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind__in", ["end", "tasks"]), ("week", "")),
                    models.Q(("kind", "week"), models.Q(("week", ""), _negated=True)),
                    _connector="OR",
                ),
                name="change_says_what",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposedchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "tasks"), models.Q(("own_view", ""), _negated=True)),
                    models.Q(models.Q(("kind", "tasks"), _negated=True), ("own_view", "")),
                    _connector="OR",
                ),
                name="change_of_tasks_says_own_view",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposedchange",
            constraint=models.CheckConstraint(
                condition=models.Q(("seen", False), models.Q(("accepted", True), ("kind", "tasks")), _connector="OR"),
                name="tasks_are_seen",
            ),
        ),
    ]
