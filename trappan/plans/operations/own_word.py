"""Give a draft to the person to read, and answer what the person has written."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.cases.operations.case import refuse_closed
from trappan.history.record import record
from trappan.plans.models import DraftToRead, OwnWord, Plan, WordReply
from trappan.plans.operations.plan import CHANGED
from trappan.plans.operations.refusals import NO
from trappan.refusals import Overtaken, Refused, refusing
from trappan.secrecy.scopes import Scope


@transaction.atomic
def give_draft(*, plan: Plan) -> None:
    """Give the draft to the person to read on the own pages, in the edition that the colleague had open.

    Given twice it is given once. Refused: a draft that was changed meanwhile, or is none any more.
    """
    refuse_closed(plan.case)
    open_draft = Plan.objects.filter(pk=plan.pk, decided_at=None, ended_at=None, edition=plan.edition)
    if not open_draft.exists():
        raise Overtaken(CHANGED)
    with refusing(NO):
        _given, is_new = DraftToRead.objects.get_or_create(
            plan=plan, edition=plan.edition, defaults={"person_id": plan.person_id}
        )
    if is_new:
        record("plans.give_draft", plan.person_id, scope=Scope.PLAN, plan=plan.pk, edition=plan.edition)


@transaction.atomic
def reply_to_word(*, word: OwnWord, text: str) -> None:
    """Answer what the person has written; the words themselves nobody changes. Refused: what is answered already."""
    refuse_closed(word.plan.case)
    if WordReply.objects.filter(word=word).exists():
        raise Refused(_("It is answered already. Load the page again."))
    with refusing(NO):
        WordReply.objects.create(person_id=word.person_id, word=word, text=text.strip())
    record("plans.reply_to_word", word.person_id, scope=Scope.PLAN, word=word.pk)
