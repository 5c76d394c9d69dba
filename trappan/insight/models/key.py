"""Who stands behind a pseudonym: secret tables, which no role reads."""

from django.db import models


class PersonMonthKey(models.Model):
    """A person's pseudonym in the spine: a random number, so that there is no key to lose.

    Taken away, nobody can tell any more whose the months are.
    """

    person = models.OneToOneField("people.Person", models.PROTECT, related_name="+")
    pseudonym = models.BigIntegerField(unique=True)


class HouseholdKey(models.Model):
    """A household's pseudonym in the spine, random as a person's."""

    household = models.OneToOneField("people.Household", models.PROTECT, related_name="+")
    pseudonym = models.BigIntegerField(unique=True)
