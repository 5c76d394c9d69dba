"""Pictures of an activity: put there by who runs it, seen by whoever reads of it, bare of what the camera wrote, gone
when they are taken away."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, IntegrityError, transaction
from django.urls import reverse

from trappan import database
from trappan.activities import operations
from trappan.activities.models import Picture
from trappan.activities.testing import make_activity
from trappan.documents import store
from trappan.documents.models import File
from trappan.documents.tests.files import PDF, jpeg, png, webp
from trappan.history.models import Event
from trappan.refusals import Refused
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import at_the_same_moment, by, markup, sign_in

pytestmark = pytest.mark.django_db
SAID = {"shows": "Ett kök med två långa bänkar", "caption": "Köket", "vouched": "on"}
PLACE = b"58.4108N 15.6214E"
WRITTEN = jpeg()[:20] + b"\xff\xfe\x00\x13" + PLACE + jpeg()[20:]


@pytest.fixture
def kitchen(today):
    return make_activity("Köket")


@pytest.fixture
def lotta(kitchen):
    return make_colleague("site_leader", kitchen.unit)


@pytest.fixture
def rival(kitchen):
    """Somebody with the same right on another's: a leader of another site of the municipality, with a picture there."""
    rival = make_colleague("site_leader", make_unit("site", kitchen.unit.organisation))
    put(rival, make_activity("Verkstaden", rival.unit), png(4, 4))
    return rival


def put(who, activity, content=WRITTEN, **said):
    with as_(who):
        about = {"shows": SAID["shows"], "vouched": True, **said}
        return operations.add_picture(activity=activity, content=content, **about)


def send(client, who, activity, content=WRITTEN, **said):
    sign_in(client, who)
    sent = {f"add-{name}": value for name, value in {**SAID, **said}.items() if value}
    file = {"add-file": SimpleUploadedFile("IMG_2041.jpg", content)} if content else {}
    address = reverse("activities:pictures", args=[activity.pk])
    return client.post(address, {"acting_as": who.pk, "form": "add", **sent, **file})


def press(client, who, name, picture, activity):
    sign_in(client, who)
    sent = {"acting_as": who.pk, "form": name, "row": picture.pk}
    return client.post(reverse("activities:pictures", args=[activity.pk]), sent, follow=True)


def drawn(client, who, picture):
    sign_in(client, who)
    return client.get(reverse("activities:picture", args=[picture.pk]))


def test_put_there_by_the_leader_and_seen_by_who_looks_for_a_place_without_what_the_camera_wrote(
    client, kitchen, lotta
):
    assert send(client, lotta, kitchen).status_code == 302
    picture = Picture.objects.get()
    assert (picture.author_id, picture.shows, picture.caption) == (lotta.pk, SAID["shows"], "Köket")
    consultant = make_colleague("consultant", make_unit("labour_market", kitchen.unit.organisation))
    page = markup(drawn_page(client, consultant, kitchen))
    assert f'src="{reverse("activities:picture", args=[picture.pk])}"' in page
    assert 'alt="Ett kök med två långa bänkar"' in page
    answer = drawn(client, consultant, picture)
    assert answer.content == jpeg()
    assert PLACE not in store.place_of(File.objects.get().digest).read_bytes()
    assert not Event.objects.filter(details__icontains="kök").exists()


def drawn_page(client, who, activity):
    sign_in(client, who)
    return client.get(reverse("activities:activity", args=[activity.pk]))


def test_it_goes_out_as_a_picture_and_as_nothing_else(client, kitchen, lotta):
    for content, kind in ((WRITTEN, "image/jpeg"), (png(), "image/png"), (webp(), "image/webp")):
        answer = drawn(client, lotta, put(lotta, kitchen, content))
        assert (answer["Content-Type"], answer["Content-Disposition"]) == (kind, "inline")
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
        assert answer["Cache-Control"] == "no-store", "what is taken away is gone at once"


def test_the_site_s_own_people_see_it_and_do_not_change_it(client, kitchen, lotta):
    picture = put(lotta, kitchen)
    tor = make_colleague("supervisor", kitchen.unit)
    assert drawn(client, tor, picture).status_code == 200
    assert SAID["shows"] in markup(drawn_page(client, tor, kitchen))
    assert client.get(reverse("activities:pictures", args=[kitchen.pk])).status_code == 403


@pytest.mark.parametrize(
    ("said", "field", "says"),
    [
        ({"content": PDF}, "file", "Den här filen är något annat"),
        ({"content": b""}, "file", "Fyll i: Bild"),
        ({"content": jpeg() + b"\0" * 5 * 1024**2}, "file", "högst 5,0"),
        ({"content": webp(flags=2)}, "file", "rör sig"),
        ({"shows": ""}, "shows", "Fyll i: Det här visar bilden"),
        ({"shows": "Utanför 19121212-1212"}, "shows", "Ta bort personnumret"),
        ({"vouched": ""}, "vouched", "ingen deltagare går att känna igen"),
    ],
)
def test_what_is_no_picture_or_says_nothing_is_refused_at_its_field_and_what_was_typed_stays(
    client, kitchen, lotta, said, field, says
):
    answer = send(client, lotta, kitchen, **said)
    assert answer.status_code == 422
    form = answer.context["form"]
    assert list(form.errors) == [field]
    assert str(form.fields[field].label) in markup(answer)
    assert not Picture.objects.exists()
    assert 'value="Köket"' in markup(answer)
    (sentence,) = form.errors[field]
    assert says in sentence


