"""Letters and digital mailboxes, what came back about what was sent, and addresses that do not work."""

import django.db.models.deletion
from django.db import migrations, models

import trappan.schedules.functions

PROTECT = django.db.models.deletion.PROTECT
CHANNELS = [("email", "E-mail"), ("sms", "Text message"), ("mailbox", "Digital mailbox"), ("letter", "Letter")]


class Migration(migrations.Migration):
    dependencies = [
        ("outbox", "0003_days_of_a_schedule"),
        ("people", "0007_consent_to_sus"),
        ("staff", "0015_project_roles"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="message", name="message_goes_a_known_way"),
        migrations.RemoveConstraint(model_name="wish", name="wish_of_a_known_way"),
        migrations.AddField(model_name="message", name="printed_at", field=models.DateTimeField(null=True)),
        migrations.AddField(
            model_name="message",
            name="printed_by",
            field=models.ForeignKey(
                db_index=False, null=True, on_delete=PROTECT, related_name="+", to="staff.membership"
            ),
        ),
        migrations.AddField(
            model_name="message",
            name="receipt",
            field=models.CharField(
                blank=True, choices=[("delivered", "Has come"), ("bounced", "Came back")], db_default="", max_length=9
            ),
        ),
        migrations.AddField(model_name="message", name="receipt_at", field=models.DateTimeField(null=True)),
        migrations.AddField(
            model_name="message",
            name="receipt_why",
            field=models.CharField(
                blank=True,
                choices=[
                    ("no_such", "There is no such address or number."),
                    ("full", "The receiver’s mailbox is full."),
                    ("not_taken", "The receiver’s service does not take it."),
                    ("other", "The service did not say why."),
                ],
                db_default="",
                max_length=9,
            ),
        ),
        migrations.AlterField(
            model_name="message",
            name="channel",
            field=models.CharField(
                choices=[
                    ("email", "E-mail"),
                    ("sms", "Text message"),
                    ("mailbox", "Digital mailbox"),
                    ("letter", "Letter"),
                ],
                max_length=7,
            ),
        ),
        migrations.AlterField(
            model_name="message",
            name="why",
            field=models.CharField(
                blank=True,
                choices=[
                    ("declined", "The receiver's service said no."),
                    ("not_reached", "The service was not reached, for most of a day."),
                    ("protected", "It is not sent: what it was about may not leave the house."),
                    (
                        "stopped",
                        "It was stopped before it left: what it reminded of no longer holds, or a pause began.",
                    ),
                    ("late", "It would have come too late: the service was not reached in time."),
                    ("dead", "It was not sent: messages have come back from that address or number."),
                    ("no_mailbox", "The person has no digital mailbox that takes messages from us."),
                    ("no_address", "The letter could not be sent: there was no address to write on it."),
                ],
                db_default="",
                max_length=11,
            ),
        ),
        migrations.AlterField(
            model_name="wish",
            name="way",
            field=models.CharField(
                choices=[
                    ("sms", "Text message"),
                    ("email", "E-mail"),
                    ("mailbox", "Digital mailbox"),
                    ("letter", "Letter on paper"),
                    ("none", "No reminders"),
                ],
                max_length=7,
            ),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(condition=models.Q(("receipt", "bounced")), fields=["receipt_at"], name="messages_back"),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(("channel__in", ["email", "sms", "mailbox", "letter"])),
                name="message_goes_a_known_way",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(("channel__in", ["email", "sms"]), ("person__isnull", False), _connector="OR"),
                name="no_post_to_a_colleague",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("receipt", ""), ("receipt_at", None), ("receipt_why", "")),
                    models.Q(
                        ("outcome", "sent"),
                        ("receipt", "delivered"),
                        ("receipt_at__isnull", False),
                        ("receipt_why", ""),
                    ),
                    models.Q(
                        ("outcome", "sent"),
                        ("receipt", "bounced"),
                        ("receipt_at__isnull", False),
                        ("receipt_why__in", ["no_such", "full", "not_taken", "other"]),
                    ),
                    _connector="OR",
                ),
                name="receipt_of_what_was_sent",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("printed_at", None), ("printed_by", None)),
                    models.Q(("channel", "letter"), ("printed_at__isnull", False), ("printed_by__isnull", False)),
                    _connector="OR",
                ),
                name="printed_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="wish",
            constraint=models.CheckConstraint(
                condition=models.Q(("way__in", ["sms", "email", "mailbox", "letter", "none"])),
                name="wish_of_a_known_way",
            ),
        ),
        migrations.CreateModel(
            name="DeadAddress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("person", models.ForeignKey(on_delete=PROTECT, related_name="+", to="people.person")),
                ("message", models.OneToOneField(on_delete=PROTECT, related_name="+", to="outbox.message")),
                ("channel", models.CharField(choices=CHANNELS, max_length=7)),
                ("address", models.CharField(max_length=254)),
                ("since", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("works_at", models.DateTimeField(null=True)),
                (
                    "works_by",
                    models.ForeignKey(
                        db_index=False, null=True, on_delete=PROTECT, related_name="+", to="staff.membership"
                    ),
                ),
            ],
            options={
                "db_table": "messages_deadaddress",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("works_at", None)), fields=["person", "address"], name="dead_once_at_a_time"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("channel__in", ["email", "sms"]),
                            models.Q(("works_at", None), ("works_by__isnull", False), _connector="XOR"),
                        ),
                        name="somebody_says_that_it_works",
                    ),
                ],
            },
        ),
    ]
