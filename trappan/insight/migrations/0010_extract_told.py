from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("insight", "0009_staff_question")]

    operations = [migrations.AddField("extract", "told_at", models.DateTimeField(null=True))]
