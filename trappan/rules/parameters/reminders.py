"""When people are reminded of what is booked, and when nobody's telephone makes a sound."""

from django.utils.translation import gettext_lazy

from trappan.rules.parameters.parameter import Kind, Parameter

REMINDERS = gettext_lazy("Reminders")
OF_REMINDERS = (
    Parameter(
        "reminder_days",
        REMINDERS,
        Kind.DAYS,
        gettext_lazy("People are reminded of a meeting before"),
        gettext_lazy("With 0 nobody is reminded. What is booked later than that is told of when it is booked."),
        0,
        14,
    ),
    Parameter(
        "letter_days",
        REMINDERS,
        Kind.DAYS,
        gettext_lazy("Reminders on paper wait to be printed before"),
        gettext_lazy("The post takes some days. For whoever has asked for paper, or has neither number nor e-mail."),
        2,
        28,
    ),
    Parameter(
        "reminder_hour",
        REMINDERS,
        Kind.COUNT,
        gettext_lazy("Reminders go out at, o’clock"),
        gettext_lazy("The hour of the day, from 0 to 23. In quiet hours they wait until those are over."),
        0,
        23,
    ),
    Parameter(
        "remind_each_day",
        REMINDERS,
        Kind.YES,
        gettext_lazy("People are reminded of each day in their schedule"),
        gettext_lazy(
            "Otherwise of the first day alone, and of the first after a pause or other times. "
            "Whoever wants none gets none."
        ),
    ),
    Parameter(
        "quiet_from",
        REMINDERS,
        Kind.COUNT,
        gettext_lazy("Quiet hours begin at, o’clock"),
        gettext_lazy("No reminder goes out in them, whatever has delayed it. They may go over midnight."),
        0,
        23,
    ),
    Parameter(
        "quiet_until",
        REMINDERS,
        Kind.COUNT,
        gettext_lazy("Quiet hours are over at, o’clock"),
        gettext_lazy("The same hour as they begin means that there are none."),
        0,
        23,
    ),
)
