"""The page on which a version of the rules is tried before it is decided: numbers, and nobody's name."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.requirement.forms import TrialForm
from trappan.requirement.trial import MONTHS, TakesTooLong, tried
from trappan.rules.models import RuleSet
from trappan.secrecy.rights import Request, may


@may("requirement.try_rules")
def trial(request: Request, ruleset_id: int) -> HttpResponse:
    """Tell how many people and months a version would judge otherwise; nothing is changed by it."""
    version = get_object_or_404(RuleSet, pk=ruleset_id, withdrawn_at=None)
    form = TrialForm(request.GET if "months" in request.GET else None)
    found = None
    if not form.is_bound or form.is_valid():
        months = form.cleaned_data["months"] if form.is_bound else MONTHS
        record("requirement.try_rules", kind="access", scope="log", ruleset=version.pk, months=months)
        try:
            found = tried(version.pk, months)
        except TakesTooLong:
            form = form if form.is_bound else TrialForm({"months": months})
            form.is_valid()
            form.add_error("months", _("So many people take longer than a page has. Try fewer months."))
    context = {"version": version, "form": form, "trial": found}
    return render(request, "requirement/trial.html", context, status=422 if form.errors else 200)
