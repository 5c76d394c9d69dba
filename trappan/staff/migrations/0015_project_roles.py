"""Who leads a project of several municipalities, and who coordinates it in one of them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("staff", "0014_file_taken_away")]

    operations = [
        migrations.RemoveConstraint(model_name="membership", name="known_role"),
        migrations.AlterField(
            model_name="membership",
            name="role",
            field=models.CharField(
                choices=[
                    ("social_worker", "Social worker"),
                    ("consultant", "Labour market consultant"),
                    ("counsellor", "Study and career counsellor"),
                    ("occupational_therapist", "Occupational therapist"),
                    ("head_of_unit", "Head of unit"),
                    ("supervisor", "Supervisor"),
                    ("site_leader", "Site leader"),
                    ("employer_officer", "Employer officer"),
                    ("place_coordinator", "Place coordinator"),
                    ("host_manager", "Manager of an own department"),
                    ("director", "Director"),
                    ("controller", "Controller"),
                    ("board_reader", "Member of the board"),
                    ("project_leader", "Project leader"),
                    ("project_coordinator", "Project coordinator"),
                    ("administrator", "System administrator"),
                    ("auditor", "Log auditor"),
                ],
                max_length=30,
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "role__in",
                        [
                            "social_worker",
                            "consultant",
                            "counsellor",
                            "occupational_therapist",
                            "head_of_unit",
                            "supervisor",
                            "site_leader",
                            "employer_officer",
                            "place_coordinator",
                            "host_manager",
                            "director",
                            "controller",
                            "board_reader",
                            "project_leader",
                            "project_coordinator",
                            "administrator",
                            "auditor",
                        ],
                    )
                ),
                name="known_role",
            ),
        ),
    ]
