"""What a link is about is told apart in one form a purpose."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0005_ending"),
        ("people", "0006_what_stood"),
        ("placements", "0006_agreements"),
        ("staff", "0012_leaders"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="link",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("purpose", "sign"), ("subject", "")),
                    models.Q(
                        ("purpose__in", ["week", "end"]),
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
        )
    ]
