"""The auditor's log: openings first, equal refusals in one row, what is too much, and one person's readings."""

import io
from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils.timezone import localtime
from pypdf import PdfReader

from trappan.cases.testing import make_case
from trappan.desk.log import MANY, PAGE
from trappan.history.models import Event
from trappan.history.record import record
from trappan.people.operations import open_in_emergency
from trappan.people.testing import make_person, test_number
from trappan.schedules.clock import now
from trappan.staff.testing import as_, make_colleague
from trappan.testing import markup, search, sign_in, text
from trappan.ui.testing import sheet

pytestmark = pytest.mark.django_db
LOG = "/log/"


@pytest.fixture
def case(today):
    return make_case()


@pytest.fixture
def auditor(client):
    made = make_colleague("auditor", name="Greta Granskare")
    sign_in(client, made)
    return made


@pytest.fixture
def show(client, auditor):
    """Narrow the log by the form, as the auditor."""

    def go(**chosen):
        return client.post(LOG, {"acting_as": auditor.pk, **chosen}, follow=True)

    return go


def lines(answer):
    return answer.context["lines"]


def read(case, times=1, by=None):
    with as_(by or case.responsible):
        for _time in range(times):
            record("desk.see_person", case.person_id, scope="identity", kind="read")


def refuse(by, times, path="/people/7/"):
    with as_(by):
        for _time in range(times):
            record("desk.refused", kind="refused", scope="log", path=path, status=404)


def moved(events, **ago):
    """Let events have happened earlier; the owner's hand, as the log is nobody's to change."""
    Event.objects.filter(pk__in=[one.pk for one in events]).update(at=now() - timedelta(**ago))


class TestOrder:
    def test_openings_stand_first_also_when_they_are_not_the_latest(self, case, client, auditor):
        number = test_number()
        make_person(case.social_worker, number=number)
        with as_(make_colleague("consultant")):
            open_in_emergency(number=number, reason="Står i receptionen utan mat")
        read(case)
        shown = lines(client.get(LOG))
        assert [line.row.kind for line in shown].index("read") > 0
        assert shown[0].row.verb == "people.open_by_emergency"
        assert "Öppnad i nödläge" in text(client.get(LOG))

    def test_equal_refusals_are_one_row_with_count_first_and_last(self, case, client, auditor):
        refuse(case.responsible, 4)
        refuse(case.responsible, 1, "/people/8/")
        refuse(case.social_worker, 2)
        moved(Event.objects.filter(kind="refused", actor=case.responsible).order_by("id")[:1], minutes=5)
        rows = {(line.by.pk, line.what): line.row for line in lines(client.get(LOG)) if line.row.kind == "refused"}
        assert {key: row.times for key, row in rows.items()} == {
            (case.responsible_id, "/people/7/"): 4,
            (case.responsible_id, "/people/8/"): 1,
            (case.social_worker_id, "/people/7/"): 2,
        }
        folded = rows[case.responsible_id, "/people/7/"]
        assert folded.last_at - folded.first_at >= timedelta(minutes=5)
        assert "4 gånger, först" in markup(client.get(LOG))

    def test_readings_of_a_person_are_each_a_row(self, case, client, auditor):
        read(case, 3)
        assert [line.row.times for line in lines(client.get(LOG)) if line.row.kind == "read"] == [1, 1, 1]

    def test_every_entry_is_shown_once_over_the_pages(self, case, client, auditor):
        read(case, 2 * PAGE + 3)
        refuse(case.responsible, 5)
        address, seen = LOG, []
        while address:
            answer = client.get(address)
            seen += [line.row.last_id for line in lines(answer)]
            following = answer.context["listing"].following
            address = f"{LOG}{following}" if following else ""
        assert len(seen) == len(set(seen))
        assert (
            len([one for one in seen if one]) == Event.objects.exclude(kind="write").exclude(kind="refused").count() + 1
        )

    @pytest.mark.parametrize("order", ["", "sort=when"])
    def test_the_way_back_is_the_way_there(self, case, client, auditor, order):
        number = test_number()
        make_person(case.social_worker, number=number)
        with as_(make_colleague("consultant")):
            open_in_emergency(number=number, reason="Står i receptionen utan mat")
        read(case, 2 * PAGE)
        refuse(case.responsible, 5)

        def shown(address):
            answer = client.get(f"{LOG}{address}")
            return [line.row.last_id for line in lines(answer)], answer.context["listing"]

        there, address = [], f"?{order}"
        while address:
            ids, listing = shown(address)
            there.append(ids)
            address = listing.following
        assert len(there) == 3
        for ids in there[-2::-1]:
            found, listing = shown(listing.previous)
            assert found == ids
        assert listing.previous == ""

    def test_the_earliest_first_and_openings_before_them(self, case, client, auditor):
        read(case, 3)
        moved(Event.objects.filter(kind="read").order_by("id")[:1], minutes=9)
        moments = [line.row.last_at for line in lines(client.get(f"{LOG}?sort=when")) if not line.is_opening]
        assert moments == sorted(moments)
        assert len(moments) > 3

    def test_as_a_file_for_the_auditor_by_number_and_never_by_name(self, case, client, auditor, show):
        read(case, 2)
        answer = show(case=case.number)
        made = client.get(f"{LOG}{answer.context['listing'].file_url}")
        found = sheet(made.content)
        assert {row[3] for row in found[1:]} == {case.number}
        assert case.person.family_name not in str(found)
        kept = Event.objects.get(verb="desk.export_log")
        assert (kept.details["found"], kept.details["filters"]) == (len(found) - 1, {"case": "…"})
        sign_in(client, case.responsible)
        assert client.get(f"{LOG}?file=xlsx").status_code == 403

    @pytest.mark.parametrize("odd", ["x", "WzFd:made-up", "%00", ""])
    def test_a_made_up_place_is_the_beginning(self, case, client, auditor, odd):
        read(case)
        assert lines(client.get(f"{LOG}?after={odd}"))

    def test_few_questions_however_much_has_happened(self, case, client, auditor, django_assert_max_num_queries):
        read(case)
        with django_assert_max_num_queries(16) as before:
            client.get(LOG)
        read(case, PAGE + 9)
        refuse(case.responsible, 12)
        with django_assert_max_num_queries(len(before.captured_queries)):
            client.get(LOG)


