from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("insight", "0010_cases_and_shortage")]

    operations = [migrations.AddField("extract", "told_at", models.DateTimeField(null=True))]
