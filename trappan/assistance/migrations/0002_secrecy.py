from django.db import migrations

from trappan.secrecy.policies import secret, versioned


class Migration(migrations.Migration):
    dependencies = [("assistance", "0001_assistance")]
    operations = [
        secret("assistance_application", "assistance", insert=True, update=("reference",)),
        secret("assistance_supportmonth", "assistance", insert=True, update=("obstacle", "amount")),
        versioned("assistance_application", "assistance"),
        versioned("assistance_supportmonth", "assistance"),
    ]
