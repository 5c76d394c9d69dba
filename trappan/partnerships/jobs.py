"""What the worker does for this room: lets the names go of those who were referred and whom nobody has answered of."""

from trappan import database


def empty_referrals() -> None:
    """Empty name and contact of what partners have referred, where nobody has answered as long as the rules say."""
    database.value("partnerships_empty_referrals")


EACH_DAY = {"partnerships.empty_referrals": empty_referrals}
