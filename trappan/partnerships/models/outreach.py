"""Coming in through a site: contacts noted without anybody's name, and somebody referred by her own consent."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed
from trappan.staff.models import Organisation, Unit


class Outreach(Signed):
    """How many people a site met at a setting on a day, or in a whole month: contacts, which are not people (R-242).

    Nobody stands here: the setting is a kind of place in words. `day` is the first of the month where it is of a whole
    one. Never changed: what was noted wrongly is taken out, and noted anew. Read by the own organisation, and by those
    of the municipality who read the agreement with it.
    """

    MOST = 999  # in one note; more is a slip, or several settings

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    day = models.DateField()
    whole_month = models.BooleanField(default=False)
    people = models.PositiveSmallIntegerField()
    setting = models.CharField(max_length=120)
    taken_out_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-day", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(people__gte=1, people__lte=999), name="outreach_of_somebody"),
            models.CheckConstraint(condition=~Q(setting=""), name="outreach_says_where"),
            models.CheckConstraint(condition=Q(whole_month=False) | Q(day__day=1), name="outreach_month_is_its_first"),
        ]
        indexes = [models.Index(fields=["organisation", "day"], name="outreach_of_organisation")]

    def __str__(self) -> str:
        return self.setting


class PartnerReferral(Signed):
    """Somebody whom a partner tells a unit of, before any application and by that person's own consent (R-242).

    Asked by a site, received by a social worker of the unit, or of one that comes after it, and answered: the person
    came, or not. Why not is not asked: it could tell the partner what the municipality knows. `person` says who came,
    and is read by no role: it is counted alone. Name and how to reach the person are there while it waits, and emptied
    by the database when it is answered, taken back, or has waited so long as the rules say (`referral_name_days`). No
    role reads or writes the table but by functions (sql/referral.sql), and no version of a row is kept.
    """

    class How(models.TextChoices):
        MEETING = "meeting", _("In a meeting")
        PHONE = "phone", _("By phone")
        PAPER = "paper", _("On paper")

    class State(models.TextChoices):
        ASKED = "asked", _("Asked")
        RECEIVED = "received", _("Received")
        CAME = "came", _("Came")
        NOT = "not", _("Did not come")
        TAKEN_BACK = "taken_back", _("Consent taken back")
        LAPSED = "lapsed", _("Not answered in time")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    to_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120, blank=True)
    contact = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=60, blank=True)
    interpreter = models.BooleanField(default=False)
    why = models.CharField(max_length=300, blank=True)
    consented_on = models.DateField()
    consented_how = models.CharField(max_length=10, choices=How)
    consented_to = models.CharField(max_length=400)
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    received_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    received_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    answered_on = models.DateField(null=True, blank=True)
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["asked", "received"], answered_on=None)
                & ~Q(name="")
                & ~Q(contact="")
                & ~Q(why="")
                | ~Q(state__in=["asked", "received"]) & Q(answered_on__isnull=False, name="", contact="", why=""),
                name="referral_keeps_a_name_while_it_waits",
            ),
            models.CheckConstraint(
                condition=Q(state="came", person__isnull=False) | (~Q(state="came") & Q(person=None)),
                name="who_came_is_somebody",
            ),
            models.CheckConstraint(condition=~Q(consented_to=""), name="referral_consent_says_to_what"),
            models.CheckConstraint(condition=~Q(unit=F("to_unit")), name="referred_to_another_unit"),
            models.UniqueConstraint(
                F("unit"),
                F("to_unit"),
                Lower("name"),
                Lower("contact"),
                condition=Q(state__in=["asked", "received"]),
                name="one_open_referral",
            ),
        ]
