"""The register of organisations by type, with whom one rings, what they offer, and notes in which nobody stands."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.employers.models import Conversation, Employer
from trappan.employers.operations import make_contact
from trappan.employers.testing import make_employer, make_officer, make_opening, say
from trappan.staff.testing import as_
from trappan.testing import markup, sign_in

pytestmark = pytest.mark.django_db
KINDS = {
    "Påhittade Bolaget": ("company", False),
    "Hittepåföreningen": ("association", False),
    "Låtsasmyndigheten": ("public", True),
    "Parkförvaltningen": ("department", False),
}


@pytest.mark.requirement("R-075")
def test_organisations_stand_by_type_and_notes_of_cooperation_name_no_participant(client, today):
    linnea = make_officer()
    made = {
        name: make_employer(linnea, name=name, kind=kind, cooperates=cooperates)
        for name, (kind, cooperates) in KINDS.items()
    }
    sign_in(client, linnea)
    listed = reverse("employers:employers")
    for name, (kind, _cooperates) in KINDS.items():
        shown = markup(client.get(listed, {"kind": kind, "state": "all"}))
        assert [one for one in KINDS if one in shown] == [name], kind
    authority = made["Låtsasmyndigheten"]
    with as_(linnea) as actor:
        say(actor, authority, text="Träffas första måndagen i månaden om gemensamma insatser")
    assert "gemensamma insatser" in markup(client.get(reverse("employers:employer", args=[authority.pk])))
    with as_(linnea):
        for text in ("Kim 19900101-2384 kommer", "Kim 199001012384"):
            with pytest.raises(DatabaseError, match="names_nobody"), transaction.atomic():
                database.execute("UPDATE employers_conversation SET text = %s", [text])
            with pytest.raises(DatabaseError, match="names_nobody"), transaction.atomic():
                database.execute("UPDATE employers_employer SET good_to_know = %s", [text])
    assert not Conversation.objects.filter(text__contains="Kim").exists()
    persons = [one.name for one in Conversation._meta.get_fields() if one.related_model and "person" in one.name]
    assert persons == [], "there is nowhere to point at a participant"


@pytest.mark.requirement("R-082")
def test_an_employer_stands_with_whom_one_rings_and_which_types_of_place_it_has(client, today):
    """An invented namesake of the hotel of the documents."""
    linnea = make_officer()
    hotel = make_employer(linnea, name="Fängslande Hotell & Konferens (påhittat)")
    with as_(linnea):
        make_contact(employer=hotel, name="Vera Chef", title="Husmor", phone="013-174 06 00")
    for kind, title in (("job", "Hotellstädare"), ("internship", "Receptionshjälp"), ("work_trial", "Frukostvärd")):
        make_opening(linnea, employer=hotel, kind=kind, title=title)
    sign_in(client, linnea)
    page = markup(client.get(reverse("employers:employer", args=[Employer.objects.get(name=hotel.name).pk])))
    for words in ("Vera Chef", "Husmor", "013-174 06 00", "Hotellstädare", "Receptionshjälp", "Frukostvärd"):
        assert words in page, words
    for kind, title in (("Arbete", "Hotellstädare"), ("Praktik", "Receptionshjälp"), ("Arbetsprövning", "Frukostvärd")):
        assert kind in page[page.index(title) : page.index(title) + 600], title
