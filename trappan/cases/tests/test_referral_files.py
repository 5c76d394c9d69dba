"""A file attached to the answer to a referral: read by those who read the referral, opened as an attachment, logged."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, IntegrityError, transaction
from django.urls import reverse

from trappan import database
from trappan.cases import operations
from trappan.cases.models import ReferralFile
from trappan.cases.testing import make_case
from trappan.documents import store
from trappan.documents.models import File
from trappan.documents.tests.files import PDF, TEXT, png
from trappan.history.models import Event, Version
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(today):
    return make_case()


@pytest.fixture
def mio(case):
    return make_colleague("counsellor", make_unit("guidance"))


def referred(case, mio):
    """Refer to a colleague who takes it on."""
    with as_(case.responsible):
        referral = operations.refer(case=case, unit=mio.unit, purpose="Validera betyg", responsible=mio)
    with as_(mio) as actor:
        operations.take_on(referral=referral, by=actor)
    return referral


@pytest.fixture
def referral(case, mio):
    return referred(case, mio)


@pytest.fixture
def attached(referral, mio):
    with as_(mio) as actor:
        return operations.attach_file(referral=referral, by=actor, name="Utlåtande Amira.pdf", content=PDF)


@pytest.fixture
def sara(case):
    """Somebody with the same right on somebody else: another unit's counsellor, with a referral of her own."""
    sara = make_colleague("counsellor", make_unit("guidance"))
    referred(make_case(consultant=case.responsible), sara)
    return sara


def send(client, who, referral, content=PDF, name="utlåtande.pdf"):
    sign_in(client, who)
    sent = {"acting_as": who.pk, "form": "attach", "attach-file": SimpleUploadedFile(name, content)}
    return client.post(reverse("cases:referral", args=[referral.pk]), sent)


def opened(client, who, attached):
    sign_in(client, who)
    return client.get(reverse("cases:open_file", args=[attached.pk]))


@pytest.mark.requirement("R-009")
def test_attached_seen_by_the_consultant_and_opened_as_an_attachment(client, case, mio, referral):
    assert send(client, mio, referral, name="Utlåtande Amira.pdf").status_code == 302
    attached = ReferralFile.objects.get()
    assert (attached.author_id, attached.unit_id, attached.person_id) == (mio.pk, mio.unit_id, case.person_id)
    answer = opened(client, case.responsible, attached)
    assert answer.content == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'attachment; filename="svar-{case.number}-{attached.pk}.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"
    assert "sandbox" in answer["Content-Security-Policy"]
    page = markup(client.get(reverse("cases:referral", args=[referral.pk])))
    assert "Utlåtande Amira.pdf" in page
    assert "Bifoga en fil" not in page, "it is another unit's answer"
    assert "1 fil" in markup(client.get(reverse("cases:referrals", args=[case.pk])))


def test_up_and_down_stand_in_the_log_without_the_file_s_name(client, case, mio, attached):
    opened(client, case.responsible, attached)
    events = Event.objects.filter(verb__in=["cases.attach_file", "cases.open_file"]).order_by("pk")
    assert [(one.verb, one.actor_id, one.kind, one.scope) for one in events] == [
        ("cases.attach_file", mio.pk, "write", "activity"),
        ("cases.open_file", case.responsible_id, "read", "activity"),
    ]
    assert [one.details for one in events] == [{"attached": attached.pk}] * 2


def test_whoever_has_the_same_right_on_somebody_else_gets_nothing(client, attached, referral, sara, mio):
    other = make_colleague("consultant", referral.case.unit)
    for stranger in (sara, other):
        assert opened(client, stranger, attached).status_code == 404
        assert client.get(reverse("cases:withdraw_file", args=[attached.pk])).status_code == 404
        assert client.get(reverse("cases:referral", args=[referral.pk])).status_code == 404
    for role, kind in (("supervisor", "site"), ("administrator", "management"), ("head_of_unit", "guidance")):
        assert opened(client, make_colleague(role, make_unit(kind)), attached).status_code == 403
    assert opened(client, make_colleague("counsellor", mio.unit), attached).status_code == 200, "the unit was asked"


