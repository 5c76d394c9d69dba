"""Begin the decision paper of a draft from what the agreement says, and write on it until it is decided by."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from trappan.history.record import record
from trappan.partnerships.facts import Facts, facts_now
from trappan.partnerships.models import Agreement, Amendment, DecisionPaper
from trappan.partnerships.models.paper import HEAD, SECTIONS
from trappan.partnerships.operations.agreement import named
from trappan.partnerships.operations.refusals import NO
from trappan.partnerships.operations.step import of
from trappan.refusals import READS_ONLY, Refused, refusing
from trappan.refusals.editions import edition_of, refuse_overtaken, saved_in


@transaction.atomic
def begin_paper(*, version: Agreement | Amendment, officer: str, manager: str, reference: str) -> DecisionPaper:
    """Begin the paper of a draft: what the agreement says beside each section, and a proposal to start from.

    Refused: a second one, one without officer, manager or registry number, and a draft that is decided.
    """
    # Whoever decides at the same moment holds the draft, and is waited for.
    type(version).objects.select_for_update(of=("self",)).filter(pk=version.pk).first()
    agreed = version.agreement if isinstance(version, Amendment) else version
    with override("sv"):
        about = {"name": agreed.name, "partner": version.organisation_as or agreed.organisation.name}
        if isinstance(version, Amendment):
            title = _("Amendment of the agreement %(name)s") % about
            proposal = _("To approve the amendment of the agreement %(name)s with %(partner)s.") % about
        else:
            title = _("The agreement %(name)s") % about
            proposal = _("To approve the agreement %(name)s with %(partner)s.") % about
    with refusing(NO):
        made = DecisionPaper.objects.create(
            **of(version),
            title=title[:200],
            officer=officer,
            manager=manager,
            reference=reference,
            proposal=proposal,
            said=facts_now(version),
        )
    record("partnerships.begin_paper", **named(version))
    return made


def edition_of_paper(paper: DecisionPaper, said: Facts) -> str:
    """Name what the page of a paper showed: the paper as it is saved, and what the agreement said beside it."""
    return edition_of({**saved_in(paper, (*HEAD, *SECTIONS)), "said": said})


@transaction.atomic
def write_paper(*, paper: DecisionPaper, edition: str, **about: Any) -> None:
    """Save the text of a paper; with it the paper says what the agreement says now.

    Refused where somebody has saved since or the agreement has changed, and once it is decided by.
    """
    found = DecisionPaper.objects.select_for_update().filter(pk=paper.pk).first()
    if found is None:
        raise Refused(READS_ONLY)
    version = paper.amendment or paper.agreement
    now = facts_now(version)
    refuse_overtaken({**saved_in(found, (*HEAD, *SECTIONS)), "said": now}, edition)
    with refusing(NO):
        DecisionPaper.objects.filter(pk=paper.pk).update(said=now, **about)
    record("partnerships.write_paper", **named(version))
