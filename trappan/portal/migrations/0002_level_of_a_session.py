"""A session of the own pages says whose they are, and by what level of an eID the person came in."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0007_consent_to_sus"), ("portal", "0001_own_pages")]

    operations = [
        # Whoever is signed in signs in once more: a session says nothing that is worth keeping.
        migrations.RunSQL("DELETE FROM portal_ownsession", migrations.RunSQL.noop),
        migrations.AddField("ownsession", "level", models.CharField(blank=True, db_default="", max_length=200)),
        migrations.AddField(
            "ownsession",
            "person",
            models.ForeignKey(
                default=None, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
            ),
            preserve_default=False,
        ),
        migrations.AlterField(
            "ownsession",
            "account",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="portal.account"
            ),
        ),
        migrations.AddConstraint(
            "ownsession",
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(("account", None), models.Q(("level", ""), _negated=True)),
                    models.Q(("account__isnull", False), ("level", "")),
                    _connector="OR",
                ),
                name="session_by_pin_or_by_eid",
            ),
        ),
    ]
