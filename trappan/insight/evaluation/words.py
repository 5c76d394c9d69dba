"""What is told of an evaluation: by what, after how many months, and in which ways people leave."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Never at each step of a curve: each of them is a person.
MONTHS = (6, 12, 24)
WAYS: dict[str, Promise] = {
    "work": _("Work"),
    "studies": _("Studies"),
    "closer": _("Internship or municipal employment"),
    "otherwise": _("Otherwise"),
}
# What those who began are told apart by: each by itself, never crossed. The activity is the one that they began in.
COHORT, AGE, KIND, REAL, ORGANISER = "cohort", "age_band", "kind", "real", "organiser"
BREAKDOWNS = (COHORT, KIND, REAL, ORGANISER, AGE)
