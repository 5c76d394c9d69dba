"""What the town has sent: the administrator has tried both ways out, and of one message nobody knows.

One consultant has letters to print, a letter that is printed and not posted, and an e-mail address that does not work.
Today's meetings were reminded of yesterday, one of them in vain; the coming ones wait for the worker, one person's are
paused, and one person has said how.
"""

from datetime import datetime, time, timedelta
from uuid import UUID

from trappan import database
from trappan.demo.clock import STOCKHOLM, TODAY
from trappan.messages.models import DeadAddress, Message, Pause, Wish, Wording
from trappan.messages.texts import ours
from trappan.people.models import Contact, Person
from trappan.staff.models import Membership

MONDAY = TODAY - timedelta(days=TODAY.weekday())
# way, days after Monday, hour, and what became of it; where nobody has said, nobody knows.
TRIED = (("email", 0, 8, "sent"), ("sms", 0, 8, "sent"), ("email", 2, 13, "sent"), ("sms", 2, 13, ""))
PHONE, TEXT = "+46701740605", "Det här är ett test från Trappan. Om du läser det fungerar det här sättet att skicka."

# Made anew, as they were booked days ago, and not by the hour at which the town is founded.
COMING = """
INSERT INTO messages_reminder (person_id, author_id, about_table, about_row, starts_at, booked_at)
SELECT m.person_id, m.colleague_id, 'cases_meeting', m.id, m.starts_at, m.booked_at
FROM cases_meeting m JOIN cases_case c ON c.id = m.case_id
WHERE m.outcome = '' AND c.closed_on IS NULL AND m.starts_at >= %s ORDER BY m.starts_at, m.id
"""
# Whose number the service did not know was reminded in vain.
YESTERDAY = """
INSERT INTO messages_outbox (author_id, at, person_id, to_person, reminder_id, kind, channel, address, text, key, tries,
  tried_at, outcome, why, sent_at)
SELECT t.author_id, %(at)s, t.person_id, true, t.id, 'messages.remind', 'sms', t.number, %(text)s,
  md5('reminder ' || t.about_row)::uuid, 1, %(at)s, CASE WHEN t.first THEN 'refused' ELSE 'sent' END,
  CASE WHEN t.first THEN 'declined' ELSE '' END, CASE WHEN NOT t.first THEN %(at)s END
FROM (SELECT r.*, messages_in_full(c.phone) AS number, row_number() OVER (ORDER BY r.id) = 1 AS first
  FROM messages_reminder r JOIN people_contact c ON c.person_id = r.person_id
  JOIN people_person p ON p.id = r.person_id AND NOT p.shielded
  WHERE r.starts_at < %(midnight)s AND messages_in_full(c.phone) <> '') t ORDER BY t.id
"""
# Whom a consultant works with, that may be written to and live somewhere.
HERS = """
SELECT c.person_id FROM cases_case c JOIN people_person p ON p.id = c.person_id AND p.protection = 'none'
JOIN people_contact k ON k.person_id = p.id AND k.address <> ''
WHERE c.responsible_id = %s AND c.closed_on IS NULL ORDER BY c.opened_on DESC, c.id DESC OFFSET 3 LIMIT 5
"""


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


def remind() -> None:
    """Let what is booked be reminded of: today's went out yesterday, one in vain; one person's are paused."""
    morning = datetime.combine(TODAY, time(0), tzinfo=STOCKHOLM)
    yesterday = datetime.combine(TODAY - timedelta(days=1), time(10), tzinfo=STOCKHOLM)
    database.execute("DELETE FROM messages_reminder")
    database.execute(COMING, [morning])
    about = {"at": yesterday, "midnight": morning + timedelta(days=1), "text": ours("least", "sv")}
    database.execute(YESTERDAY, about)
    samira = Person.objects.filter(given_name="Samira", family_name="Påhitt").order_by("pk")[0]
    jonna = Membership.objects.filter(colleague__given_name="Jonna", role="consultant").order_by("pk")[0]
    Wish.objects.create(person=samira, way="sms", language="ar", tells_time=True, author=jonna, at=yesterday)
    away = database.query(
        "SELECT r.person_id, r.author_id FROM messages_reminder r JOIN people_person p ON p.id = r.person_id "
        "WHERE NOT p.shielded AND r.starts_at > %s ORDER BY r.starts_at, r.id LIMIT 1",
        [morning + timedelta(days=3)],
    )
    for one in away:
        Pause.objects.create(
            person_id=one.person_id,
            author_id=one.author_id,
            at=yesterday,
            starts_on=TODAY - timedelta(days=1),
            ends_on=TODAY + timedelta(days=30),
            reason="Bad om att få ringa själv (påhittat)",
        )
    sture = Membership.objects.filter(role="administrator").select_related("unit").order_by("pk")[0]
    Wording.objects.create(
        organisation_id=sture.unit.organisation_id,
        kind=Wording.Kind.LEAST,
        language=Wish.Language.ENGLISH,
        starts_on=TODAY - timedelta(days=10),
        text="Hello! You have something booked with Ekelunda soon. Wondering about it? Contact us.",
        author=sture,
        at=datetime.combine(TODAY - timedelta(days=10), time(9), tzinfo=STOCKHOLM),
    )


def write_letters() -> None:
    """Let people of one consultant be written to on paper, and an e-mail come back from one who has a number too."""
    jonna = Membership.objects.filter(colleague__given_name="Jonna", role="consultant").order_by("pk")[0]
    at = datetime.combine(TODAY - timedelta(days=2), time(9, 20), tzinfo=STOCKHOLM)
    words = ours("least", "sv")
    hers = [one.person_id for one in database.query(HERS, [jonna.pk])]
    # The last letter has nothing but a street on it.
    Contact.objects.filter(person__in=hers[:3]).update(postal_code="123 45")
    for number, (person_id, printed) in enumerate(zip(hers[:4], (False, False, True, False), strict=False), 1):
        Message.objects.create(
            author=jonna,
            at=at,
            person_id=person_id,
            to_person=True,
            kind="messages.remind",
            channel="letter",
            address="–",
            subject="Meddelande från Ekelunda",
            text=words,
            key=UUID(int=100 + number, version=4),
            printed_at=at + timedelta(hours=2) if printed else None,
            printed_by=jonna if printed else None,
        )
    email, returned = "gammal.adress@post.example", at + timedelta(minutes=3)
    for person_id in hers[4:]:
        Contact.objects.filter(person_id=person_id).update(email=email)
        back = Message.objects.create(
            author=jonna,
            at=at,
            person_id=person_id,
            to_person=True,
            kind="messages.remind",
            channel="email",
            address=email,
            subject="Meddelande från Ekelunda",
            text=words,
            key=UUID(int=110, version=4),
            tries=1,
            tried_at=at,
            outcome="sent",
            sent_at=at,
            receipt="bounced",
            receipt_at=returned,
            receipt_why="no_such",
        )
        DeadAddress.objects.create(person_id=person_id, message=back, channel="email", address=email, since=returned)
