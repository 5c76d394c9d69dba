import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0002_agreements_whole"), ("staff", "0014_file_taken_away")]

    operations = [
        migrations.AddField(
            model_name="agreement", name="changed_on", field=models.DateField(editable=False, null=True)
        ),
        migrations.AddField(
            model_name="amendment", name="changed_on", field=models.DateField(editable=False, null=True)
        ),
        migrations.CreateModel(
            name="JointMeeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                (
                    "kind",
                    models.CharField(
                        choices=[("steering", "Steering group"), ("coordination", "Coordination")], max_length=15
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("held_on", models.DateField()),
                ("roles", models.CharField(blank=True, default="", max_length=300)),
                ("said", models.TextField(blank=True, default="")),
                ("called_off_on", models.DateField(blank=True, null=True)),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="partnerships.agreement",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        db_default=trappan.history.models.CurrentActor(),
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.membership",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.organisation"
                    ),
                ),
            ],
            options={
                "ordering": ["-held_on", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="joint_meeting_has_a_name"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingAction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("text", models.CharField(max_length=300)),
                ("owner_as", models.CharField(blank=True, default="", max_length=200)),
                ("due_on", models.DateField()),
                ("done_on", models.DateField(blank=True, null=True)),
                ("result", models.CharField(blank=True, default="", max_length=300)),
                (
                    "author",
                    models.ForeignKey(
                        db_default=trappan.history.models.CurrentActor(),
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.membership",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="partnerships.jointmeeting",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.membership",
                    ),
                ),
            ],
            options={
                "ordering": [models.OrderBy(models.F("done_on"), nulls_first=True), "due_on", "id"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="action_says_what"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("owner", None), models.Q(("owner_as", ""), _negated=True)),
                            models.Q(("owner__isnull", False), ("owner_as", "")),
                            _connector="OR",
                        ),
                        name="action_has_one_owner",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_on", None), ("result", "")),
                            models.Q(("done_on__isnull", False), models.Q(("result", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="action_is_done_with_a_result",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingBody",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("name", models.CharField(max_length=200)),
                (
                    "author",
                    models.ForeignKey(
                        db_default=trappan.history.models.CurrentActor(),
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.membership",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bodies",
                        to="partnerships.jointmeeting",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="meeting_body_has_a_name"
                    ),
                    models.UniqueConstraint(fields=("meeting", "name"), name="one_meeting_body_a_name"),
                ],
            },
        ),
    ]