def test_in_sql_a_counsellor_with_another_s_referral_neither_sees_ties_nor_changes(attached, referral, sara):
    own = sara.unit.pk
    with as_(sara):
        assert not ReferralFile.objects.exists()
        assert not File.objects.exists()
        values = {"person_id": referral.person_id, "referral": referral, "name": "x.pdf", "file_id": attached.file_id}
        for unit in (referral.unit_id, own):
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                ReferralFile.objects.create(unit_id=unit, **values)
        assert database.execute("UPDATE cases_referralfile SET withdrawn_why = 'x', withdrawn_at = clock()") == 0
        # Her own referral does not open a file that another's row ties, even where its key were known.
        hers = database.query("SELECT id, person_id, unit_id FROM cases_referral")[0]
        with pytest.raises(IntegrityError), transaction.atomic():
            ReferralFile.objects.create(
                referral_id=hers.id, person_id=hers.person_id, unit_id=hers.unit_id, name="x", file_id=attached.file_id
            )


def test_in_sql_the_row_is_of_the_referral_s_person_and_unit_and_in_the_writer_s_name(case, mio, referral, attached):
    with as_(mio):
        kept = store.keep_bytes(TEXT)
        row = {"referral": referral, "person_id": case.person_id, "unit_id": mio.unit_id, "file_id": kept.id}
        made = ReferralFile.objects.create(**row, name="x.txt", author_id=case.responsible_id)
        made.refresh_from_db()
        assert made.author_id == mio.pk
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            database.execute("UPDATE cases_referralfile SET name = 'y'")
    with as_(case.responsible):
        another = store.keep_bytes(TEXT)
    with as_(mio), pytest.raises(IntegrityError, match="not kept by the writer"), transaction.atomic():
        ReferralFile.objects.create(**{**row, "file_id": another.id}, name="x.txt")
    with as_(case.responsible):
        assert File.objects.count() == 2
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            ReferralFile.objects.create(**{**row, "file_id": attached.file_id}, name="x.txt")


def test_of_a_protected_person_only_the_named_colleague_opens_it(client, today):
    case = make_case(protection="marked")
    mio = make_colleague("counsellor", make_unit("guidance"))
    referral = referred(case, mio)
    with as_(mio) as actor:
        attached = operations.attach_file(referral=referral, by=actor, name="a.pdf", content=PDF)
    beside = make_colleague("counsellor", mio.unit)
    assert opened(client, beside, attached).status_code == 404
    with as_(beside):
        assert not ReferralFile.objects.exists()
        assert not File.objects.exists()
    answer = opened(client, mio, attached)
    assert answer.content == PDF
    assert answer["Content-Disposition"] == f'attachment; filename="svar-{referral.pk}-{attached.pk}.pdf"'


def test_when_the_referral_has_ended_the_file_is_the_consultant_s_and_nothing_more_is_attached(
    client, case, mio, referral, attached
):
    with as_(mio) as actor:
        operations.end_referral(referral=referral, by=actor, end="done", result="Komvux")
    assert opened(client, mio, attached).status_code == 404
    assert opened(client, case.responsible, attached).content == PDF
    # Asked anew, the unit sees the earlier answer again, and does not add to it.
    set_today(TODAY + timedelta(days=1))
    referred(case, mio)
    assert opened(client, mio, attached).content == PDF
    with as_(mio) as actor, pytest.raises(Refused, match="Remissen är avslutad"):
        operations.attach_file(referral=referral, by=actor, name="b.pdf", content=PDF)
    assert send(client, mio, referral).status_code == 302
    assert ReferralFile.objects.count() == 1


