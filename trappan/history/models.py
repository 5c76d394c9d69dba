"""What happened and who looked: inserted and read, never changed, under the secrecy of its row."""

from django.db import models
from django.db.models import Func
from django.utils.translation import gettext_lazy as _

from trappan.schedules.functions import Now


class CurrentActor(Func):
    """The membership that is acting, as the database holds it."""

    function = "current_actor"
    output_field = models.BigIntegerField()


class CurrentUnit(Func):
    """The unit that the acting membership works in."""

    function = "current_unit"
    output_field = models.BigIntegerField()


class Signed(models.Model):
    """A row that carries who wrote it and when, as the database holds it: never a page's to say."""

    author = models.ForeignKey(
        "staff.Membership", models.PROTECT, null=True, related_name="+", db_default=CurrentActor()
    )
    at = models.DateTimeField(db_default=Now())

    class Meta:
        abstract = True


class Event(models.Model):
    """One act or one reading. Actor, unit and moment are filled by the database, not by us.

    `verb` is the operation or page (`plans.decide_plan`), `scope` and `unit` those of the row it
    tells of: whoever may not read the row may not read the event. `details` holds ids, dates and
    codes, never free text about a person.
    """

    class Kind(models.TextChoices):
        WRITE = "write", _("Change")
        READ = "read", _("Reading")
        REFUSED = "refused", _("Refused")
        SEARCH = "search", _("Search")
        OPENING = "opening", _("Opened without assignment")
        ACCESS = "access", _("Membership")
        SIGN_IN = "sign_in", _("Sign-in")

    at = models.DateTimeField(db_default=Now())
    actor = models.ForeignKey(
        "staff.Membership", models.PROTECT, null=True, related_name="+", db_default=CurrentActor(), db_index=False
    )
    actor_unit = models.ForeignKey("staff.Unit", models.PROTECT, null=True, related_name="+", db_default=CurrentUnit())
    kind = models.CharField(max_length=10, choices=Kind)
    verb = models.CharField(max_length=60)
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="events", db_index=False)
    scope = models.CharField(max_length=20)
    unit = models.ForeignKey("staff.Unit", models.PROTECT, null=True, related_name="+")
    details = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["person", "-at"], name="event_person_at"),
            models.Index(fields=["actor", "-at"], name="event_actor_at"),
            models.Index(fields=["-at"], name="event_at"),
            # Written with "or": a list comes back from PostgreSQL in other words than it was made with.
            models.Index(
                fields=["-at"],
                condition=models.Q(kind="opening") | models.Q(kind="refused") | models.Q(kind="search"),
                name="event_watched_at",
            ),
        ]


class Version(models.Model):
    """What a row was before a change, kept by a trigger that no application role can switch off.

    `actor` is empty for what the owner did (migrations, the demo's loading).
    """

    at = models.DateTimeField(db_default=Now())
    actor = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    of_table = models.CharField(max_length=63)
    row_id = models.BigIntegerField()
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    scope = models.CharField(max_length=20)
    unit = models.ForeignKey("staff.Unit", models.PROTECT, null=True, related_name="+")
    was = models.JSONField()

    class Meta:
        indexes = [models.Index(fields=["of_table", "row_id"], name="version_of_row")]


class SentForm(models.Model):
    """A form that was sent and answered, known by a digest of its key and content, so that it is carried out once.

    `answer` is where its sender was led. Written by the database's functions alone (sql/sent_form.sql).
    """

    membership = models.ForeignKey("staff.Membership", models.PROTECT, related_name="+", db_index=False)
    digest = models.CharField(max_length=64)
    answer = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["membership", "digest"], name="one_sending_a_form")]
