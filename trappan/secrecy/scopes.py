"""What a grant opens, and which role may hold which scope.

`identity` is the name and languages; `activity` a site's own rows; `plan` the working file;
`requirement` the activity requirement; `assistance` applications and support months; `profile`
what matching needs; `restricted` opens only to a named membership.
"""

from django.db.models import TextChoices


class Scope(TextChoices):
    IDENTITY = "identity"
    ACTIVITY = "activity"
    PLAN = "plan"
    REQUIREMENT = "requirement"
    ASSISTANCE = "assistance"
    PROFILE = "profile"
    RESTRICTED = "restricted"


class Role(TextChoices):
    SOCIAL_WORKER = "social_worker"
    CONSULTANT = "consultant"
    COUNSELLOR = "counsellor"
    OCCUPATIONAL_THERAPIST = "occupational_therapist"
    HEAD_OF_UNIT = "head_of_unit"
    SUPERVISOR = "supervisor"
    SITE_LEADER = "site_leader"
    EMPLOYER_OFFICER = "employer_officer"
    PLACE_COORDINATOR = "place_coordinator"
    HOST_MANAGER = "host_manager"
    DIRECTOR = "director"
    CONTROLLER = "controller"
    BOARD_READER = "board_reader"
    PROJECT_LEADER = "project_leader"
    PROJECT_COORDINATOR = "project_coordinator"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


# Rows of the left scope are opened by a grant of any scope to the right.
OPENED_BY: dict[str, tuple[str, ...]] = {
    "identity": ("identity", "activity", "plan", "requirement", "assistance", "profile"),
    "activity": ("activity", "plan"),
    "plan": ("plan",),
    "requirement": ("requirement", "assistance"),
    "assistance": ("assistance",),
    "profile": ("profile", "plan"),
    "restricted": ("restricted",),
}

# Role → (scopes it may hold through its unit's grants or its own, scopes only through its own).
HELD_BY: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "social_worker": (("identity", "activity", "plan", "requirement", "assistance"), ()),
    "consultant": (("identity", "activity", "plan", "requirement", "profile"), ()),
    "counsellor": (("identity", "activity"), ()),
    "occupational_therapist": (("identity", "activity"), ()),
    "head_of_unit": ((), ("identity", "activity", "plan", "requirement", "assistance")),
    "supervisor": (("identity", "activity"), ()),
    "site_leader": (("identity", "activity"), ()),
    "place_coordinator": ((), ()),
    # Who comes to the own site is told by a function, and no more of them (placements/sql/coming.sql).
    "host_manager": ((), ()),
    "employer_officer": (("identity", "profile"), ()),
    # They read figures of everybody, and nobody by name (insight/secrecy.py).
    "director": ((), ()),
    "controller": ((), ()),
    "board_reader": ((), ()),
    # Leads a project of several municipalities, and reads no person of any (projects/secrecy.py).
    "project_leader": ((), ()),
    "project_coordinator": (("identity", "activity"), ()),
    "administrator": ((), ()),
    "auditor": ((), ()),
}
