"""What the town has sent: the administrator has tried both ways out, and of one message nobody knows."""

from datetime import datetime, time, timedelta
from uuid import UUID

from trappan.demo.clock import STOCKHOLM, TODAY
from trappan.messages.models import Message
from trappan.staff.models import Membership

MONDAY = TODAY - timedelta(days=TODAY.weekday())
# way, days after Monday, hour, and what became of it; where nobody has said, nobody knows.
TRIED = (("email", 0, 8, "sent"), ("sms", 0, 8, "sent"), ("email", 2, 13, "sent"), ("sms", 2, 13, ""))
PHONE, TEXT = "+46701740605", "Det här är ett test från Trappan. Om du läser det fungerar det här sättet att skicka."


def try_ways() -> None:
    """Let the administrator have tried mail and text messages this week; the last text message had no answer."""
    sture = Membership.objects.filter(role="administrator").select_related("colleague").order_by("pk")[0]
    for number, (way, days, hour, became) in enumerate(TRIED, 1):
        at = datetime.combine(MONDAY + timedelta(days=days), time(hour, 5), tzinfo=STOCKHOLM)
        Message.objects.create(
            author=sture,
            at=at,
            colleague=sture.colleague,
            kind="messages.test",
            channel=way,
            address=sture.colleague.email if way == "email" else PHONE,
            subject="Trappan: ett test" if way == "email" else "",
            text=TEXT,
            key=UUID(int=number, version=4),
            tries=1,
            tried_at=at,
            outcome=became,
            sent_at=at if became else None,
        )