def test_a_wrong_file_is_withdrawn_with_a_reason_kept_and_opened_by_nobody(client, case, mio, attached):
    url = reverse("cases:withdraw_file", args=[attached.pk])
    sign_in(client, mio)
    assert client.post(url, {"acting_as": mio.pk, "why": ""}).status_code == 422
    assert client.post(url, {"acting_as": mio.pk, "why": "Fel persons intyg"}).status_code == 302
    assert Version.objects.get(of_table="cases_referralfile").was["withdrawn_why"] == ""
    answer = opened(client, case.responsible, attached)
    assert answer.status_code == 302
    page = markup(client.get(answer.url))
    assert "Fel persons intyg" in page
    assert "öppnas inte längre" in page
    again = client.post(url, {"acting_as": case.responsible_id, "why": "Igen"})
    assert "redan återtagen" in again.content.decode()
    with as_(mio), pytest.raises(IntegrityError, match="withdrawn"), transaction.atomic():
        database.execute("UPDATE cases_referralfile SET withdrawn_at = NULL, withdrawn_why = ''")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("tom.pdf", b"", "Filen är tom"),
        ("program.exe", b"MZ\x90\0", "Den här filen är något annat"),
        ("betyg.pdf.exe", PDF, "två ändelser"),
        ("betyg.png", PDF, "slutar på .png, men innehållet är: PDF"),
        ("bild.png", png(60_000, 60_000), "mer än en dator rymmer"),
        ("sida.txt", b"<html><script>", "Den här filen är något annat"),
    ],
)
def test_a_bad_file_is_refused_in_words_at_its_field_and_leaves_nothing(client, mio, referral, name, content, says):
    answer = send(client, mio, referral, content, name)
    assert answer.status_code == 422
    page = markup(answer)
    assert says in page.partition('id="id_attach-file_error"')[2][:300]
    assert not File.objects.exists()


def test_no_file_chosen_and_one_that_is_too_long(client, mio, referral, settings):
    sign_in(client, mio)
    url = reverse("cases:referral", args=[referral.pk])
    none = client.post(url, {"acting_as": mio.pk, "form": "attach"})
    assert (none.status_code, "Fyll i: Fil." in markup(none)) == (422, True)
    settings.FILE_LIMIT = 2 * 1024**2
    long = send(client, mio, referral, PDF + b"\n" * 3 * 1024**2)
    assert long.status_code == 422
    assert "Filen är på 3,0 MB, och högst 2,0 MB får plats" in markup(long).replace("\u00a0", " ")


def test_nul_in_a_name_that_a_browser_sends_is_gone_before_it_is_kept(client, mio, referral):
    assert send(client, mio, referral, name="bet\0yg\u202e.pdf").status_code == 302
    assert ReferralFile.objects.get().name == "betyg.pdf"


def test_the_same_form_with_another_file_is_another_form(client, mio, referral):
    sign_in(client, mio)
    url = reverse("cases:referral", args=[referral.pk])
    for name, content in (("a.pdf", PDF), ("a.pdf", PDF), ("b.txt", TEXT)):
        sent = {
            "acting_as": mio.pk,
            "form": "attach",
            "once": "k" * 20,
            "attach-file": SimpleUploadedFile(name, content),
        }
        assert client.post(url, sent).status_code == 302
    assert list(ReferralFile.objects.values_list("name", flat=True)) == ["a.pdf", "b.txt"]


def test_a_file_that_is_not_in_the_store_is_told_of_and_nothing_fails(client, mio, attached, tmp_path, settings):
    settings.FILES = tmp_path
    answer = opened(client, mio, attached)
    assert answer.status_code == 302
    assert "finns inte i förrådet" in markup(client.get(answer.url))


def test_twenty_files_are_enough(mio, referral, monkeypatch):
    monkeypatch.setattr("trappan.cases.operations.referral_file.MOST", 2)
    with as_(mio) as actor:
        for name in ("a.pdf", "b.pdf"):
            operations.attach_file(referral=referral, by=actor, name=name, content=PDF)
        with pytest.raises(Refused, match="redan tjugo filer"):
            operations.attach_file(referral=referral, by=actor, name="c.pdf", content=PDF)
