"""The steps that a draft takes before it is signed: consultations, information under MBL, the decision, who gets it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed
from trappan.partnerships.models.agreement import Agreement, Amendment


class Consultation(Signed):
    """That somebody was consulted, or the unions informed, about an agreement or an amendment to it, on a day.

    Of a union the paragraph of MBL is said (R-178), or that it was tried and none was needed: then `outcome` says why.
    Without both the decision is refused (R-206). Never changed.
    """

    class Kind(models.TextChoices):
        CONSULTATION = "consultation", _("Consultation")
        MBL = "mbl", _("Unions, MBL")

    class Paragraph(models.TextChoices):
        NEGOTIATION = "11", _("Negotiation, section 11 of MBL")
        INFORMATION = "19", _("Information, section 19 of MBL")
        NOT_NEEDED = "none", _("Tried: neither is needed")

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="consultations")
    amendment = models.ForeignKey(Amendment, models.PROTECT, null=True, blank=True, related_name="consultations")
    kind = models.CharField(max_length=15, choices=Kind)
    paragraph = models.CharField(max_length=5, choices=Paragraph, blank=True)
    whom = models.CharField(max_length=200)
    held_on = models.DateField()
    outcome = models.CharField(max_length=500)

    class Meta:
        ordering = ["held_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="mbl") & ~Q(paragraph="") | Q(kind="consultation", paragraph=""),
                name="consultation_says_paragraph",
            ),
            models.CheckConstraint(condition=~Q(whom="") & ~Q(outcome=""), name="consultation_says_with_whom"),
        ]


class Decision(Signed):
    """What was decided of an agreement or an amendment: by which board, when, its paragraph and registry number.

    One a version. The database refuses it before the consultation and the information under MBL are there.
    `paper_edition` is the edition of the decision paper that was read; None where there was no paper. Sources: R-055,
    R-177, R-200.
    """

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="decisions", db_index=False)
    amendment = models.ForeignKey(Amendment, models.PROTECT, null=True, blank=True, related_name="decisions")
    decided_on = models.DateField()
    body = models.CharField(max_length=200)
    paragraph = models.CharField(max_length=60, blank=True)
    reference = models.CharField(max_length=60)
    officer = models.CharField(max_length=200)
    paper_edition = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["decided_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "amendment"], nulls_distinct=False, name="one_decision_a_version"
            ),
            models.CheckConstraint(
                condition=~Q(body="") & ~Q(reference="") & ~Q(officer=""), name="decision_says_who_and_where"
            ),
        ]


class Recipient(Signed):
    """Somebody who is to have the decision (R-213): a unit, a board, the partner. Sent on a day, once."""

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="recipients", db_index=False)
    amendment = models.ForeignKey(Amendment, models.PROTECT, null=True, blank=True, related_name="recipients")
    name = models.CharField(max_length=200)
    sent_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="recipient_has_a_name"),
            models.UniqueConstraint(
                fields=["agreement", "amendment", "name"], nulls_distinct=False, name="one_recipient_a_name"
            ),
        ]

    def __str__(self) -> str:
        return self.name
