"""The account with which a colleague signs in, found or made by those who administer."""

from django.core.management.base import CommandError

from trappan.staff.models import Colleague, User


def account_of(email: str) -> User:
    """Return a colleague's account, made without a password where there is none; refuse an unknown address."""
    colleague = Colleague.objects.filter(email__iexact=email.strip()).first()
    if colleague is None:
        raise CommandError(f"No colleague has the address {email}.", returncode=2)
    user = User.objects.filter(colleague=colleague).first()
    if user is None:
        user = User(colleague=colleague, email=colleague.email)
        user.set_unusable_password()
        user.save()
    return user
