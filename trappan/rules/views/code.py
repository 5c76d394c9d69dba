"""The pages of the lists of codes: which there are, what each holds, and one code with what may be changed."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _

from trappan.rules import operations
from trappan.rules.forms import AddCodeForm, CloseCodeForm, RenameCodeForm
from trappan.rules.models import Code
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may

# Lists that the country counts by: changed when the count is.
NATIONAL = (Code.Table.OBSTACLE, Code.Table.HOUSEHOLD_TYPE, Code.Table.EDUCATION)


@may("rules.see")
def codes(request: Request) -> HttpResponse:
    """List the lists, each with how many may be chosen today and how many are closed."""
    today = request.actor.today
    found: dict[str, list[Code]] = {}
    for code in Code.objects.all():
        found.setdefault(code.table, []).append(code)
    tables = [
        {
            "key": table.value,
            "name": table.label,
            "usable": sum(one.is_usable(today) for one in found.get(table.value, [])),
            "closed": len({one.code for one in found.get(table.value, [])})
            - len({one.code for one in found.get(table.value, []) if not one.is_over(today)}),
        }
        for table in Code.Table
    ]
    return render(request, "rules/codes.html", {"tables": tables})


@may("rules.see")
def code_table(request: Request, table: str) -> HttpResponse:
    """Show a list with its codes, those to come and those closed too; add one."""
    if table not in Code.Table.values:
        raise Http404
    today = request.actor.today
    acts = Acts(
        request,
        [
            Act(
                "add",
                operations.add_code,
                _("Add"),
                AddCodeForm,
                on={"table": table},
                given={"today": today},
                right="rules.write",
            )
        ],
    )
    if acts.carried_out():
        return redirect("rules:code_table", table)
    rows = [(one, one.is_usable(today), one.is_over(today)) for one in Code.objects.filter(table=table)]
    context = {
        "table": Code.Table(table),
        "rows": rows,
        "acts": acts,
        "is_national": table in NATIONAL,
        "may_write": has(request.actor, "rules.write"),
    }
    return render(request, "rules/code_table.html", context, status=acts.status)


@may("rules.write")
def code(request: Request, code_id: int) -> HttpResponse:
    """Give a code other words from a day, or say its last day."""
    found = get_object_or_404(Code, pk=code_id)
    today = request.actor.today
    acts = Acts(
        request,
        [
            Act(
                "rename",
                operations.rename_code,
                _("Change the words"),
                RenameCodeForm,
                on={"code": found},
                given={"code": found, "today": today},
            ),
            Act(
                "close",
                operations.close_code,
                _("Save the last day"),
                CloseCodeForm,
                on={"code": found},
                given={"code": found},
            ),
        ]
        if not found.is_over(today)
        else [],
    )
    if acts.carried_out():
        return redirect("rules:code_table", found.table)
    context = {"code": found, "table": Code.Table(found.table), "acts": acts, "is_over": found.is_over(today)}
    return render(request, "rules/code.html", context, status=acts.status)
