"""What ruled women and men out, counted once a month."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("matching", "0007_several_places"), ("staff", "0014_file_taken_away")]

    operations = [
        migrations.CreateModel(
            name="RuledOut",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("month", models.DateField()),
                ("counted_on", models.DateField()),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed a place"),
                            ("full", "Nothing proposed: every possible place is full"),
                            ("season", "Out of season"),
                            ("hours", "Closed at some of the planned times"),
                            ("needs", "Lacks what the person needs there, such as no lifting or no stairs"),
                            ("travel", "A longer journey than the person manages"),
                            ("consent", "A partner that the person has not consented to"),
                            ("refused", "The site has said no to the person"),
                            ("declined", "Declined before by a colleague"),
                        ],
                        max_length=10,
                    ),
                ),
                ("women", models.IntegerField(blank=True, null=True)),
                ("men", models.IntegerField(blank=True, null=True)),
                ("of_women", models.IntegerField()),
                ("of_men", models.IntegerField()),
                (
                    "organisation",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ["-month", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("organisation", "month", "reason"), name="ruled_out_once_a_month"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("men", None), ("women", None)),
                            models.Q(("men__gte", 5), ("women__gte", 5)),
                            _connector="OR",
                        ),
                        name="ruled_out_of_no_few",
                    ),
                ],
            },
        )
    ]
