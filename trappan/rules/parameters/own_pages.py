"""The participant's own pages: how long a code holds, what a PIN is, and when one is signed out."""

from django.utils.translation import gettext_lazy

from trappan.rules.parameters.parameter import Kind, Parameter

OWN = gettext_lazy("Participants’ own pages")
OF_OWN_PAGES = (
    Parameter(
        "own_code_days",
        OWN,
        Kind.DAYS,
        gettext_lazy("A code that is handed over holds"),
        gettext_lazy("Afterwards a new one is handed over, in person."),
        1,
        30,
        two=True,
    ),
    Parameter(
        "own_pin_figures",
        OWN,
        Kind.COUNT,
        gettext_lazy("Figures of a PIN"),
        gettext_lazy("The longer, the harder to guess and to keep in mind. Those chosen already stand."),
        6,
        10,
        two=True,
    ),
    Parameter(
        "own_tries",
        OWN,
        Kind.COUNT,
        gettext_lazy("Wrong PINs that lock"),
        gettext_lazy("Then it opens by itself after a while, or by a new code."),
        3,
        10,
        two=True,
    ),
    Parameter(
        "own_lock_minutes",
        OWN,
        Kind.COUNT,
        gettext_lazy("Minutes that it is locked"),
        gettext_lazy("Whoever is in a hurry gets a new code."),
        5,
        120,
        two=True,
    ),
    Parameter(
        "own_most_wrong",
        OWN,
        Kind.COUNT,
        gettext_lazy("Wrong PINs in all that end the way in"),
        gettext_lazy("Counted since the last right one. Then a new code is handed over, in person."),
        10,
        100,
        two=True,
    ),
    Parameter(
        "own_idle_minutes",
        OWN,
        Kind.COUNT,
        gettext_lazy("Minutes without doing anything until one is signed out"),
        gettext_lazy("On one’s own telephone or computer."),
        5,
        60,
        two=True,
    ),
    Parameter(
        "own_shared_minutes",
        OWN,
        Kind.COUNT,
        gettext_lazy("The same on a borrowed device, minutes"),
        gettext_lazy("So that whoever sits down next sees nothing."),
        3,
        30,
        two=True,
    ),
    Parameter(
        "own_mandate_months",
        OWN,
        Kind.COUNT,
        gettext_lazy("Months that a mandate to help lasts at most"),
        gettext_lazy("Then the person gives another, if it is still wanted."),
        1,
        36,
        two=True,
    ),
)
