"""What two write of the same draft or meeting at once, for tests/test_editions.py: who, where, what each types."""

from typing import Any

from django.urls import reverse

from trappan.partnerships import operations
from trappan.partnerships.testing import make_draft, make_meeting, make_report, make_signed, write_paper
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY


def draft() -> dict[str, Any]:
    head = make_colleague("head_of_unit", make_unit("labour_market"))
    made = make_draft(head)
    about = {
        "kind": "iop",
        "organisation": made.organisation_id,
        "municipality_as": "Nämnden",
        "organisation_as": "Partnern",
        "places": "24",
        "starts_on": "2027-01-01",
    }
    return {
        "by": head,
        "address": reverse("partnerships:change_draft", args=[made.pk]),
        "first": {**about, "name": "Hoppet", "purpose": "Arbete i butik"},
        "second": {**about, "name": "Framtiden", "purpose": "Arbete i kök"},
        "shown": ["Hoppet", "Arbete i butik"],
    }


def amendment() -> dict[str, Any]:
    head = make_colleague("head_of_unit", make_unit("labour_market"))
    agreed = make_signed(head, make_colleague("director", make_unit("management", head.unit.organisation)))
    with as_(head):
        made = operations.draft_amendment(agreement=agreed, starts_on=TODAY, scope="Butiken")
    about = {"places": "8", "starts_on": "2026-12-01", "municipality_as": "Nämnden", "organisation_as": "Partnern"}
    return {
        "by": head,
        "address": reverse("partnerships:change_amendment", args=[made.pk]),
        "first": {**about, "scope": "Butiken och lagret"},
        "second": {**about, "scope": "Butiken och köket"},
        "shown": ["Butiken och lagret"],
    }


def minutes() -> dict[str, Any]:
    head = make_colleague("head_of_unit", make_unit("labour_market"))
    made = make_meeting(head)
    return {
        "by": head,
        "address": reverse("partnerships:meeting", args=[made.pk]),
        "prefix": "minutes-",
        "form": "minutes",
        "first": {"roles": "Samordnaren", "said": "Samma introduktion hos alla"},
        "second": {"roles": "Samordnaren", "said": "Olika introduktion"},
        "shown": ["Samma introduktion hos alla"],
    }


def report() -> dict[str, Any]:
    head = make_colleague("head_of_unit", make_unit("labour_market"))
    partner = make_organisation("P", kind="partner", basis="provider")
    agreed = make_signed(head, make_colleague("director", make_unit("management", head.unit.organisation)), partner)
    made = make_report(head, agreed, 2025)
    return {
        "by": make_colleague("site_leader", make_unit("site", partner)),
        "address": reverse("partnerships:write_report", args=[made.pk]),
        "first": {"done": "Vi öppnade ett kök", "learnt": "Inget", "asks": "", "answers": "Direktorn"},
        "second": {"done": "Vi öppnade en butik", "learnt": "Inget", "asks": "", "answers": "Direktorn"},
        "shown": ["Vi öppnade ett kök"],
    }


def paper() -> dict[str, Any]:
    head = make_colleague("head_of_unit", make_unit("labour_market"))
    made = write_paper(head, make_draft(head))
    about = {"title": "Avtalet", "officer": "Pelle", "manager": "Karin", "reference": "KS 1"}
    return {
        "by": head,
        "address": reverse("partnerships:decision_paper", args=[made.pk]),
        "first": {**about, "background": "Så började det"},
        "second": {**about, "background": "Så blev det"},
        "shown": ["Så började det"],
    }


EDITED = {
    "ChangeAmendmentForm": amendment,
    "ChangeDraftForm": draft,
    "MinutesForm": minutes,
    "ReportForm": report,
    "WritePaperForm": paper,
}
