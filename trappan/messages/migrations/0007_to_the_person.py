"""Whether a message about a person goes to that person; what is sent already and surely did is told to."""

from django.db import migrations, models

SURELY = "UPDATE messages_outbox SET to_person = true WHERE reminder_id IS NOT NULL OR channel IN ('letter', 'mailbox')"


class Migration(migrations.Migration):
    dependencies = [("outbox", "0006_language_alone")]

    operations = [
        migrations.AddField("message", "to_person", models.BooleanField(db_default=False, default=False)),
        migrations.RunSQL(SURELY, migrations.RunSQL.noop),
    ]
