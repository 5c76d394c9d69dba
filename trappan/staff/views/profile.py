"""A colleague's own profile."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, may
from trappan.staff import operations
from trappan.staff.forms import ProfileForm
from trappan.staff.models import Colleague, Membership


@may("staff.keep_profile")
def profile(request: Request) -> HttpResponse:
    """Keep one's own name, title, phone and languages; see the address and the memberships, which others say."""
    me = get_object_or_404(Colleague, pk=request.actor.colleague_id)
    form = ProfileForm(request.POST or None, initial=ProfileForm.begun(me))
    if form.is_valid() and carry_out(form, operations.keep_profile, colleague=me, **form.cleaned_data):
        messages.success(request, _("Saved. Your name is written so everywhere from now on."))
        return redirect("staff:profile")
    mine = Membership.objects.in_force().filter(colleague=me).select_related("unit").order_by("unit__name")
    context = {"form": form, "me": me, "mine": mine}
    return render(request, "staff/profile.html", context, status=422 if form.errors else 200)
