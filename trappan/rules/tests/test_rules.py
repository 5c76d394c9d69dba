"""Rules by the day, codes by the day, and what the database says to those outside."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from trappan.refusals import Refused
from trappan.rules.codes import choices
from trappan.rules.models import Code, RuleSet
from trappan.rules.rulesets import read_rules, rules_on
from trappan.schedules.months import month_of, months_after, next_month

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("R-234")
def test_the_rules_of_a_day_are_those_in_force_then():
    assert rules_on(date(2026, 6, 30)).requirement_from is None
    assert rules_on(date(2026, 7, 1)).requirement_from == date(2026, 10, 1)
    assert rules_on(date(2026, 11, 12)).full_time_minutes == 2400


def test_no_two_rule_sets_hold_the_same_day():
    latest = RuleSet.objects.last()
    with pytest.raises(IntegrityError), transaction.atomic():
        RuleSet.objects.create(name="Två", valid_from=date(2027, 1, 1), source="", parameters=latest.parameters)


def test_a_rule_set_with_a_missing_or_unknown_parameter_is_refused():
    parameters = dict(RuleSet.objects.last().parameters)
    del parameters["pension_age"]
    with pytest.raises(Refused, match="pension_age"):
        read_rules(parameters)
    with pytest.raises(Refused, match="penison"):
        read_rules({**RuleSet.objects.last().parameters, "penison": 1})
    with pytest.raises(Refused, match="dag 1"):
        read_rules({**RuleSet.objects.last().parameters, "observed_from_day": 31})


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 28), st.integers(0, 3))
def test_observed_periods_follow_each_other_without_gap_or_overlap(day, first_day, before):
    rules = read_rules({**PARAMETERS, "observed_from_day": first_day, "observed_months_before": before})
    month = month_of(day)
    starts, ends = rules.observed_period(month)
    assert starts.day == ends.day == first_day
    assert ends == rules.observed_period(next_month(month))[0]
    assert months_after(month_of(starts), before) == month
    assert timedelta(28) <= ends - starts <= timedelta(31)


PARAMETERS = {
    "requirement_from": None,
    "consecutive_months": 3,
    "outside_obstacles": [],
    "adult_age": 18,
    "pension_age": 67,
    "full_time_minutes": 2400,
    "young_child_age": 8,
    "young_child_minutes": 600,
    "part_time_deducted": True,
    "uncounted_parts": ["work"],
    "observed_from_day": 1,
    "observed_months_before": 1,
    "request_basis": "",
    "consultation_required": True,
    "consultation_valid_days": 180,
    "exemption_warning_days": 30,
    "review_interval_days": 90,
    "note_lock_days": 14,
    "hand_over_days": 30,
    "referral_name_days": 30,
    "report_before_days": 14,
    "report_late_days": 3,
    "mbl_valid_days": 365,
    "agreement_warning_days": 60,
    "proposal_ahead_days": 365,
    "places_notice_days": 14,
    "reminder_days": 1,
    "own_code_days": 14,
    "own_pin_figures": 6,
    "own_tries": 5,
    "own_lock_minutes": 15,
    "own_most_wrong": 30,
    "own_idle_minutes": 30,
    "own_shared_minutes": 10,
    "own_mandate_months": 12,
    "letter_days": 7,
    "reminder_hour": 10,
    "remind_each_day": False,
    "quiet_from": 20,
    "quiet_until": 8,
    "week_a_from": "2021-01-04",
    "marking_days": 7,
    "unmarked_days": 3,
    "report_interval_days": 28,
    "prompt_untold": 3,
    "prompt_share": 50,
    "prompt_window_days": 28,
    "grounds_due_days": 10,
    "receipt_days": 7,
    "project_sight_days": 60,
    "esf_confirmed": "EECR04",
    "openings_a_day": 10,
    "statistics_month_days": 15,
    "statistics_year_days": 120,
    "supervision_quarter_days": 31,
    "kolada_items_days": 365,
    "delivery_kept_days": 30,
    "project_month_days": 28,
    "individual_from": "2027-07-01",
    "internship_most_days": 183,
    "work_trial_most_days": 183,
    "subsidised_most_days": 366,
    "link_days": 7,
    "ending_days": 60,
    "link_code_minutes": 10,
    "link_codes": 3,
    "link_code_wait": 1,
    "link_codes_aloud": 9,
    "link_tries": 5,
    "link_read_minutes": 60,
    "along_person_days": 14,
    "along_employer_days": 28,
    "asking_most": 4,
    "asking_days": 90,
    "follow_up_first": 1,
    "follow_up_second": 3,
    "follow_up_third": 6,
    "follow_up_last": 12,
    "follow_up_tries": 3,
    "named_months": 3,
    "return_months": 12,
    "profile_yes_days": 180,
    "places_asked_days": 95,
    "places_answer_days": 56,
    "places_reminder_days": 21,
    "proposal_answer_days": 14,
    "fit_wish": 8,
    "fit_done": 4,
    "fit_near": 2,
    "fit_group": 1,
    "fit_known": 3,
    "allocation_start_first": True,
    "allocation_kept_days": 90,
    "allocation_question_days": 30,
    "new_start_age": 25,
    "new_start_lowest_age": 20,
    "new_start_months": 12,
    "new_start_within": 15,
    "new_start_most": 24,
    "new_start_young_months": 6,
    "new_start_young_within": 9,
    "new_start_young_most": 12,
    "new_start_arrived": 36,
    "new_start_source": "Prov",
    "wage_support_source": "Prov",
    "job_stimulus_percent": 25,
    "job_stimulus_support_months": 6,
    "job_stimulus_years": 2,
    "job_stimulus_source": "Prov",
    "job_premium_from": "2026-03-01",
    "job_premium_years": 2,
    "job_premium_support_from": "2025-07-01",
    "job_premium_support_months": 6,
    "job_premium_months": 18,
    "job_premium_most": 3750,
    "job_premium_source": "Prov",
    "four_eyes": True,
    "how_to_appeal": "",
}


def test_a_closed_code_is_readable_and_no_choice():
    Code.objects.filter(table="stall", code="travel").update(valid_to=date(2026, 1, 1))
    assert "travel" in dict(choices("stall", date(2025, 12, 31)))
    assert "travel" not in dict(choices("stall", date(2026, 1, 1)))
    assert Code.objects.get(table="stall", code="travel").label == "Resvägen"
