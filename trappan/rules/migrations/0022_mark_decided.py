"""A mark of an occupation is written by one colleague and decided by a second; those that are here are decided."""

import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions

MEMBERSHIP = {"on_delete": django.db.models.deletion.PROTECT, "related_name": "+", "to": "staff.membership"}


class Migration(migrations.Migration):
    dependencies = [("rules", "0021_known_and_kept"), ("staff", "0011_own_departments")]

    operations = [
        migrations.AddField("conceptmark", "at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
        migrations.AddField(
            "conceptmark",
            "author",
            models.ForeignKey(db_default=trappan.history.models.CurrentActor(), null=True, **MEMBERSHIP),
        ),
        migrations.AddField("conceptmark", "decided_by", models.ForeignKey(null=True, **MEMBERSHIP)),
        migrations.AddField(
            "conceptmark",
            "decided_at",
            models.DateTimeField(blank=True, db_default=trappan.schedules.functions.Now(), null=True),
        ),
        migrations.AddField("conceptmark", "stop_on", models.DateField(blank=True, null=True)),
        migrations.AddField("conceptmark", "stop_by", models.ForeignKey(null=True, **MEMBERSHIP)),
        migrations.AddConstraint(
            "conceptmark",
            models.CheckConstraint(
                condition=models.Q(("stop_by", None), ("stop_on", None))
                | models.Q(("stop_by__isnull", False), ("stop_on__isnull", False)),
                name="concept_mark_is_stopped_by_somebody",
            ),
        ),
    ]