class TestNarrowed:
    def test_by_person_colleague_kind_and_days(self, case, show):
        other = make_case(social_worker=case.social_worker, consultant=case.responsible)
        read(case)
        read(other, by=case.social_worker)
        refuse(case.responsible, 1)
        read(other)
        moved(Event.objects.filter(person=other.person, actor=case.responsible, kind="read"), days=40)
        day = f"{localtime(now() - timedelta(days=40)):%Y-%m-%d}"
        mine = case.responsible.colleague.name
        for chosen, expected in (
            ({"case": case.number}, {("read", case.person_id)}),
            ({"case": other.number}, {("read", other.person_id)}),
            ({"colleague": mine, "kind": "refused"}, {("refused", None)}),
            ({"colleague": mine, "kind": "read"}, {("read", case.person_id), ("read", other.person_id)}),
            ({"first": day, "last": day, "kind": "read"}, {("read", other.person_id)}),
            ({"last": day, "kind": "read"}, {("read", other.person_id)}),
        ):
            found = {(line.row.kind, line.row.person_id) for line in lines(show(**chosen)) if line.row.kind != "search"}
            assert {one for one in found if one[0] in ("read", "refused")} == expected, chosen

    def test_a_colleague_is_found_by_some_of_the_name_and_stands_in_no_list(self, case, show):
        named = make_colleague("consultant", name="Märta-Lisa Åhlén")
        namesake = make_colleague("social_worker", name="Marta Ahlenius")
        for by in (named, namesake, case.responsible):
            refuse(by, 1)
        for typed, expected in (("åhlén lisa", {named.pk}), ("AHLEN mar", {named.pk, namesake.pk})):
            answer = show(colleague=typed, kind="refused")
            assert {line.by.pk for line in lines(answer)} == expected
            assert f'value="{typed}"' in markup(answer)
            assert "Märta-Lisa Åhlén</option>" not in markup(answer)

    def test_the_number_stands_in_no_address_and_what_was_chosen_stays(self, case, show):
        read(case, PAGE + 1)
        answer = show(case=case.number)
        assert all(case.number not in url for url, _status in answer.redirect_chain)
        assert case.number not in answer.context["listing"].following
        assert f'value="{case.number}"' in text(answer)

    def test_whose_log_the_auditor_read_is_an_entry_too(self, case, show, auditor):
        show(case=case.number)
        kept = Event.objects.get(verb="desk.see_log")
        assert (kept.person_id, kept.actor_id, kept.kind) == (case.person_id, auditor.pk, "read")

    @pytest.mark.parametrize(
        ("chosen", "sentence"),
        [
            ({"case": "2026-9999"}, "Det finns inget ärende med det numret"),
            ({"case": "\0"}, ""),
            ({"first": "2026-11-12", "last": "2026-11-11"}, "får inte komma före"),
            ({"first": "2027-11-12"}, "får inte komma före"),
            ({"first": "2026-09-01", "last": "2026-11-11"}, "högst 31 dagar"),
            ({"first": "igår"}, "datum"),
            ({"colleague": "Ingen Alls"}, "Ingen kollega här heter så"),
            ({"colleague": "%"}, "Ingen kollega här heter så"),
            ({"kind": "write"}, "Välj"),
        ],
    )
    def test_a_wrong_choice_is_told_at_its_field(self, case, show, chosen, sentence):
        answer = show(**chosen)
        assert answer.status_code == (422 if sentence else 200)
        assert sentence in text(answer)

    def test_it_is_the_auditors_alone(self, case, client):
        sign_in(client, case.responsible)
        assert client.get(LOG).status_code == 403
        with as_(case.responsible), connection.cursor() as cursor:
            cursor.execute("SELECT cases_person_of(%s)", [case.number])
            assert cursor.fetchone() == (None,), "also her own case: the number leads the auditor alone"


