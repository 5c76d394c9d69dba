"""What two write of the same employer at once, for tests/test_editions.py: who, where, what each types and sees."""

from datetime import date
from typing import Any

from django.urls import reverse

from trappan.employers import operations
from trappan.employers.testing import (
    ask,
    make_coordinator,
    make_department,
    make_employer,
    make_officer,
    make_opening,
    say,
)
from trappan.rules.testing import make_concept
from trappan.staff.testing import as_, make_unit
from trappan.ui.testing import pressed


def employer() -> dict[str, Any]:
    linnea = make_officer()
    made = make_employer(linnea, name="Köket")
    return {
        "by": linnea,
        "address": reverse("employers:change_employer", args=[made.pk]),
        "first": {"name": "Köket AB", "kind": "association", "keeper": linnea.pk},
        "second": {"name": "Köket i Ekelunda", "kind": "company", "cooperates": "on"},
        "shown": ["Köket AB", "Förening"],
    }


def workplace() -> dict[str, Any]:
    linnea = make_officer()
    with as_(linnea):
        made = operations.make_workplace(employer=make_employer(linnea), name="Storgatan 1")
    return {
        "by": linnea,
        "address": reverse("employers:workplace", args=[made.pk]),
        "first": {"name": "Storgatan 1", "branch": "restaurant", "size": "12", "access": ["quiet"]},
        "second": {"name": "Storgatan 3", "languages": "arabiska"},
        "shown": ["Restaurang och café", "12", "Lugn miljö"],
        "prefix": "change-",
        "form": "change",
    }


def contact() -> dict[str, Any]:
    linnea = make_officer()
    with as_(linnea):
        made = operations.make_contact(employer=make_employer(linnea), name="Vera Diktare")
    return {
        "by": linnea,
        "address": reverse("employers:contact", args=[made.pk]),
        "first": {"name": "Vera Diktare", "phone": "08-465 004 11"},
        "second": {"name": "Vera Diktare", "phone": "08-465 004 12", "title": "driftchef"},
        "shown": ["08-465 004 11"],
        "prefix": "change-",
        "form": "change",
    }


def conversation() -> dict[str, Any]:
    linnea = make_officer()
    with as_(linnea) as actor:
        made = say(actor, make_employer(linnea))
    about = {"held_on": "2026-11-12", "way": "phone"}
    return {
        "by": linnea,
        "address": reverse("employers:conversation", args=[made.pk]),
        "first": {**about, "text": "Ringde Vera", "asks": "on"},
        "second": {**about, "text": "Ringde Nils", "next_step": "Ringa igen", "next_on": "2026-11-20"},
        "shown": ["Ringde Vera", "Ja"],
    }


def target() -> dict[str, Any]:
    officer, pelle = make_officer(), make_coordinator()
    made = make_department(officer).employer
    with as_(pelle):
        operations.set_target(employer=made, half=date(2026, 7, 1), places=4, decision="KS 14 april")
    return {
        "by": pelle,
        "address": f"{reverse('activities:department', args=[made.pk])}?half=2026-07-01",
        "first": {"places": "6", "decision": "KS 5 maj"},
        "second": {"places": "8", "decision": "KS 9 juni"},
        "shown": ["KS 5 maj"],
        "prefix": "target-",
        "form": "target",
    }


def opening() -> dict[str, Any]:
    linnea = make_officer()
    make_concept("Köksbiträde")
    made = make_opening(linnea, week="mån 9-12")
    about = {"kind": "job", "workplace": made.workplace_id, "starts_on": "2026-12-01", "agreed_on": "2026-11-01"}
    return {
        "by": linnea,
        "address": reverse("employers:change_opening", args=[made.pk]),
        "first": {**about, **pressed("tis 8-16"), "title": "Diskare", "places": "2", "occupation": "Köksbiträde"},
        "second": {**about, **pressed("mån 9-12"), "title": "Köksbiträde", "places": "1", "licence": "B"},
        "shown": ["Diskare", "tis 8–16", "Köksbiträde"],
    }


def offer() -> dict[str, Any]:
    linnea, pelle = make_officer(), make_coordinator()
    place = make_department(linnea, make_unit("site", linnea.unit.organisation))
    make_concept("Köksbiträde")
    asked = ask(pelle, date(2027, 1, 1), place)
    with as_(pelle) as actor:
        about = {"title": "Disk", "kind": "internship", "places": 1, "weekly_minutes": 600}
        made = operations.offer_places(question=asked, today=actor.today, **about)
    days = {"starts_on": "2027-02-01", "ends_on": "2027-06-30", "occupation": "Köksbiträde"}
    return {
        "by": pelle,
        "address": reverse("employers:question", args=[asked.pk]),
        "first": {**days, "title": "Diskare", "kind": "work_trial", "places": "2", "weekly_minutes": "16"},
        "second": {**days, "title": "Köket", "kind": "internship", "places": "4", "weekly_minutes": "12"},
        "shown": ["Diskare", "Arbetsprövning", "2"],
        "prefix": f"change-{made.pk}-",
        "form": "change",
        "row": made.pk,
    }


EDITED = {
    "ChangeContactForm": contact,
    "ChangeConversationForm": conversation,
    "ChangeEmployerForm": employer,
    "ChangeOfferForm": offer,
    "ChangeOpeningForm": opening,
    "ChangeWorkplaceForm": workplace,
    "TargetForm": target,
}
