"""Who has a way in to the own pages without an eID, by what it was given, and where it is open now; who else comes."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from trappan.history.models import CurrentActor
from trappan.people.models import Person
from trappan.schedules.functions import Now, Today
from trappan.schedules.periods import Period


class Mandate(Period):
    """Somebody who comes to a person's own pages beside the person: a helper by the person's will, or a guardian.

    A helper sees the week, and may say of a time that the person does not come or comes late where `allows` says so;
    a guardian of somebody under 18 sees the steps too. Either says it in an own name: it never stands as the person's
    word. `given` is how the person gave it, or how it was proven. A guardian's ends with the day before the 18th
    birthday, which the database reckons anew each time it is asked. Ended, never opened anew and never deleted. Without
    an author the person has given it, by an eID.
    """

    class Kind(models.TextChoices):
        HELPER = "helper", _("Helper")
        GUARDIAN = "guardian", _("Guardian")

    class Allows(models.TextChoices):
        WEEK = "week", _("To see the week")
        SAY = "say", _("To see the week, and to say that the person does not come or comes late")

    class Given(models.TextChoices):
        PAPER = "paper", _("Signed on paper")
        EID = "eid", _("Given by the person, with an eID")
        REGISTER = "register", _("An extract from the population register")
        DECISION = "decision", _("A court’s decision")

    class Why(models.TextChoices):
        PERSON = "person", _("Ended by the person")
        HANDED_IN = "staff", _("Ended by a colleague")
        PROTECTED = "protected", _("Protected identity")
        CLOSED = "closed", _("The case was closed")

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind)
    name = models.CharField(max_length=100)
    phone = models.CharField(max_length=40, blank=True)
    relation = models.CharField(max_length=60)
    allows = models.CharField(max_length=4, choices=Allows)
    given = models.CharField(max_length=8, choices=Given)
    starts_on = models.DateField(db_default=Today())
    ends_on = models.DateField()
    author = models.ForeignKey(
        "staff.Membership", models.PROTECT, null=True, related_name="+", db_default=CurrentActor()
    )
    at = models.DateTimeField(db_default=Now())
    ended_at = models.DateTimeField(null=True)
    ended_why = models.CharField(max_length=10, choices=Why, blank=True, db_default="")

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="mandate_lasts_a_day"),
            models.CheckConstraint(
                condition=Q(kind="helper", given__in=["paper", "eid"])
                | Q(kind="guardian", given__in=["register", "decision"]),
                name="mandate_by_will_or_by_role",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_why="") | (Q(ended_at__isnull=False) & ~Q(ended_why="")),
                name="mandate_ends_with_a_reason",
            ),
        ]


class Account(models.Model):
    """A participant's way in without an eID: a number that tells nothing of anybody, and a PIN of the own choice.

    With a `mandate` it is the way in of whoever comes by that, to the same person's pages.

    `pin` is Django's hash of a keyed digest, empty until one is chosen. `tries` are the wrong ones since the last lock
    or right one, `wrong` those since the last right one; `locked_until` is when it opens again by itself. Ended, never
    opened anew: whoever comes back gets another. Moments of the guard are the real clock's, also in the demo.
    """

    class Why(models.TextChoices):
        HANDED_IN = "staff", _("Ended by a colleague")
        PERSON = "person", _("Ended by the person")
        PROTECTED = "protected", _("Protected identity")
        CLOSED = "closed", _("The case was closed")
        GUESSED = "guessed", _("Too many wrong PINs")

    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    mandate = models.ForeignKey(Mandate, models.PROTECT, null=True, related_name="accounts", db_index=False)
    number = models.CharField(max_length=8, unique=True)
    pin = models.CharField(max_length=200, blank=True, db_default="")
    tries = models.SmallIntegerField(db_default=0)
    wrong = models.SmallIntegerField(db_default=0)
    locked_until = models.DateTimeField(null=True)
    made_at = models.DateTimeField(db_default=Now())
    chosen_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_why = models.CharField(max_length=10, choices=Why, blank=True, db_default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(ended_at=None, mandate=None), name="one_way_in_a_person"
            ),
            models.UniqueConstraint(fields=["mandate"], condition=Q(ended_at=None), name="one_way_in_a_mandate"),
            models.CheckConstraint(condition=Q(number__regex=r"^[1-9][0-9]{7}$"), name="user_number_of_eight"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_why="") | (Q(ended_at__isnull=False) & ~Q(ended_why="")),
                name="way_in_ends_with_a_reason",
            ),
        ]


class Code(models.Model):
    """A code that a colleague has handed over in person, by which the person chooses a PIN: once, within some days.

    Only its digest is kept. `proven` is how the colleague knew who it was.
    """

    class Proven(models.TextChoices):
        DOCUMENT = "document", _("Showed an identity document")
        KNOWN = "known", _("I know the person from before")
        VOUCHED = "vouched", _("A colleague who knows the person was there")

    account = models.ForeignKey(Account, models.PROTECT, related_name="codes")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    proven = models.CharField(max_length=10, choices=Proven)
    author = models.ForeignKey("staff.Membership", models.PROTECT, related_name="+", db_default=CurrentActor())
    at = models.DateTimeField(db_default=Now())
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at", "-id"]


class OwnSession(models.Model):
    """Where a participant is signed in: the digest of what the browser alone has, erased when it ends.

    By a PIN it has the account, by an eID its level of assurance, as the service named it: only that opens what a PIN
    is too little for. `shared` says that the device is borrowed, so that it ends sooner.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, models.PROTECT, related_name="+", null=True)
    level = models.CharField(max_length=200, blank=True, db_default="")
    digest = models.CharField(max_length=64, unique=True)
    shared = models.BooleanField()
    began_at = models.DateTimeField(db_default=Now())
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(account=None) & ~Q(level="") | Q(account__isnull=False, level=""),
                name="session_by_pin_or_by_eid",
            )
        ]
