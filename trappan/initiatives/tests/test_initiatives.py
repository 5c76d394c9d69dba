"""An initiative from its first day to its end report: who is counted, who is carried over, and who sees what."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.cases.testing import consultant_of, make_case
from trappan.history.models import Event
from trappan.initiatives import operations
from trappan.initiatives.counts import counted
from trappan.initiatives.models import EndReport, Initiative, Landmark, Participation, landmarks_between
from trappan.initiatives.testing import make_initiative, put_in
from trappan.outcomes.operations import check_exit, record_exit, reopen
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, at_the_same_moment, by, markup, sign_in

pytestmark = pytest.mark.django_db
OCTOBER, NEXT_YEAR = date(2026, 10, 1), date(2027, 1, 15)


@pytest.fixture
def head(today):
    return make_colleague("head_of_unit", make_unit("labour_market"))


def figures(head, initiative, as_of=TODAY):
    with as_(head):
        return counted([initiative.pk], as_of)[initiative.pk]


def leave(case, reason="work", day=TODAY):
    with as_(consultant_of(case)):
        return record_exit(case=case, day=day, today=TODAY, reason=reason, form="bagare")


def post(client, who, url, **fields):
    sign_in(client, who)
    return client.post(url, {"acting_as": who.pk, **fields})


def about(**fields):
    return {
        "name": "500-uppdraget",
        "aim": "Arbete åt fler",
        "starts_on": "2026-01-01",
        "ends_on": "2026-12-31",
        "target": "500",
        "counts": "starts",
        "funding": "Kommunstyrelsens budget",
        **fields,
    }


class TestCounting:
    @pytest.mark.requirement("R-101")
    def test_starts_and_exits_are_counted_as_of_a_day_of_everybody_and_without_a_name(self, client, head):
        initiative = make_initiative(head, target=3)
        stays, works, fails = make_case(), make_case(family_name="Hemlig", protection="marked"), make_case()
        for case in (stays, works, fails):
            put_in(case, initiative)
        assert figures(head, initiative, date(2026, 10, 31)).started == 0, "nobody had started the month before"
        done = leave(works)
        leave(fails, "other")
        now = figures(head, initiative)
        assert (now.started, now.there, now.work, now.work_held, now.other) == (3, 1, 1, 0, 1)
        set_today(date(2026, 12, 13))
        with as_(consultant_of(works)):
            check_exit(exit=done, today=date(2026, 12, 13), held=True)
        assert figures(head, initiative, date(2026, 12, 13)).work_held == 1
        assert figures(head, initiative, date(2026, 11, 30)).work_held == 0, "as of a day before anybody had checked"
        sign_in(client, head)
        page = markup(client.get(reverse("initiatives:initiative", args=[initiative.pk])))
        assert "3 av 3" in page
        assert "Hemlig" not in page
        assert "Samira" not in page, "a head sees figures, and no file without a reason"

    def test_a_case_that_is_opened_again_has_no_exit_and_the_person_is_there(self, head):
        initiative, case = make_initiative(head), make_case()
        put_in(case, initiative)
        leave(case)
        assert figures(head, initiative).work == 1
        with as_(consultant_of(case)):
            reopen(case=case, today=TODAY, why="Fel knapp")
        assert (figures(head, initiative).work, figures(head, initiative).there) == (0, 1)

    @pytest.mark.parametrize(("counts", "reached"), [("starts", 3), ("work", 2), ("studies", 1)])
    def test_work_and_studies_are_never_added_up_and_the_target_says_which_it_counts(
        self, client, head, counts, reached
    ):
        initiative = make_initiative(head, counts=counts, target=10)
        for reason in ("work", "work", "studies"):
            case = make_case()
            put_in(case, initiative)
            leave(case, reason)
        sign_in(client, head)
        shown = markup(client.get(reverse("initiatives:initiative", args=[initiative.pk])))
        assert f"{reached} av 10" in shown
        assert "gått till arbete eller studier" not in shown
        assert "arbete och studier" not in shown.lower()

    def test_what_was_written_by_mistake_is_not_counted(self, head):
        initiative, case = make_initiative(head), make_case()
        row = put_in(case, initiative)
        with as_(consultant_of(case)):
            operations.leave_initiative(participation=row, ends_on=date(2026, 11, 13), why="mistake", today=TODAY)
        assert figures(head, initiative).started == 0
        put_in(case, initiative, TODAY)
        assert figures(head, initiative).started == 1

    def test_nobody_steps_day_by_day_so_as_to_learn_of_one_person(self, client, head):
        initiative = make_initiative(head, ends_on=date(2026, 12, 11))
        put_in(make_case(), initiative)
        set_today(date(2026, 12, 15))
        told = {day: figures(head, initiative, day).started for day in (date(2026, 11, 12), date(2026, 11, 13), TODAY)}
        assert set(told.values()) == {0}, "as of the end of October"
        assert [figures(head, initiative, date(2026, *day)).started for day in ((11, 30), (12, 10), (12, 20))] == [
            1
        ] * 3
        page = reverse("initiatives:initiative", args=[initiative.pk])
        sign_in(client, head)
        assert [client.get(f"{page}?on={day}").status_code for day in ("2026-11-13", "2026-11-30", "2026-12-10")] == [
            422,
            200,
            200,
        ]
        report = {"as_of": date(2026, 12, 14), "text": "Gick bra"}
        with as_(head):
            with pytest.raises(Refused, match="sista dagen i en månad"):
                operations.write_report(initiative=initiative, today=date(2026, 12, 15), nothing_goes_on=True, **report)
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                EndReport.objects.create(initiative=initiative, figures={}, goes_on=[], **report)

    def test_another_municipality_is_told_nothing(self, client, head):
        initiative = make_initiative(head)
        put_in(make_case(), initiative)
        stranger = make_colleague("head_of_unit", make_unit("labour_market", make_organisation("Grannkommunen")))
        with as_(stranger):
            assert counted([initiative.pk], TODAY) == {}
            assert not Initiative.objects.exists()
        sign_in(client, stranger)
        assert client.get(reverse("initiatives:initiative", args=[initiative.pk])).status_code == 404


class TestOneAfterAnother:
    @pytest.mark.requirement("R-247")
    def test_people_go_along_and_count_once_in_the_line(self, client, head):
        first = make_initiative(head, name="500-uppdraget", ends_on=date(2026, 12, 1))
        goes, gone, hidden = make_case(), make_case(), make_case(protection="marked")
        for case in (goes, gone, hidden):
            put_in(case, first)
        leave(gone)
        after = make_initiative(head, name="Spårbytet", follows=first, starts_on=date(2026, 11, 1))
        put_in(make_case(), after)
        page = reverse("initiatives:initiative", args=[after.pk])
        sent = {"form": "carry", "carry-starts_on": "2026-11-12"}
        assert post(client, head, page, **sent).status_code == 302
        was, now = figures(head, first), figures(head, after)
        assert (was.started, was.there, was.work) == (3, 0, 1)
        assert (now.started, now.came_along, now.new, now.there) == (3, 2, 1, 3)
        assert (now.chain, now.chain_started, now.chain_work) == (2, 4, 1), "a person counts once"
        leave(goes, "studies")
        assert (figures(head, first).studies, figures(head, after).studies) == (0, 1)
        assert (figures(head, first).chain_work, figures(head, first).chain_studies) == (1, 1)
        assert "4 olika personer börjat, 1 har gått till arbete och 1 till studier" in markup(client.get(page))
        assert post(client, head, page, **sent).status_code == 302
        assert figures(head, after).started == 3, "a second time nobody is left to go along"
        with as_(consultant_of(hidden)):
            assert Event.objects.filter(verb="initiatives.carry_over", person=hidden.person_id).count() == 1
        with as_(head):
            assert not Event.objects.filter(verb="initiatives.carry_over").exists(), "the head sees none of them"

    @pytest.mark.django_db(transaction=True)
    def test_two_heads_who_say_so_at_once_carry_each_over_once(self, head):
        first = make_initiative(head)
        after = make_initiative(head, follows=first, starts_on=date(2026, 11, 1))
        put_in(make_case(), first)
        other = make_colleague("head_of_unit", head.unit)

        def carry(_actor):
            return operations.carry_over(initiative=after, starts_on=TODAY)

        gave = at_the_same_moment(by(head, carry), by(other, carry))
        assert sorted(gave) == [0, 1]
        assert Participation.objects.filter(initiative=after).count() == 1

    def test_a_consultant_carries_nobody_over_and_only_a_follower_takes_them(self, head):
        first, case = make_initiative(head), make_case()
        after = make_initiative(head, follows=first)
        put_in(case, first)
        with as_(consultant_of(case)), pytest.raises(Refused):
            operations.carry_over(initiative=after, starts_on=TODAY)
        with as_(head), pytest.raises(Refused, match="följer ingen annan"):
            operations.carry_over(initiative=first, starts_on=TODAY)
        with pytest.raises(Refused, match="redan en efterföljare"):
            make_initiative(head, follows=first)
        stranger = make_colleague("head_of_unit", make_unit("labour_market", make_organisation("Grannkommunen")))
        with pytest.raises(Refused, match="våra egna"):
            make_initiative(stranger, follows=after)


class TestKeeping:
    @pytest.mark.requirement("R-148", "R-210")
    def test_it_has_a_period_and_somebodys_money_or_is_refused_at_its_field(self, client, head):
        page = reverse("initiatives:begin_initiative")
        for field in ("ends_on", "funding", "target"):
            answer = post(client, head, page, **about(**{field: ""}))
            assert answer.status_code == 422
            assert field in answer.context["form"].errors
        answer = post(client, head, page, **about(ends_on="2025-12-31"))
        assert "Sista dagen" in str(answer.context["form"].errors["ends_on"])
        answer = post(client, head, page, **about(aim="För 19900101-2384"))
        assert "personnumret" in str(answer.context["form"].errors["aim"])
        assert post(client, head, page, **about(budget="21000000")).status_code == 302
        made = Initiative.objects.get()
        assert (made.ends_on, made.budget, made.funding) == (date(2027, 1, 1), 21_000_000, "Kommunstyrelsens budget")
        answer = post(client, head, page, **about())
        assert "finns redan" in str(answer.context["form"].errors["name"])

    def test_who_saves_second_is_told_and_the_period_holds_who_has_started(self, client, head):
        initiative = make_initiative(head, name="500-uppdraget", target=500)
        put_in(make_case(), initiative)
        page = reverse("initiatives:change_initiative", args=[initiative.pk])
        sign_in(client, head)
        edition = client.get(page).context["form"]["edition"].value()
        answer = post(client, head, page, **about(edition=edition, starts_on="2026-12-01"))
        assert "har börjat" in str(answer.context["form"].errors["starts_on"])
        assert post(client, head, page, **about(edition=edition, target="600")).status_code == 302
        answer = post(client, head, page, **about(edition=edition, target="700"))
        assert answer.status_code == 422
        assert "600" in markup(answer)

    @pytest.mark.requirement("R-254")
    def test_the_end_report_keeps_the_figures_and_what_goes_on_with_whose_money(self, client, head):
        initiative, case = make_initiative(head, ends_on=date(2026, 11, 12)), make_case()
        page = reverse("initiatives:initiative", args=[initiative.pk])
        put = {"starts_on": date(2026, 11, 11), "today": TODAY}
        report = {"form": "report", "report-as_of": "2026-11-12", "report-text": "Det gick bra"}
        answer = post(client, head, page, **report)
        assert "fortsätter" in str(answer.context["form"].errors["nothing_goes_on"])
        early = post(client, head, page, **{**report, "report-as_of": "2026-10-31"})
        assert "11 november 2026" in str(early.context["form"].errors["as_of"])
        goes = {"go_on-what": "Lag på Hamngatan", "go_on-by_whom": "Enheten", "go_on-money": ""}
        assert post(client, head, page, form="go_on", **goes).status_code == 422
        assert post(client, head, page, form="go_on", **{**goes, "go_on-money": "Nämndens ram"}).status_code == 302
        assert post(client, head, page, **report).status_code == 302
        kept = EndReport.objects.get()
        assert kept.figures["started"] == 0
        assert kept.goes_on == [{"what": "Lag på Hamngatan", "by_whom": "Enheten", "money": "Nämndens ram"}]
        type(case).objects.filter(pk=case.pk).update(opened_on=OCTOBER)
        case.refresh_from_db()
        with as_(consultant_of(case)):
            operations.put_in(case=case, initiative=initiative, **put)
        shown = markup(client.get(page))
        assert "0 personer hade börjat" in shown, "what is kept is not changed"
        assert "skiljer sig" in shown
        with as_(head), pytest.raises(DatabaseError), transaction.atomic():
            EndReport.objects.update(text="Annat")

    @pytest.mark.requirement("R-165")
    def test_a_day_to_mark_is_there_until_it_is_taken_out(self, client, head):
        page = reverse("initiatives:initiatives")
        sent = {"mark-day": "2021-01-01", "mark-kind": "administration", "mark-name": "Stadsdelarna slogs ihop"}
        assert post(client, head, page, form="mark", **sent).status_code == 302
        with as_(make_colleague("consultant", make_unit("labour_market"))):
            (mark,) = landmarks_between(date(2020, 1, 1), date(2026, 1, 1))
            assert not landmarks_between(date(2021, 1, 2), date(2026, 1, 1))
        assert post(client, head, page, form="take_out", row=mark.pk).status_code == 302
        assert Landmark.objects.get().taken_out_on == TODAY
        assert "Stadsdelarna slogs ihop" not in markup(client.get(page))


class TestOnePerson:
    def test_a_consultant_puts_in_and_out_and_sees_her_own_among_all(self, client, head):
        initiative, case, other = make_initiative(head), make_case(family_name="Egen"), make_case(family_name="Annans")
        put_in(other, initiative)
        jonna, page = consultant_of(case), reverse("initiatives:participations", args=[case.person_id])
        sent = {"form": "put_in", "put_in-initiative": initiative.pk}
        early = post(client, jonna, page, **sent, **{"put_in-starts_on": "2025-12-31"})
        assert "Möjliga dagar" in str(early.context["form"].errors["starts_on"])
        assert post(client, jonna, page, **sent, **{"put_in-starts_on": "2026-11-12"}).status_code == 302
        again = post(client, jonna, page, **sent, **{"put_in-starts_on": "2026-11-12"})
        assert "redan" in str(again.context["form"].errors["initiative"])
        shown = markup(client.get(reverse("initiatives:initiative", args=[initiative.pk])))
        assert "2 av 10" in shown
        assert "Egen" in shown
        assert "Annans" not in shown
        row = Participation.objects.get(person=case.person_id)
        over = {"form": "leave", "row": row.pk, f"leave-{row.pk}-why": "left", f"leave-{row.pk}-ends_on": "2026-11-12"}
        assert post(client, jonna, page, **over).status_code == 302
        row.refresh_from_db()
        assert (row.ends_on, row.why) == (date(2026, 11, 13), "left")
        assert figures(head, initiative).no_longer == 0, "the last day is a day there"
        set_today(date(2026, 11, 13))
        assert figures(head, initiative, date(2026, 11, 13)).no_longer == 1

    def test_nobody_puts_in_or_ends_for_a_person_who_is_another_consultants(self, head):
        initiative, case, mine = make_initiative(head), make_case(), make_case()
        row = put_in(case, initiative)
        with as_(consultant_of(mine)):
            assert not Participation.objects.exists()
            assert database.execute("UPDATE initiatives_participation SET why = 'left', ends_on = starts_on") == 0
            with pytest.raises(Refused):
                operations.put_in(case=case, initiative=initiative, starts_on=TODAY, today=TODAY)
            with pytest.raises(DatabaseError), transaction.atomic():
                database.execute("SELECT * FROM initiatives_took_part(ARRAY[1]::bigint[], today())")
        with as_(head), pytest.raises(DatabaseError), transaction.atomic():
            Participation.objects.create(
                person_id=mine.person_id, case=mine, initiative=initiative, starts_on=row.starts_on
            )

    def test_the_list_asks_as_much_for_many_as_for_one(self, client, head, django_assert_max_num_queries):
        initiative, listed = make_initiative(head), reverse("initiatives:initiatives")
        put_in(make_case(), initiative)
        page = reverse("initiatives:initiative", args=[initiative.pk])
        sign_in(client, head)
        with django_assert_max_num_queries(16) as few:
            client.get(listed)
        with django_assert_max_num_queries(16) as few_there:
            client.get(page)
        for _one in range(4):
            put_in(make_case(), make_initiative(head))
            put_in(make_case(), initiative)
        with django_assert_max_num_queries(len(few.captured_queries)):
            client.get(listed)
        with django_assert_max_num_queries(len(few_there.captured_queries)):
            client.get(page)
