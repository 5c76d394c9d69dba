"""How a case ended, and whether it held: provisional until checked after a month (KAS, Kolada)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.rules.support import NEW_START, NOT_WORK

# The first letter of a kind's code says to which reason it belongs: no internship's form is work's.
LETTERS = {"work": "a", "studies": "b", "transferred": "c", "internship": "p"}
NAMED = ("work", "studies")


class Exit(models.Model):
    """The end of a case with its reason, by the exit codes of Kolada U40406–U40418.

    Work means the regular labour market, with support or without, for at least one continuous month; studies give
    right to studiemedel; internship and municipal employment are kinds of their own (a step closer) and never work.
    `sub_code` (codes *exit_kind*) says of which kind, and by its letter is always one of the reason's own;
    `support_form` with which support somebody is employed, none where there is none: that of a municipal employment
    is none of work's. `source` is how we know it. `form` is the work or the course in words, `occupation` the one of
    the taxonomy where somebody has said it, `employer` the one in the register where there is
    one, and `employer_name` what it was called. `finished_on` is the day on which studies were finished: that counts
    as itself. `named` says that the person lets colleagues read the name among those who came to work, for three
    months.

    `held` is empty until somebody has checked, no sooner than a month after `day`. Where the case is needed again, or
    was closed by mistake, it is reopened (`reopened_on`) and says why: the exit stays as it was, counts as none, and
    the case has another when it ends again. What was wrong is put right in the row itself, with the reason
    (`corrected_why`); what stood before is kept in the row's versions.
    """

    class Reason(models.TextChoices):
        WORK = "work", _("Started work")
        STUDIES = "studies", _("Started studies")
        INTERNSHIP = "internship", _("Internship")
        MUNICIPAL = "municipal", _("Municipal employment")
        TRANSFERRED = "transferred", _("Transferred to another authority")
        COMPLETED = "completed", _("Assignment completed")
        OTHER = "other", _("Other")

    class Group(models.TextChoices):
        """What reasons are told apart by wherever exits are counted; never added up."""

        WORK = "work", _("Work")
        STUDIES = "studies", _("Studies")
        CLOSER = "closer", _("A step closer")
        OTHERWISE = "otherwise", _("Otherwise")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="exits")
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="exits")
    day = models.DateField()
    reason = models.CharField(max_length=20, choices=Reason)
    sub_code = models.CharField(max_length=30, blank=True, db_default="")
    support_form = models.CharField(max_length=30, blank=True, db_default="")
    source = models.CharField(max_length=30, blank=True, db_default="")
    form = models.CharField(max_length=100, blank=True)
    occupation = models.ForeignKey("rules.Concept", models.PROTECT, null=True, blank=True, related_name="+")
    employer = models.ForeignKey("employers.Employer", models.PROTECT, null=True, blank=True, related_name="+")
    employer_name = models.CharField(max_length=200, blank=True, db_default="")
    finished_on = models.DateField(null=True, blank=True)
    named = models.BooleanField(default=False, db_default=False)
    checked_on = models.DateField(null=True, blank=True)
    held = models.BooleanField(null=True, blank=True)
    reopened_on = models.DateField(null=True, blank=True)
    reopened_why = models.CharField(max_length=300, blank=True, db_default="")
    corrected_why = models.CharField(max_length=300, blank=True, db_default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(reopened_on=None), name="one_exit_a_case"),
            models.CheckConstraint(
                condition=Q(reopened_on=None) | Q(held__isnull=False, held=False) | ~Q(reopened_why=""),
                name="reopened_says_why",
            ),
            models.CheckConstraint(
                condition=Q(checked_on=None, held=None) | Q(checked_on__isnull=False, held__isnull=False),
                name="check_has_an_answer",
            ),
            models.CheckConstraint(
                condition=~Q(reason__in=["work", "studies"]) | ~Q(form=""), name="work_and_studies_name_their_form"
            ),
            models.CheckConstraint(
                condition=Q(sub_code="")
                | Q(reason="work", sub_code__startswith="a")
                | Q(reason="studies", sub_code__startswith="b")
                | Q(reason="transferred", sub_code__startswith="c")
                | Q(reason="internship", sub_code__startswith="p"),
                name="kind_is_of_the_reason",
            ),
            models.CheckConstraint(
                condition=Q(support_form="")
                | (Q(reason="work") & ~Q(sub_code="a4") & ~Q(support_form__in=NOT_WORK))
                | Q(reason="municipal", support_form__in=NOT_WORK),
                name="support_form_is_of_the_reason",
            ),
            models.CheckConstraint(
                condition=Q(occupation=None) | Q(reason__in=["work", "studies", "internship", "municipal"]),
                name="occupation_where_somebody_began",
            ),
            models.CheckConstraint(
                condition=Q(employer=None, employer_name="") | Q(reason__in=["work", "internship", "municipal"]),
                name="employer_where_somebody_works",
            ),
            models.CheckConstraint(condition=Q(employer=None) | ~Q(employer_name=""), name="employer_is_named"),
            models.CheckConstraint(
                condition=Q(finished_on=None) | Q(reason="studies", finished_on__gte=models.F("day")),
                name="studies_finish_after_they_began",
            ),
            models.CheckConstraint(
                condition=Q(named=False) | Q(reason__in=["work", "studies", "internship", "municipal"]),
                name="named_where_somebody_began",
            ),
        ]

    @property
    def group(self) -> "Exit.Group":
        """Return what it is counted as."""
        return GROUP_OF[self.reason]

    @property
    def kolada(self) -> str:
        """Return the class of KAS and Kolada, where the survey has one for it: A to E."""
        return KOLADA.get(self.reason, "")

    @property
    def code(self) -> str:
        """Return the sub-code as it is written: A1 without support, A2 nystartsjobb, A3 with another, A4, B1."""
        if self.reason == self.Reason.WORK and self.support_form:
            return "A2" if self.support_form == NEW_START else "A3"
        return self.sub_code.upper()

    @property
    def is_provisional(self) -> bool:
        """Tell whether somebody has yet to check that it lasted a month."""
        return self.reason in NAMED and self.held is None and self.reopened_on is None

    @property
    def has_failed(self) -> bool:
        """Tell whether it did not last, and nobody has reopened the case."""
        return self.held is False and self.reopened_on is None

    @property
    def is_self_support(self) -> bool:
        """Tell whether the person has reached self-support: work or studies that held."""
        return self.reason in NAMED and self.held is True

    @property
    def is_followed(self) -> bool:
        """Tell whether the person is asked afterwards: after work or studies that nobody has taken back."""
        return self.reason in NAMED and self.reopened_on is None and self.held is not False


GROUP_OF = {
    Exit.Reason.WORK.value: Exit.Group.WORK,
    Exit.Reason.STUDIES.value: Exit.Group.STUDIES,
    Exit.Reason.INTERNSHIP.value: Exit.Group.CLOSER,
    Exit.Reason.MUNICIPAL.value: Exit.Group.CLOSER,
    Exit.Reason.TRANSFERRED.value: Exit.Group.OTHERWISE,
    Exit.Reason.COMPLETED.value: Exit.Group.OTHERWISE,
    Exit.Reason.OTHER.value: Exit.Group.OTHERWISE,
}
# The survey's own figures. It has none for internship and municipal employment, which are in none of A to D.
KOLADA = {
    Exit.Reason.WORK.value: "A, U40406",
    Exit.Reason.STUDIES.value: "B, U40409",
    Exit.Reason.TRANSFERRED.value: "C, U40412",
    Exit.Reason.COMPLETED.value: "D, U40415",
    Exit.Reason.OTHER.value: "E, U40418",
}
