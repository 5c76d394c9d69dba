"""By when files are delivered to those who ask for figures, and how long they are kept here."""

from django.utils.translation import gettext_lazy

from trappan.rules.parameters.parameter import Kind, Parameter

DELIVERIES = gettext_lazy("Files to authorities")
ON_DESK = gettext_lazy("Counted from the period’s last day. The controller has it on the desk until it is sent.")
OF_DELIVERIES = (
    Parameter(
        "statistics_month_days",
        DELIVERIES,
        Kind.DAYS,
        gettext_lazy("The statistics’ monthly file is delivered within"),
        ON_DESK,
        1,
        365,
    ),
    Parameter(
        "statistics_year_days",
        DELIVERIES,
        Kind.DAYS,
        gettext_lazy("The statistics’ whole year is delivered within"),
        ON_DESK,
        1,
        365,
    ),
    Parameter(
        "supervision_quarter_days",
        DELIVERIES,
        Kind.DAYS,
        gettext_lazy("The quarter’s counts to the supervision are delivered within"),
        ON_DESK,
        1,
        365,
    ),
    Parameter(
        "kolada_items_days",
        DELIVERIES,
        Kind.DAYS,
        gettext_lazy("Kolada’s items of a year are delivered within"),
        ON_DESK,
        1,
        365,
    ),
    Parameter(
        "delivery_kept_days",
        DELIVERIES,
        Kind.DAYS,
        gettext_lazy("A file that is made is kept for"),
        gettext_lazy("Afterwards it is emptied, and another version is ordered."),
        1,
        365,
    ),
    Parameter(
        "project_month_days",
        DELIVERIES,
        Kind.DAYS,
        gettext_lazy("A project’s file of participants is handed in within"),
        gettext_lazy("Counted from the month’s last day. As we understand it; look at what the fund has decided."),
        1,
        365,
    ),
    Parameter(
        "individual_from",
        DELIVERIES,
        Kind.MONTH,
        gettext_lazy("Individual data: first month that is delivered"),
        gettext_lazy("Of months before it nothing but what is missing is told: no file is made."),
        two=True,
    ),
)
