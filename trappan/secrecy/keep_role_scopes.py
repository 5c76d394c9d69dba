"""Keep the table that policies ask, of roles and scopes, as `scopes.HELD_BY` says."""

from trappan.secrecy.models import RoleScope
from trappan.secrecy.scopes import HELD_BY


def keep_held() -> None:
    """Let the database know which role may hold which scope today, and nothing else."""
    wanted = {
        (role, scope): through_unit
        for role, by_way in HELD_BY.items()
        for scopes, through_unit in zip(by_way, (True, False), strict=True)
        for scope in scopes
    }
    for one in RoleScope.objects.all():
        if wanted.get((one.role, one.scope)) != one.through_unit:
            one.delete()
    for (role, scope), through_unit in wanted.items():
        RoleScope.objects.get_or_create(role=role, scope=scope, defaults={"through_unit": through_unit})
