"""The tables that the town fills, the referred to first, and how its cases get their numbers."""

from trappan import database

ORDER = (
    "staff_organisation",
    "staff_unit",
    "staff_colleague",
    "staff_user",
    "staff_membership",
    "staff_earlierunit",
    "staff_succession",
    "staff_away",
    "partnerships_agreement",
    "partnerships_amendment",
    "partnerships_partnercheck",
    "employers_employer",
    "employers_workplace",
    "employers_contact",
    "employers_conversation",
    "employers_departmenttarget",
    "employers_placequestion",
    "employers_placenotice",
    "employers_lead",
    "employers_opening",
    "people_person",
    "people_number",
    "people_contact",
    "people_household",
    "people_householdmember",
    "people_grant",
    "people_consent",
    "people_opening",
    "people_rectification",
    "assistance_application",
    "assistance_supportmonth",
    "demo_case",
    "plans_mapping",
    "cases_meeting",
    "cases_referral",
    "cases_referralnote",
    "cases_referralobjection",
    "cases_studyplan",
    "cases_studystep",
    "cases_referralfile",
    "plans_plan",
    "plans_planpart",
    "plans_consultation",
    "plans_review",
    "requirement_exemption",
    "requirement_activityrequest",
    "plans_goal",
    "plans_observation",
    "plans_stepevidence",
    "plans_stepmove",
    "plans_proposedstep",
    "cases_note",
    "cases_objection",
    "cases_stall",
    "plans_selfrating",
    "plans_readiness",
    "cases_handover",
    "activities_activity",
    "placements_placement",
    "placements_placementend",
    "activities_seatuse",
    "placements_closure",
    "placements_introduction",
    "placements_adaptation",
    "placements_proposedchange",
    "attendance_attendance",
    "placements_toldreason",
    "attendance_dialogue",
    "attendance_finding",
    "attendance_report",
    "attendance_incident",
    "attendance_phonelist",
    "attendance_supportaction",
    "activities_theme",
    "activities_crew",
    "activities_crewjob",
    "activities_creworder",
    "activities_picture",
    "requirement_grounds",
    "requirement_decision",
    "outcomes_exit",
    "outcomes_followup",
    "matching_journey",
    "history_event",
)

# Large tables that nothing looks up in while the town is made.
UNREAD = (
    "people_grant",
    "assistance_supportmonth",
    "cases_note",
    "plans_stepevidence",
    "plans_stepmove",
    "placements_introduction",
    "attendance_attendance",
    "placements_toldreason",
    "attendance_finding",
    "history_event",
)

# Cases wait here until all are known: they are numbered in the order in which they were opened.
WAITING = "CREATE TEMPORARY TABLE demo_case AS TABLE cases_case WITH NO DATA"
NUMBERED = """
INSERT INTO cases_case (number, {columns})
SELECT year || '-' || lpad(serial::text, GREATEST(4, length(serial::text)), '0'), {columns}
FROM (SELECT *, row_number() OVER (PARTITION BY year ORDER BY opened_on, id) AS serial
  FROM (SELECT *, extract(year FROM opened_on)::int AS year FROM demo_case) k) numbered ORDER BY id
"""
SERIALS = """
INSERT INTO cases_caseserial (year, latest)
SELECT extract(year FROM opened_on)::int, count(*) FROM demo_case GROUP BY 1 ORDER BY 1
"""


def number_cases(columns: tuple[str, ...]) -> int:
    """Move the waiting cases into their table, numbered by year; return how many years there are."""
    database.execute(NUMBERED.format(columns=", ".join(columns)))
    years = database.execute(SERIALS)
    database.execute("DROP TABLE demo_case")
    return years
