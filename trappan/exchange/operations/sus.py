"""Write what is to be registered in SUS of somebody's start or end, and that it has been keyed in there."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.exchange.models import SusSheet
from trappan.exchange.sus import ANSWERS, Due
from trappan.history.record import record
from trappan.refusals import READS_ONLY, Refused, Sentences, refusing
from trappan.refusals.editions import refuse_overtaken, saved_in
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope

NO_CODE = _("Choose one that the list has today.")
KEYED = _("Somebody has keyed it in already. What stands there is changed in SUS.")
NO: Sentences = {
    "sus_sheet_of_who_takes_part": _("The person no longer takes part in it, or its day has not come."),
    "sus_takes_a_written_consent": _(
        "Without the person’s written consent nothing is registered, and of somebody with protected identity never."
    ),
    "one_sus_sheet_a_moment": _("Somebody has begun the sheet at the same moment. Open it again."),
    "sus_is_keyed_in_once": KEYED,
    "sus_is_left_without_a_consent": _("The person’s written consent holds again, so nothing is taken out."),
    "code_of_effort": ("effort", NO_CODE),
    "code_of_education": ("education", NO_CODE),
    "code_of_income": ("income", NO_CODE),
    "code_of_occupation": ("occupation", NO_CODE),
}


@transaction.atomic
def save_sus_sheet(*, due: Due, edition: str, **answers: str) -> None:
    """Write what is registered of a start or an end, as codes; what is not answered yet may be left empty.

    Refused: without a written consent that holds, of somebody protected, what is keyed in, an overtaken edition.
    """
    at = {"participation_id": due.participation_id, "moment": due.moment}
    found = SusSheet.objects.select_for_update().filter(**at).first()
    if found is not None and found.keyed_on is not None:
        raise Refused(KEYED)
    refuse_overtaken(saved_in(found, ANSWERS), edition)
    with refusing(NO):
        if found is None:
            SusSheet.objects.create(person_id=due.person_id, day=due.day, **at, **answers)
        elif not SusSheet.objects.filter(pk=found.pk).update(**answers):
            raise Refused(READS_ONLY)
    record("exchange.save_sus_sheet", due.person_id, scope=Scope.PLAN, moment=due.moment)


@transaction.atomic
def key_in_sus_sheet(*, due: Due, by: Actor) -> None:
    """Write down that a sheet has been keyed in to SUS, by whoever says so, today; refused where an answer lacks."""
    if due.lacking:
        raise Refused(_("Something is not answered yet. Write it and save first."))
    found = SusSheet.objects.filter(participation_id=due.participation_id, moment=due.moment)
    with refusing(NO):
        if not found.filter(keyed_on=None).update(keyed_on=by.today, keyed_by=by.membership_id):
            raise Refused(KEYED if found.exists() else READS_ONLY)
    record("exchange.key_in_sus_sheet", due.person_id, scope=Scope.PLAN, moment=due.moment)


@transaction.atomic
def take_out_of_sus(*, due: Due, by: Actor) -> None:
    """Write down that what was keyed in has been taken out of SUS, today; refused while the written consent holds."""
    found = SusSheet.objects.filter(participation_id=due.participation_id, moment=due.moment)
    with refusing(NO):
        if not found.filter(keyed_on__isnull=False, taken_out_on=None).update(taken_out_on=by.today):
            raise Refused(_("Somebody has taken it out already.") if found.exists() else READS_ONLY)
    record("exchange.take_out_of_sus", due.person_id, scope=Scope.PLAN, moment=due.moment)
