from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("staff", "0013_list_file")]

    operations = [
        migrations.AlterField(
            model_name="listfile",
            name="why",
            field=models.CharField(
                blank=True,
                choices=[
                    ("right", "The right to take out the list has ended."),
                    ("too_long", "The list has more rows than a file holds. Narrow it, and take it in parts."),
                    ("failed", "Something went wrong each time. Take the list anew, or narrow it."),
                    ("protected", "The file was taken away: somebody has become protected. Order it anew."),
                ],
                db_default="",
                default="",
                max_length=10,
            ),
        )
    ]
