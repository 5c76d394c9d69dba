"""An agreement of three parties, its versions as they were read, and the signatures on them."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trappan.employers.models import Contact, Employer, Workplace
from trappan.history.models import Signed
from trappan.people.models import Person
from trappan.placements.models import Placement
from trappan.schedules.periods import Period
from trappan.staff.models import Membership


class Agreement(Signed):
    """What participant, employer and municipality agree on about one placement.

    `phone` and `email` are the contact's, where links and codes go: they are no content, and putting them right
    touches no signature. `keeper` sees to it. Before `paid_until` (the first day that is not paid) it does not end.
    `person_days` and `employer_days` are how often somebody speaks with each after the start, where another rhythm than
    the rules' is agreed. What is agreed stands in its versions.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="agreements")
    placement = models.OneToOneField(Placement, models.PROTECT, related_name="three_party")
    workplace = models.ForeignKey(Workplace, models.PROTECT, related_name="+")
    contact = models.ForeignKey(Contact, models.PROTECT, related_name="+")
    keeper = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    paid_until = models.DateField(null=True, blank=True)
    person_days = models.PositiveSmallIntegerField(null=True, blank=True)
    employer_days = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(Q(person_days=None) | Q(person_days__range=(1, 120)))
                & (Q(employer_days=None) | Q(employer_days__range=(1, 120))),
                name="rhythm_within_its_bounds",
            )
        ]


class Version(Period, Signed):
    """What was agreed on, word for word as the parties read it; never changed, only followed by another.

    `content` is the whole text: its lines, in order, each with key, label and words. `terms` are those of them that
    somebody typed. `support_form` is a code of that table, of a subsidised employment. `changes` says what differs
    from the version before, `why` why it was written anew. `digest` is the database's, of content, forms and days. A
    new version withdraws the one before, with its signatures (`withdrawn_at`); where nothing but the last day
    differs, what is signed stands until the new one is.
    """

    class Form(models.TextChoices):
        INTERNSHIP = "internship", _("Internship")
        WORK_TRIAL = "work_trial", _("Work trial")
        SUBSIDISED = "subsidised", _("Subsidised employment")

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="versions", db_index=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    employer = models.ForeignKey(Employer, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(default=0)
    form = models.CharField(max_length=20, choices=Form)
    support_form = models.CharField(max_length=30, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    content = models.JSONField()
    terms = models.JSONField()
    changes = models.JSONField(default=list)
    why = models.CharField(max_length=300, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    withdrawn_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "number"], name="one_version_a_number"),
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="version_ends_after_start"),
            models.CheckConstraint(
                condition=(Q(form="subsidised") & ~Q(support_form="")) | (~Q(form="subsidised") & Q(support_form="")),
                name="support_form_of_an_employment",
            ),
        ]

    @property
    def days(self) -> int:
        """Return how many days it is, from the first to the last."""
        return (self.ends_on - self.starts_on).days


class Signature(Signed):
    """That a party has signed a version, and how.

    The participant signs in the room, in the presence of whoever wrote the row, the employer by a link, the
    municipality last by its own colleague. Somebody else signs for the participant or the employer only with a
    `ground`, which stands on the paper. `hint` is the end of the number to which the code of a link went.
    """

    class Party(models.TextChoices):
        PARTICIPANT = "participant", _("The participant")
        EMPLOYER = "employer", _("The employer")
        MUNICIPALITY = "municipality", _("The municipality")

    class How(models.TextChoices):
        ROOM = "room", _("In the room")
        LINK = "link", _("By link and code")
        ON_BEHALF = "on_behalf", _("By somebody else")
        OWN = "own", pgettext_lazy("how somebody signed", "Signed in")

    version = models.ForeignKey(Version, models.PROTECT, related_name="signatures", db_index=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    party = models.CharField(max_length=20, choices=Party)
    how = models.CharField(max_length=20, choices=How)
    name = models.CharField(max_length=201)
    title = models.CharField(max_length=100, blank=True)
    ground = models.CharField(max_length=300, blank=True)
    hint = models.CharField(max_length=10, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    link = models.OneToOneField("agreements.Link", models.PROTECT, null=True, related_name="signature")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["version", "party"], name="one_signature_a_party"),
            models.CheckConstraint(condition=~Q(name=""), name="signature_has_a_name"),
            models.CheckConstraint(
                condition=Q(party="participant", how__in=["room", "on_behalf"])
                | Q(party="employer", how__in=["link", "on_behalf"])
                | Q(party="municipality", how="own"),
                name="each_party_signs_its_way",
            ),
            models.CheckConstraint(
                condition=(Q(how="on_behalf") & ~Q(ground="")) | (~Q(how="on_behalf") & Q(ground="")),
                name="on_behalf_has_a_ground",
            ),
            models.CheckConstraint(
                condition=Q(how="link", link__isnull=False) | (~Q(how="link") & Q(link=None)),
                name="link_of_a_signature",
            ),
        ]
