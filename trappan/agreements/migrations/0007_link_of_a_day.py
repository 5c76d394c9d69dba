"""A link in the reminder of a day, by which its person tells whether they come."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0006_link_subject"),
        ("people", "0007_consent_to_sus"),
        ("placements", "0008_what_is_said_of_a_day"),
        ("staff", "0015_project_roles"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="link", name="code_has_a_number"),
        migrations.RemoveConstraint(model_name="link", name="link_goes_by_mail"),
        migrations.RemoveConstraint(model_name="link", name="link_goes_somewhere"),
        migrations.RemoveConstraint(model_name="link", name="link_is_about_something"),
        migrations.RemoveConstraint(model_name="link", name="link_says_of_which"),
        migrations.AlterField(
            model_name="link",
            name="channel",
            field=models.CharField(choices=[("email", "E-mail"), ("sms", "Text message")], max_length=5),
        ),
        migrations.AlterField(
            model_name="link",
            name="code_by",
            field=models.CharField(
                choices=[("sms", "By text message"), ("aloud", "Read aloud on the telephone"), ("none", "No code")],
                max_length=5,
            ),
        ),
        migrations.AlterField(
            model_name="link",
            name="purpose",
            field=models.CharField(
                choices=[
                    ("sign", "To sign an agreement"),
                    ("week", "To tell of a week"),
                    ("end", "To tell how it went"),
                    ("follow_up", "To tell how it is now"),
                    ("day", "To tell whether one comes on a day"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="statement",
            name="purpose",
            field=models.CharField(
                choices=[
                    ("sign", "To sign an agreement"),
                    ("week", "To tell of a week"),
                    ("end", "To tell how it went"),
                    ("follow_up", "To tell how it is now"),
                    ("day", "To tell whether one comes on a day"),
                ],
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            model_name="link",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("channel", "email"), models.Q(("channel", "sms"), ("purpose", "day")), _connector="OR"
                ),
                name="link_goes_by_mail",
            ),
        ),
        migrations.AddConstraint(
            model_name="link",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("code_by", "sms"),
                        models.Q(("phone", ""), _negated=True),
                        models.Q(("purpose", "day"), _negated=True),
                    ),
                    models.Q(("code_by", "aloud"), models.Q(("purpose", "day"), _negated=True)),
                    models.Q(("code_by", "none"), ("purpose", "day")),
                    _connector="OR",
                ),
                name="code_has_a_number",
            ),
        ),
        migrations.AddConstraint(
            model_name="link",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("address", ""), _negated=True),
                    models.Q(
                        models.Q(("organisation", ""), _negated=True),
                        ("purpose__in", ["follow_up", "day"]),
                        _connector="OR",
                    ),
                ),
                name="link_goes_somewhere",
            ),
        ),
        migrations.AddConstraint(
            model_name="link",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("placement__isnull", False), ("purpose", "sign"), ("version__isnull", False)),
                    models.Q(("placement__isnull", False), ("purpose__in", ["week", "end", "day"]), ("version", None)),
                    models.Q(("placement", None), ("purpose", "follow_up"), ("version", None)),
                    _connector="OR",
                ),
                name="link_is_about_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="link",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("purpose", "sign"), ("subject", "")),
                    models.Q(
                        ("purpose__in", ["week", "end", "day"]),
                        (
                            "subject__regex",
                            "^20([0-9]{2}-(((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01]))|((0[469]|11)-(0[1-9]|[12][0-9]|30))|(02-(0[1-9]|1[0-9]|2[0-8])))|([02468][048]|[13579][26])-02-29)$",
                        ),
                    ),
                    models.Q(("purpose", "follow_up"), ("subject__regex", "^[0-9]{1,15}:[0-9]{1,2}$")),
                    _connector="OR",
                ),
                name="link_says_of_which",
            ),
        ),
    ]