class TestFlood:
    def test_more_closed_doors_in_an_hour_than_work_asks_for_is_a_finding(self, case, client, auditor):
        refuse(case.responsible, MANY["refused"])
        assert client.get(LOG).context["floods"] == []
        refuse(case.responsible, 1, "/people/9/")
        (flood,) = client.get(LOG).context["floods"]
        assert (flood.most, flood.kind, flood.name) == (MANY["refused"] + 1, "refused", case.responsible.colleague.name)
        assert f"har mött {flood.most} stängda dörrar" in markup(client.get(LOG))

    def test_the_same_spread_over_a_day_is_none(self, case, client, auditor):
        refuse(case.responsible, MANY["refused"] + 1)
        for at, event in enumerate(Event.objects.filter(kind="refused")):
            moved([event], minutes=at * 7)
        assert client.get(LOG).context["floods"] == []

    def test_searches_count_whether_by_name_or_by_number_and_over_all_ones_memberships(self, case, client):
        searcher = case.social_worker
        sign_in(client, searcher)
        for _turn in range(MANY["search"] - 10):
            search(client, "Samira")
        for _turn in range(11):
            search(client, test_number())
        sign_in(client, make_colleague("auditor"))
        (flood,) = client.get(LOG).context["floods"]
        assert (flood.kind, flood.most) == ("search", MANY["search"] + 1)
        kept = Event.objects.filter(verb="desk.search").first()
        assert kept.details == {"by": "name", "found": 1}
        assert "Samira" not in str(Event.objects.filter(kind="search").values_list("details", flat=True))


class TestReadings:
    def paper(self, client, auditor, case, **fields):
        return client.post(reverse("desk:readings"), {"acting_as": auditor.pk, "case": case.number, **fields})

    def words(self, answer):
        return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)

    def test_role_and_unit_are_told_and_names_only_where_they_are_asked_for(self, case, client, auditor, show):
        read(case, 2)
        assert "Vem har läst" in text(show(case=case.number))
        answer = self.paper(client, auditor, case)
        assert answer["Content-Type"] == "application/pdf"
        assert case.number not in answer["Content-Disposition"]
        said = self.words(answer)
        assert case.responsible.unit.name in said
        assert "Personens sida" in said
        assert case.responsible.colleague.name not in said
        assert case.person.family_name not in said
        assert case.responsible.colleague.name in self.words(self.paper(client, auditor, case, names="yes"))

    def test_it_leaves_an_entry_about_the_person(self, case, client, auditor):
        read(case)
        self.paper(client, auditor, case, names="yes")
        kept = Event.objects.get(verb="desk.export_readings")
        assert (kept.person_id, kept.actor_id) == (case.person_id, auditor.pk)
        assert kept.details == {"names": True, "found": 1}

    def test_a_number_of_nobodys_case_and_another_role_are_refused(self, case, client, auditor):
        case.number = "2026-9999"
        assert self.paper(client, auditor, case).status_code == 404
        sign_in(client, case.responsible)
        assert self.paper(client, case.responsible, case).status_code == 403
        assert not Event.objects.filter(verb="desk.export_readings").exists()

    def test_the_auditor_writes_of_people_that_they_were_read_and_nothing_else(self, case, auditor):
        """The same right on the log opens no other kind of entry, and nobody else's hand."""
        from django.db import DatabaseError, transaction

        for who, kind in ((auditor, "write"), (auditor, "opening"), (make_colleague("administrator"), "read")):
            with as_(who), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                record_raw(kind, case.person_id)


def record_raw(kind, person_id):
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO history_event (kind, verb, person_id, scope, details) VALUES (%s, 'x.y', %s, 'log', '{}')",
            [kind, person_id],
        )