def test_the_first_is_the_one_that_was_chosen_and_what_is_taken_away_is_gone_with_its_file(client, kitchen, lotta):
    first, second = put(lotta, kitchen, png(3, 3)), put(lotta, kitchen, png(5, 5))
    assert list(kitchen.pictures.all()) == [first, second]
    assert "Bilden står först" in markup(press(client, lotta, "first", second, kitchen))
    assert list(kitchen.pictures.all()) == [second, first]
    assert "Bilden är borttagen" in markup(press(client, lotta, "take_away", second, kitchen))
    assert list(kitchen.pictures.all()) == [first]
    assert File.objects.count() == 1
    assert drawn(client, lotta, second).status_code == 404
    again = press(client, lotta, "take_away", second, kitchen)
    assert "Bilden är redan borttagen" in markup(again)
    verbs = Event.objects.filter(verb__endswith="_picture").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == [*["activities.add_picture"] * 2, "activities.take_away_picture"]


@pytest.mark.django_db(transaction=True)
def test_six_are_there_at_most_also_of_two_who_put_one_there_at_once(kitchen, lotta):
    for side in range(2, 7):
        put(lotta, kitchen, png(side, side))
    told = at_the_same_moment(*(by(lotta, lambda _actor: add(kitchen, png(9, 9))) for _who in "ab"))
    assert sorted(told) == ["Här finns redan sex bilder. Ta bort en först.", "there"]
    assert kitchen.pictures.count() == 6


def add(activity, content):
    try:
        operations.add_picture(activity=activity, content=content, shows="Köket", vouched=True)
    except Refused as refusal:
        return str(refusal)
    return "there"


def test_a_leader_of_another_site_neither_adds_nor_changes_nor_takes_away(client, kitchen, lotta, rival):
    picture = put(lotta, kitchen)
    assert drawn(client, rival, picture).status_code == 200, "every colleague reads of a site"
    assert send(client, rival, kitchen).status_code == 404
    assert press(client, rival, "take_away", picture, kitchen).status_code == 404
    with as_(rival):
        for refused in (
            lambda: add(kitchen, png()),
            lambda: take(operations.show_first, picture),
            lambda: take(operations.take_away_picture, picture),
        ):
            assert refused() != "there"
    assert list(kitchen.pictures.values_list("pk", "place")) == [(picture.pk, picture.place)]


def take(operation, picture):
    try:
        operation(picture=picture)
    except Refused as refusal:
        return str(refusal)
    return "there"


def test_in_sql_nobody_opens_a_file_by_naming_it_nor_changes_what_is_another_s(kitchen, lotta, rival):
    picture = put(lotta, kitchen)
    counsellor = make_colleague("counsellor", make_unit("guidance"))
    with as_(counsellor):
        secret = store.keep_bytes(PDF)
    with as_(lotta):
        # Her own picture's row would name the file of a referral, whose key she had come by.
        with pytest.raises(IntegrityError, match="not kept by the writer"), transaction.atomic():
            Picture.objects.create(activity=kitchen, file_id=secret.id, shows="x", place=1)
        # Nor does it open one of her own that is not kept for all.
        own = store.keep_bytes(PDF)
        Picture.objects.create(activity=kitchen, file_id=own.id, shows="x", place=1)
        assert not File.objects.filter(pk=own.id).exists()
        assert File.objects.filter(pk=picture.file_id).exists()
        for column in ("shows", "file_id", "activity_id", "author_id"):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                database.execute(f"UPDATE activities_picture SET {column} = {column}")
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            database.execute("DELETE FROM activities_picture")
        with pytest.raises(IntegrityError), transaction.atomic():
            Picture.objects.create(activity=kitchen, file_id=picture.file_id, shows="x", place=1)
        assert database.value("activities_take_away_picture", Picture.objects.get(file_id=own.id).pk)
    assert File.objects.filter(pk__in=[secret.id, own.id]).count() == 2, (
        "what is no picture is not taken away with a row"
    )
    with as_(rival):
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Picture.objects.create(activity=kitchen, file_id=secret.id, shows="x", place=1)
        assert database.execute("UPDATE activities_picture SET place = 0 WHERE id = %s", [picture.pk]) == 0
        assert not database.value("activities_take_away_picture", picture.pk)
    assert Picture.objects.get(pk=picture.pk).place == picture.place


def test_who_acts_for_nobody_sees_no_picture_and_one_not_signed_in_no_address(client, kitchen, lotta):
    picture = put(lotta, kitchen)
    assert client.get(reverse("activities:picture", args=[picture.pk])).status_code == 302
    with transaction.atomic():
        database.execute("SET LOCAL ROLE trappan_app")
        assert not Picture.objects.exists()
        assert not File.objects.exists()
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        database.execute("SET LOCAL ROLE trappan_web")
        Picture.objects.exists()


def test_a_picture_whose_file_is_not_in_the_store_is_not_found(client, kitchen, lotta):
    picture = put(lotta, kitchen)
    store.place_of(File.objects.get().digest).unlink()
    assert drawn(client, lotta, picture).status_code == 404


def test_the_administrator_who_keeps_the_site_puts_one_there_and_another_municipality_s_does_not(client, kitchen):
    sture = make_colleague("administrator", make_unit("management", kitchen.unit.organisation))
    assert send(client, sture, kitchen).status_code == 302
    other = make_colleague("administrator", make_unit("management", make_organisation("Fjärilsby kommun")))
    assert send(client, other, kitchen).status_code == 404


def test_few_questions_however_many_pictures_there_are(client, kitchen, lotta, django_assert_max_num_queries):
    for side in range(2, 8):
        put(lotta, kitchen, png(side, side))
    sign_in(client, lotta)
    for page in ("activities:activity", "activities:pictures"):
        with django_assert_max_num_queries(16):  # four of them open and close the transaction
            assert client.get(reverse(page, args=[kitchen.pk])).status_code == 200
