from django.db import migrations


class Migration(migrations.Migration):
    """What is sent twice is known by `history.SentForm` on every page; the day's list keeps no keys of its own."""

    dependencies = [("attendance", "0002_correction")]

    operations = [migrations.DeleteModel(name="SentOnce")]
