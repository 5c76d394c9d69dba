"""What is mailed to a colleague: the link by which a password is chosen."""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from trappan.refusals import Refused
from trappan.staff import operations
from trappan.staff.models import Colleague


def mail_link(*, colleague: Colleague) -> None:
    """Send a link for a password to the colleague's own address; refused where the mail server does not answer."""
    link = operations.make_password_link(colleague=colleague, sent_by="mail")
    words = {"link": link, "name": colleague.given_name, "municipality": settings.MUNICIPALITY}
    subject = render_to_string("staff/email/password_link_subject.txt", words).strip()
    try:
        send_mail(subject, render_to_string("staff/email/password_link_message.txt", words), None, [colleague.email])
    except OSError:
        raise Refused(_("The mail server does not answer. Print the letter instead.")) from None
