"""The database's no in this room, in words."""

from django.utils.translation import gettext_lazy as _

from trappan.refusals import Sentences

NO: Sentences = {
    "only_administrator": _("Only a system administrator gives memberships."),
    "not_to_oneself": _("You cannot give or confirm a membership of your own. Ask a colleague."),
    "given_by_oneself": _("You have given the membership yourself. Somebody else confirms it: the head above."),
    "role_not_for_partner": ("role", _("Outside the municipality a colleague is a supervisor or site leader.")),
    "leads_or_sees_people": (
        "role",
        _("Whoever leads a project reads numbers alone, and does not work with people in it. Choose somebody else."),
    ),
    "only_its_head": _("Only the unit's own head does this."),
    "one_open_membership": _("The colleague already has this role in the unit."),
    "away_of_oneself": _("Another head says that you are away. Your own meetings you move yourself."),
    "away_two_years_at_most": ("ends_on", _("Choose a last day within two years.")),
    "away_is_to_come": ("ends_on", _("Choose today or a day to come as the last day.")),
    "away_ends_after_start": ("ends_on", _("The last day cannot come before the first.")),
    "one_time_away": ("starts_on", _("The colleague is said to be away then already. Choose other days.")),
    "colleague_has_a_name": ("given_name", _("Write a given name and a family name.")),
    "membership_ends_after_start": ("ends_on", _("The last day cannot come before the first.")),
    "kept_by_another": _("That is another municipality's to keep. Ask its system administrator."),
    "unit_is_open": ("unit", _("The unit is closed on that day. Choose another.")),
    "one_organisation_a_name": ("name", _("There is an organisation of that name already. Choose another name.")),
    "partner_has_basis": ("basis", _("Choose on what ground the partner takes part.")),
    "succeeds_another_body": ("succeeds", _("An organisation cannot come after itself. Choose another.")),
    "succeeds_in_a_circle": ("succeeds", _("That one came after this one itself. Choose another.")),
    "succeeds_another_unit": ("succeeds", _("A unit cannot come after itself. Choose another.")),
    "unit_succeeds_in_a_circle": ("succeeds", _("That unit came after this one itself. Choose another.")),
    "unit_not_in_itself": ("parent", _("A unit cannot belong to itself. Choose another.")),
    "unit_lies_in_a_circle": ("parent", _("That unit belongs to this one itself. Choose another.")),
    "unit_ends_after_start": ("starts_on", _("The unit closes before that day. Choose an earlier first day.")),
    "unit_keeps_its_kind": (
        "kind",
        _("Colleagues have worked there, so kind and secrecy stay. Make a new unit that comes after this one."),
    ),
    "unit_changed_within_its_time": (
        "changes_on",
        _("Choose a day after the first day and after the latest change, today at the latest."),
    ),
    "one_change_of_a_unit_a_day": ("changes_on", _("A change on that day is noted already. Choose another day.")),
    "earlier_unit_ends_after_start": ("changes_on", _("Choose a day after the first day of the unit.")),
    "unit_begins_before_its_colleagues": (
        "starts_on",
        _("Colleagues worked there before that day. Choose an earlier first day."),
    ),
    "one_colleague_an_address": (
        "email",
        _("Somebody has that address already. Look among the colleagues, or write another address."),
    ),
    "account_of_oneself": _("You cannot do that with your own account. Ask a colleague."),
    "account_is_open": _("The account is closed. Open it first."),
}
