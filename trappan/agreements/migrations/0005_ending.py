"""How a placement at an employer ended, as the employer tells it."""

import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions


class Migration(migrations.Migration):
    dependencies = [("agreements", "0004_prepared"), ("people", "0006_what_stood"), ("staff", "0011_own_departments")]

    operations = [
        migrations.AlterField(
            model_name="link",
            name="ended_why",
            field=models.CharField(
                blank=True,
                choices=[
                    ("new", "Replaced by a new one"),
                    ("changed", "What it is about was changed"),
                    ("contact", "Whom we reach was put right, or has left"),
                    ("merged", "The employer has gone up in another one"),
                    ("tries", "Too many wrong codes"),
                    ("told", "Told on the telephone instead"),
                    ("protected", "Nothing is sent about the person"),
                ],
                db_default="",
                max_length=10,
            ),
        ),
        migrations.CreateModel(
            name="Ending",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("ends_on", models.DateField()),
                (
                    "how",
                    models.CharField(
                        choices=[("link", "By link and code"), ("phone", "On the telephone")], max_length=5
                    ),
                ),
                ("told_by", models.CharField(blank=True, max_length=201)),
                (
                    "went",
                    models.CharField(
                        choices=[
                            ("completed", "Completed as agreed"),
                            ("partly", "Partly: it ended before"),
                            ("not_started", "Did not start"),
                            ("unanswered", "Nobody at the employer has answered"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "initiative",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("employer", "The employer"),
                            ("participant", "The participant"),
                            ("municipality", "The municipality"),
                            ("together", "All together"),
                        ],
                        max_length=12,
                    ),
                ),
                ("hours", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "again",
                    models.CharField(
                        blank=True, choices=[("yes", "Yes"), ("perhaps", "Perhaps"), ("no", "No")], max_length=8
                    ),
                ),
                (
                    "led_to",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("here", "Yes, with the employer"),
                            ("elsewhere", "Yes, somewhere else"),
                            ("no", "No, not as far as is known"),
                        ],
                        max_length=10,
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=1000)),
                ("shown_on", models.DateField(blank=True, null=True)),
                ("own_words", models.CharField(blank=True, db_default="", max_length=500)),
                ("taken_back_at", models.DateTimeField(editable=False, null=True)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="endings", to="agreements.agreement"
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agreements.statement",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("taken_back_at", None)),
                        fields=("agreement", "ends_on"),
                        name="one_ending_an_end",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("taken_back_at", None)),
                        fields=("statement",),
                        name="one_ending_a_statement",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("how", "link"), ("statement__isnull", False)),
                            models.Q(("how", "phone"), ("statement", None)),
                            _connector="OR",
                        ),
                        name="ending_by_link_has_its_statement",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("initiative", ""), ("went__in", ["partly", "not_started"]), _connector="OR"
                        ),
                        name="initiative_of_what_broke_off",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("hours", None),
                            models.Q(("hours__gt", 0), ("went__in", ["completed", "partly"])),
                            _connector="OR",
                        ),
                        name="hours_of_what_began",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("again", ""),
                                ("how", "phone"),
                                ("led_to", ""),
                                ("told_by", ""),
                                ("went", "unanswered"),
                                ("words", ""),
                            ),
                            models.Q(
                                models.Q(("went", "unanswered"), _negated=True),
                                models.Q(("told_by", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="unanswered_tells_nothing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("went__in", ["completed", "partly", "not_started", "unanswered"]),
                            ("initiative__in", ["", "employer", "participant", "municipality", "together"]),
                            ("again__in", ["", "yes", "perhaps", "no"]),
                            ("led_to__in", ["", "here", "elsewhere", "no"]),
                        ),
                        name="ending_says_what_was_asked",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("own_words", ""), ("shown_on__isnull", False), _connector="OR"),
                        name="own_words_when_shown",
                    ),
                ],
            },
        ),
    ]
