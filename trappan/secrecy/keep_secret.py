"""Keep the secret with which the database seals who acts."""

from secrets import token_bytes

from trappan.secrecy.models import Secret


def keep_secret() -> None:
    """Make it where there is none; nobody ever asks for it but the database's own functions."""
    Secret.objects.get_or_create(defaults={"secret": token_bytes(32)})
