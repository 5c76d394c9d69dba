"""Write an agreement, write it anew, put right whom one reaches, and note what is paid."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.agreements.content import TERMS, changes_between, text_of
from trappan.agreements.models import Agreement, Link, Version
from trappan.agreements.operations.refusals import NO
from trappan.agreements.telling import tell_of_change
from trappan.employers.models import Contact, Workplace
from trappan.history.record import record
from trappan.placements.models import Placement
from trappan.refusals import READS_ONLY, Overtaken, Refused, refusing
from trappan.refusals.editions import lock_edition
from trappan.rules.rulesets import rules_on
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.periods import day_before
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope

CONTACT = ("contact", "phone", "email")
LONG = gettext_lazy("The support form allows no longer.")
PAID = gettext_lazy("It is paid for longer than that.")


@transaction.atomic
def write_agreement(
    *,
    placement: Placement,
    by: Actor,
    workplace: Workplace,
    contact: Contact,
    form: str,
    ends_on: date,
    support_form: str = "",
    **terms: str,
) -> Agreement:
    """Write the first version of an agreement: from here the placement waits for signatures.

    Whom one reaches at the employer is the contact's number and address, until somebody puts them right. Refused: a
    last day that the support form does not allow, a contact of another employer, and a placement that is over.
    """
    refuse_day(placement, form, ends_on, by.today, None)
    with refusing({**NO, "agreements_agreement_placement_id_key": _("There is an agreement on it already.")}):
        made = Agreement.objects.create(
            person_id=placement.person_id,
            placement=placement,
            workplace=workplace,
            contact=contact,
            keeper_id=by.membership_id,
            phone=contact.phone,
            email=contact.email,
        )
    version = add_version(made, workplace, (form, support_form), ends_on, terms, None, "")
    record("agreements.write_agreement", made.person_id, scope=Scope.PLAN, agreement=made.pk, version=version.number)
    return made


@transaction.atomic
def change_agreement(
    *,
    agreement: Agreement,
    by: Actor,
    edition: int,
    workplace: Workplace,
    contact: Contact,
    form: str,
    ends_on: date,
    why: str,
    support_form: str = "",
    **terms: str,
) -> list[str]:
    """Write an agreement anew, and return who was told of it.

    Signatures on the one before hold no more, but where nothing but the last day differs: then what is signed stands
    until the new version is. Refused as `write_agreement`, where nothing is changed, where somebody has written it
    anew since, and a last day before what is paid.
    """
    found = Agreement.objects.select_for_update().filter(pk=agreement.pk).first()
    if found is None:
        raise Refused(READS_ONLY)
    before = Version.objects.filter(agreement=found).order_by("-number")[0]
    if before.number != edition:
        raise Overtaken
    refuse_day(found.placement, form, ends_on, by.today, found.paid_until)
    signed = before.signatures.exists()
    with refusing(NO):
        if (found.workplace_id, found.contact_id) != (workplace.pk, contact.pk):
            reached = {} if found.contact_id == contact.pk else {"phone": contact.phone, "email": contact.email}
            Agreement.objects.filter(pk=found.pk).update(workplace=workplace, contact=contact, **reached)
            found.refresh_from_db()
    version = add_version(found, workplace, (form, support_form), ends_on, terms, before, why)
    record("agreements.change_agreement", found.person_id, scope=Scope.PLAN, agreement=found.pk, version=version.number)
    return tell_of_change(found, version) if signed else []


def refuse_day(placement: Placement, form: str, ends_on: date, today: date, paid_until: date | None) -> None:
    """Refuse a last day that has passed, is before what is paid, or further off than the support form allows."""
    most = getattr(rules_on(max(placement.starts_on, today)), f"{form}_most_days")
    paid = day_before(paid_until) if paid_until else placement.starts_on
    first = max(placement.starts_on, today, paid)
    refuse_outside(
        day_before(ends_on),
        "ends_on",
        first=first,
        early=PAID if first == paid and paid_until else "",
        last=placement.starts_on + timedelta(days=most - 1),
        late=LONG,
    )


def add_version(
    agreement: Agreement,
    workplace: Workplace,
    forms: tuple[str, str],
    ends_on: date,
    terms: dict[str, str],
    before: Version | None,
    why: str,
) -> Version:
    """Freeze the text of an agreement as it is typed now; refused where it says the same as the one before."""
    said = {key: terms.get(key, "").strip() for key in TERMS}
    placement = Placement.objects.select_related("person").get(pk=agreement.placement_id)
    content = text_of(placement, workplace, *forms, ends_on, said)
    changes = changes_between(before.content, content) if before else []
    if before and not changes:
        raise Refused(_("Nothing is changed. What is signed stands."))
    with refusing(NO):
        made = Version.objects.create(
            agreement=agreement,
            person_id=agreement.person_id,
            employer_id=workplace.employer_id,
            form=forms[0],
            support_form=forms[1],
            starts_on=placement.starts_on,
            ends_on=ends_on,
            content=content,
            terms=said,
            changes=changes,
            why=why,
        )
    made.refresh_from_db()
    return made


@transaction.atomic
def correct_contact(*, agreement: Agreement, contact: Contact, phone: str, email: str, edition: str = "") -> bool:
    """Put right whom one reaches at the employer, and where: no content, so every signature stands.

    A link that went out before ends with it; returns whether there was one.
    """
    lock_edition(agreement, CONTACT, edition)
    out = Link.objects.filter(placement_id=agreement.placement_id, used_at=None, ended_at=None)
    before = out.count()
    with refusing(NO):
        Agreement.objects.filter(pk=agreement.pk).update(contact=contact, phone=phone.strip(), email=email)
    record("agreements.correct_contact", agreement.person_id, scope=Scope.PLAN, agreement=agreement.pk)
    return out.count() < before


@transaction.atomic
def note_paid(*, agreement: Agreement, paid_until: date | None, edition: str = "") -> None:
    """Note up to which day the employer is paid: it cannot end before. Refused after the agreement's own end."""
    lock_edition(agreement, ("paid_until",), edition)
    with refusing(NO):
        Agreement.objects.filter(pk=agreement.pk).update(paid_until=paid_until)
    record("agreements.note_paid", agreement.person_id, scope=Scope.PLAN, agreement=agreement.pk)
