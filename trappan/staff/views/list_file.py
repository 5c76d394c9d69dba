"""One's own files of long lists: how they stand, and each of them opened."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from trappan.secrecy.rights import Request, has, may, refuse_without
from trappan.staff.models import ListFile
from trappan.staff.operations import open_list_file
from trappan.ui.lists.files import answer_with


@may("staff.open_list_file")
def list_files(request: Request) -> HttpResponse:
    """Show what one has ordered: what waits, what is ready and until when, and what could not be made."""
    mine = list(ListFile.objects.defer("content", "question"))
    for one in mine:
        # For the template alone: a right is asked of whoever looks, and no model knows who that is.
        one.opens = one.state == "ready" and has(request.actor, one.export_right)  # type: ignore[attr-defined]  # for the page
    return render(request, "staff/list_files.html", {"files": mine, "waits": any(not one.ends_on for one in mine)})


@may("staff.open_list_file")
def list_file(request: Request, list_file_id: int) -> HttpResponse:
    """Open a file that one has ordered, while one may take the list out."""
    found = get_object_or_404(ListFile.objects.defer("content", "question"), pk=list_file_id)
    if found.state != "ready":
        raise Http404
    refuse_without(request, found.export_right)
    return answer_with(found.name, open_list_file(file=found))
