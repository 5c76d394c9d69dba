"""Employers written down, changed, rested, ended and merged, with what is refused."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from trappan.employers import operations
from trappan.employers.merging import Moves
from trappan.employers.models import Contact, Conversation, Draft, Employer, Workplace
from trappan.employers.testing import NUMBER, OTHER_NUMBER, make_employer, make_officer, say
from trappan.history.models import Event, Version
from trappan.refusals import Refused
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague
from trappan.testing import markup, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def linnea(today):
    return make_officer()


def post(client, who, url, **fields):
    sign_in(client, who)
    return client.post(url, {"acting_as": who.pk, **fields})


class TestMaking:
    def new(self, client, linnea, **fields):
        about = {"name": "Påhittade Köket AB", "kind": "company", **fields}
        return post(client, linnea, reverse("employers:make_employer"), **about)

    def test_it_is_here_with_its_number_as_it_is_written_and_an_event(self, client, linnea):
        answer = self.new(client, linnea, organisation_number="16 4020004612", good_to_know="Skor med halkskydd")
        made = Employer.objects.get()
        assert answer.url == reverse("employers:employer", args=[made.pk])
        assert (made.organisation_number, made.municipality_id) == (NUMBER, linnea.unit.organisation_id)
        assert Event.objects.get(verb="employers.make_employer").details == {"employer": made.pk}

    @pytest.mark.parametrize(
        ("number", "says"),
        [
            ("402000-4613", "sista siffran"),
            ("40200046", "tio siffror"),
            ("19900101-2384", "tio siffror"),
            ("900101-2384", "personnummer"),
            ("sexfemtiosex", "tio siffror"),
        ],
    )
    def test_a_wrong_number_is_told_at_its_field_and_what_was_typed_stays(self, client, linnea, number, says):
        answer = self.new(client, linnea, organisation_number=number)
        assert answer.status_code == 422
        assert says in str(answer.context["form"].errors["organisation_number"])
        assert f'value="{number}"' in answer.content.decode()
        assert not Employer.objects.exists()

    def test_a_number_that_is_here_is_told_with_whose_it_is(self, client, linnea):
        make_employer(linnea, name="Köksfabeln", organisation_number=NUMBER)
        answer = self.new(client, linnea, organisation_number=NUMBER)
        assert "Köksfabeln har det numret" in str(answer.context["form"].errors["organisation_number"])

    def test_the_same_number_in_another_municipality_is_told_to_nobody(self, client, linnea):
        make_employer(make_officer("Grannkommunen"), name="Köksfabeln", organisation_number=NUMBER)
        assert self.new(client, linnea, organisation_number=NUMBER).status_code == 302
        sign_in(client, linnea)
        assert "Köksfabeln" not in markup(client.get(reverse("employers:employers")))

    def test_the_same_name_asks_before_it_is_another_one(self, client, linnea):
        make_employer(linnea, name="Påhittade köket AB")
        answer = self.new(client, linnea)
        assert "finns redan" in str(answer.context["form"].errors["all_the_same"])
        assert self.new(client, linnea, all_the_same="on").status_code == 302
        assert Employer.objects.count() == 2

    def test_sent_twice_it_is_made_once(self, client, linnea):
        sign_in(client, linnea)
        page = client.get(reverse("employers:make_employer")).content.decode()
        key = page.partition('name="once" value="')[2].partition('"')[0]
        for _twice in range(2):
            answer = self.new(client, linnea, once=key)
        assert answer.status_code == 302
        assert Employer.objects.count() == 1

    @pytest.mark.parametrize("text", ["Kim 900101-2384 trivs", "Kim 199001012384", "Ring 9111052388"])
    def test_what_looks_like_a_personal_number_is_refused(self, client, linnea, text):
        answer = self.new(client, linnea, good_to_know=text)
        assert "deltagare" in str(answer.context["form"].errors["good_to_know"])

    @pytest.mark.parametrize("text", ["Nummer 402000-4612", "Ring 013-174 06 00", "Faktura 1234567890123"])
    def test_other_numbers_are_not(self, client, linnea, text):
        assert self.new(client, linnea, good_to_know=text).status_code == 302


class TestChanging:
    def test_the_second_who_saves_sees_what_differs_and_the_earlier_words_are_kept(self, client, linnea):
        made = make_employer(linnea, name="Köket")
        url = reverse("employers:change_employer", args=[made.pk])
        sign_in(client, linnea)
        edition = client.get(url).context["form"]["edition"].value()
        about = {"kind": "company", "edition": edition}
        assert post(client, linnea, url, name="Köket AB", **about).status_code == 302
        answer = post(client, linnea, url, name="Köket i Ekelunda", **about)
        assert answer.status_code == 422
        assert "Köket AB" in markup(answer)
        assert "Köket i Ekelunda" in markup(answer)
        assert Version.objects.get(of_table="employers_employer").was["name"] == "Köket"

    def test_a_keeper_who_has_left_stays_until_somebody_else_is_chosen(self, client, linnea, today):
        gone = make_colleague("employer_officer", linnea.unit)
        made = make_employer(linnea, name="Köket", keeper=gone)
        Membership.objects.filter(pk=gone.pk).update(ends_on=today)
        url = reverse("employers:change_employer", args=[made.pk])
        sign_in(client, linnea)
        form = client.get(url).context["form"]
        about = {"kind": "company", "keeper": form["keeper"].value(), "edition": form["edition"].value()}
        assert post(client, linnea, url, name="Köket AB", **about).status_code == 302
        made.refresh_from_db()
        assert (made.name, made.keeper) == ("Köket AB", gone)
        new = client.get(reverse("employers:make_employer")).context["form"].fields["keeper"].queryset
        assert [one.pk for one in new] == [linnea.pk]

    def test_merged_while_somebody_edits_is_told_and_nothing_is_lost(self, client, linnea):
        made, into = make_employer(linnea), make_employer(linnea, name="Storköket")
        url = reverse("employers:change_employer", args=[made.pk])
        sign_in(client, linnea)
        edition = client.get(url).context["form"]["edition"].value()
        with as_(linnea) as actor:
            operations.merge_employer(employer=made, into=into, today=actor.today, edition=Moves.of(made).edition)
        answer = post(client, linnea, url, name="Nytt namn", kind="company", edition=edition)
        assert answer.status_code == 422
        assert "gått upp i en annan" in markup(answer)
        assert "Nytt namn" in markup(answer)


class TestStanding:
    def act(self, client, linnea, employer, name, **fields):
        named = {f"{name}-{field}": value for field, value in fields.items()}
        return post(client, linnea, reverse("employers:employer", args=[employer.pk]), form=name, **named)

    def test_it_rests_up_to_and_including_a_day_and_is_asked_only_for_a_reason(self, client, linnea, today):
        made = make_employer(linnea)
        last = today + timedelta(days=30)
        answer = self.act(client, linnea, made, "rest", rests_from=today, rests_until=last, rest_reason="Semester")
        assert answer.status_code == 302
        made.refresh_from_db()
        assert made.rests(last)
        assert not made.rests(last + timedelta(days=1))
        with as_(linnea) as actor:
            with pytest.raises(Refused, match="vilar") as no:
                say(actor, made, asks=True)
            assert no.value.field == "over_reason"
            say(actor, made, asks=True, over_reason="De ringde själva")

    def test_a_rest_to_come_says_both_its_days_and_one_that_is_over_offers_nothing_to_take_up(
        self, client, linnea, today
    ):
        made = make_employer(linnea)
        page = reverse("employers:employer", args=[made.pk])
        with as_(linnea):
            operations.rest_employer(
                employer=made, rests_from=date(2026, 12, 1), rests_until=date(2027, 1, 11), rest_reason="Semester"
            )
        sign_in(client, linnea)
        answer = client.get(page)
        assert "Vilar från 1 december 2026 till och med 10 januari 2027" in markup(answer)
        assert "take_up" in answer.context["acts"]
        with as_(linnea):
            operations.rest_employer(
                employer=made, rests_from=date(2026, 10, 1), rests_until=today, rest_reason="Flytt"
            )
        answer = client.get(page)
        assert "Vilar från 1 oktober" not in markup(answer)
        assert "take_up" not in answer.context["acts"]
        assert "rest" in answer.context["acts"]

    def test_rest_without_a_reason_is_refused_at_its_field(self, client, linnea, today):
        made = make_employer(linnea)
        assert self.act(client, linnea, made, "rest", rests_from=today).status_code == 422

    def test_an_ended_one_leaves_the_list_is_asked_no_more_and_is_taken_up_again(self, client, linnea, today):
        made = make_employer(linnea, name="Köket")
        assert self.act(client, linnea, made, "end", end_reason="Lades ned").status_code == 302
        assert "Köket" not in markup(client.get(reverse("employers:employers")))
        assert "Köket" in markup(client.get(reverse("employers:employers") + "?state=ended"))
        with as_(linnea) as actor, pytest.raises(Refused, match="avslutad"):
            say(actor, made, asks=True, over_reason="Ändå")
        assert self.act(client, linnea, made, "take_up").status_code == 302
        with as_(linnea) as actor:
            say(actor, made, asks=True)


class TestMerging:
    @pytest.fixture
    def pair(self, linnea):
        old = make_employer(linnea, name="Köksfabeln", organisation_number=NUMBER)
        new = make_employer(linnea, name="Påhittade Köket", organisation_number=OTHER_NUMBER)
        with as_(linnea) as actor:
            for one in (old, new):
                operations.make_workplace(employer=one, name="Storgatan 1")
                operations.make_contact(employer=one, name="Vera Diktare")
                say(actor, one, asks=True, next_step="Ringa", next_on=actor.today)
        return old, new

    def merge(self, client, linnea, old, new, edition=None):
        url = reverse("employers:merge_employer", args=[old.pk])
        sign_in(client, linnea)
        shown = client.get(url, {"into": new.pk})
        return post(client, linnea, url, into=new.pk, edition=edition or shown.context["moves"].edition)

    def test_all_stands_with_the_other_and_both_names_and_numbers_are_found(self, client, linnea, pair):
        old, new = pair
        sign_in(client, linnea)
        shown = markup(client.get(reverse("employers:merge_employer", args=[old.pk]), {"into": new.pk}))
        assert "1 samtal, med sitt löfte" in shown
        assert self.merge(client, linnea, old, new).url == reverse("employers:employer", args=[new.pk])
        for model in (Workplace, Contact, Conversation):
            assert model.objects.filter(employer=new).count() == 2
            assert model.objects.get(came_with=old).employer_id == new.pk
        for asked in ("Köksfabeln", NUMBER, NUMBER.replace("-", "")):
            listed = client.get(reverse("employers:employers"), {"name": asked})
            assert [row.key for row in listed.context["listing"].rows] == [new.pk]
            assert "även Köksfabeln" in markup(listed)
        assert client.get(reverse("employers:employer", args=[old.pk])).url == f"/employers/{new.pk}/"
        page = markup(client.get(reverse("employers:employer", args=[new.pk])))
        assert page.count("Ringde om hösten") == 2
        assert "(med Köksfabeln)" in page

    def test_one_that_had_merged_before_is_found_at_the_last(self, client, linnea, pair):
        old, new = pair
        last = make_employer(linnea, name="Sista Köket")
        self.merge(client, linnea, old, new)
        self.merge(client, linnea, new, last)
        assert set(last.absorbed.all()) == {old, new}
        assert Conversation.objects.filter(employer=last, came_with=old).exists(), "it still came with the first"

    def test_what_was_written_since_it_was_shown_is_shown_before_it_moves(self, client, linnea, pair):
        old, new = pair
        edition = Moves.of(old).edition
        with as_(linnea) as actor:
            say(actor, old, text="Sent samtal")
        answer = self.merge(client, linnea, old, new, edition)
        assert answer.status_code == 422
        assert "medan du läste" in markup(answer)
        assert Employer.objects.living().count() == 2

    def test_neither_itself_nor_another_municipalitys_nor_nobody(self, client, linnea, pair):
        old, _new = pair
        hidden = make_employer(make_officer("Grannkommunen"))
        for into in (old.pk, hidden.pk, 10**9, "x"):
            answer = post(client, linnea, reverse("employers:merge_employer", args=[old.pk]), into=into, edition="x")
            assert answer.status_code == 422
        assert Employer.objects.living().count() == 3

    def test_employers_merge_with_employers_and_those_who_take_nobody_on_with_each_other(self, client, linnea, pair):
        old, new = pair
        agency = make_employer(linnea, name="Arbetsförmedlingen", kind="public", cooperates=True)
        url = reverse("employers:merge_employer", args=[old.pk])
        sign_in(client, linnea)
        assert list(client.get(url).context["asking"].fields["into"].queryset) == [new]
        assert client.get(url, {"into": agency.pk}).status_code == 422
        edition = Moves.of(old).edition
        assert post(client, linnea, url, into=agency.pk, edition=edition).status_code == 422
        assert Employer.objects.living().count() == 3

    def test_workplaces_stand_on_the_page_also_of_one_that_takes_nobody_on_any_more(self, client, linnea, pair):
        _old, new = pair
        sign_in(client, linnea)
        page = reverse("employers:employer", args=[new.pk])
        Employer.objects.filter(pk=new.pk).update(cooperates=True)
        assert "Storgatan 1" in markup(client.get(page))

    def test_nothing_more_is_written_with_the_merged_one(self, client, linnea, pair):
        old, new = pair
        self.merge(client, linnea, old, new)
        with as_(linnea) as actor:
            with pytest.raises(Refused, match="gått upp"):
                say(actor, old)
            with pytest.raises(Refused, match="gått upp"):
                operations.make_workplace(employer=old, name="Ny")

    def test_a_conversation_that_is_typed_meanwhile_is_refused_and_stands_to_be_saved_with_the_other(
        self, client, linnea, pair, today
    ):
        old, new = pair
        said = {"held_on": today, "way": "phone", "text": "Vera vill ha tre till", "workplace": old.workplaces.get().pk}
        sign_in(client, linnea)
        client.post(reverse("employers:keep_draft", args=[old.pk]), {"acting_as": linnea.pk, **said})
        client.post(reverse("employers:keep_draft", args=[new.pk]), {"acting_as": linnea.pk, "text": "Eget om köket"})
        self.merge(client, linnea, old, new)
        assert Draft.objects.get(employer=new).fields["text"] == "Eget om köket\n\nVera vill ha tre till"
        assert Draft.objects.get(employer=old).fields == {}
        answer = post(client, linnea, reverse("employers:converse", args=[old.pk]), **said)
        assert answer.status_code == 422
        assert "gått upp i en annan" in markup(answer)
        assert "Vera vill ha tre till</textarea>" in markup(answer)
        there = reverse("employers:converse", args=[new.pk])
        assert f'<form method="post" action="{there}"' in markup(answer)
        client.post(reverse("employers:keep_draft", args=[old.pk]), {"acting_as": linnea.pk, "text": "Mer"})
        assert Draft.objects.get(employer=new).fields == {"text": "Mer"}
        assert client.get(reverse("employers:converse", args=[old.pk])).url == there
        assert post(client, linnea, there, **said).status_code == 302

    def test_what_was_typed_of_the_one_alone_is_there_with_the_other(self, client, linnea, pair):
        old, new = pair
        sign_in(client, linnea)
        client.post(reverse("employers:keep_draft", args=[old.pk]), {"acting_as": linnea.pk, "text": "Halva meningen"})
        self.merge(client, linnea, old, new)
        assert "Halva meningen" in markup(client.get(reverse("employers:converse", args=[new.pk])))

    def test_two_open_workplaces_of_one_name_are_told_apart_and_others_keep_theirs(self, client, linnea, today):
        old, new = make_employer(linnea, name="Köksfabeln"), make_employer(linnea)
        with as_(linnea):
            for name, address in (("Kök", "Hamngatan 9"), ("Storgatan 1", "Storgatan 1"), ("Disk", ""), ("Lager", "")):
                operations.make_workplace(employer=old, name=name, address=address)
            shut = operations.make_workplace(employer=old, name="Bageri")
            operations.close_workplace(workplace=shut, closed_on=today)
            for name in ("Kök", "Kök (Hamngatan 9)", "Storgatan 1", "Disk", "Bageri"):
                operations.make_workplace(employer=new, name=name)
        self.merge(client, linnea, old, new)
        came = Workplace.objects.filter(came_with=old).order_by("pk")
        assert [one.name for one in came] == [
            "Kök (Hamngatan 9 2)",
            "Storgatan 1 (Köksfabeln)",
            "Disk (Köksfabeln)",
            "Lager",
            "Bageri",
        ]
