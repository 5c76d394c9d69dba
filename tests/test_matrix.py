"""Role × table × verb, in SQL as the app role: what docs/secrecy.md says is what is proven here.

The rows are made through operations by the colleagues themselves. Each actor who is let in has a
twin: the same role with the same rights in another unit, who must see nothing.
"""

import os
from pathlib import Path

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, models, transaction

from tests.test_matrix_employers import OF_EMPLOYERS, of_employers
from tests.test_matrix_initiatives import OF_INITIATIVES, of_initiatives
from tests.test_matrix_insight import OF_INSIGHT, of_insight
from tests.test_matrix_partnerships import OF_PARTNERSHIPS, of_partnerships
from trappan import database
from trappan.activities.forms.activity import DescribeForm, ThemeForm
from trappan.activities.forms.capacity import ExtraForm, PlacesForm
from trappan.activities.forms.crew import CrewForm, JobForm
from trappan.activities.forms.order import DeclineOrderForm, MadeForm, OrderForm
from trappan.activities.forms.picture import PictureForm
from trappan.outcomes.operations import record_exit
from trappan.people.operations import open_in_emergency
from trappan.placements.forms.closure import CancelForm, ClosureForm
from trappan.secrecy.every_rule import every_table
from trappan.secrecy.tables import SOMEBODY, Table
from trappan.staff.testing import as_, make_colleague
from trappan.ui.forms import OpenText

DOCUMENT = Path(__file__).parent.parent / "docs" / "secrecy.md"
R, W, N = "reads", "reads, writes", "–"

SOCIAL, CONSULTANT = "social worker of the unit", "consultant with the case"
SITE, AUDITOR = "supervisor at the site", "auditor"
REFERRED = "counsellor with the referral"
OFFICER = "employer officer"
PROJECT = "project coordinator"
OPENED = "consultant who opened the file in an emergency"
HELD = {
    SOCIAL: {"identity", "activity", "plan", "requirement", "assistance"},
    CONSULTANT: {"identity", "activity", "plan", "requirement", "profile"},
    SITE: {"identity", "activity"},
    REFERRED: {"identity", "activity"},
    OFFICER: {"identity", "profile"},
    PROJECT: {"identity", "activity"},
}
# Whose the rows of a unit are in the world, and who wrote what only its writer changes.
UNITS = dict.fromkeys(
    (
        "cases_referral",
        "cases_referralfile",
        "cases_referralnote",
        "cases_referralobjection",
        "cases_studyplan",
        "cases_studystep",
        "cases_workability",
    ),
    REFERRED,
)
WRITERS = {
    "cases_draft": CONSULTANT,
    "cases_note": CONSULTANT,
    "cases_referralnote": REFERRED,
    "plans_selfrating": CONSULTANT,
    "cases_handover": SOCIAL,
}
# What follows from no scope: grants and the log are closed by conditions of their own, views by the
# tables they read; a draft is its owner's, support is answered by the site, a decision is the social
# worker's to change, and an agreement the consultant's, prepared by the team.
OTHERWISE = {
    "people_grant": {SOCIAL: R, CONSULTANT: R, SITE: R, REFERRED: R, OFFICER: R, PROJECT: R},
    "history_event": dict.fromkeys((SOCIAL, CONSULTANT, SITE, AUDITOR, REFERRED, OFFICER, PROJECT), R),
    "history_version": {SOCIAL: R, CONSULTANT: R, SITE: R, REFERRED: R, OFFICER: R, PROJECT: R},
    "placements_session": {SOCIAL: R, CONSULTANT: R, SITE: R},
    "attended_time": {SOCIAL: R, CONSULTANT: R, SITE: R},
    "attendance_correction": {SOCIAL: R, CONSULTANT: R, SITE: R},
    "cases_draft": {CONSULTANT: W},
    # Whoever offered, and whoever the answer stands with.
    "cases_meetingoffer": {SOCIAL: R, CONSULTANT: W},
    "attendance_supportaction": {SOCIAL: R, CONSULTANT: R, SITE: W},
    "requirement_decision": {SOCIAL: W, CONSULTANT: R},
    "agreements_agreement": {SOCIAL: R, CONSULTANT: W},
    "agreements_prepared": {CONSULTANT: R, OFFICER: W},
    # Of a week; what a person has answered of a follow-up is the social worker's too.
    "agreements_statement": {SOCIAL: R, CONSULTANT: W},
    "agreements_ending": {SOCIAL: R, CONSULTANT: W},
    "matching_allocationline": {SOCIAL: R, CONSULTANT: W},
    "matching_openingline": {CONSULTANT: R, OFFICER: W},
    "matching_profile": {CONSULTANT: R, OFFICER: R},
    "matching_proposal": {CONSULTANT: R, OFFICER: W},
    "projects_participation": {SOCIAL: R, CONSULTANT: R, PROJECT: W},
}
# The words of what tests/test_hidden.py, test_addresses.py and test_read_is_logged.py prove.
ON_A_PHONE = """
## What a phone may hold

A page about people is `no-store`, and a device holds none. Marks that wait for the network lie there by row number,
without names. Where a site's leader has allowed it (`attendance_phonelist`: read by those who work at the site, written
by its leader) and the box on the phone is ticked, the phone also holds a list of those who are left to mark today:
given name and first letter, time and row number. Nobody with protected identity is on it, also where the supervisor is
the named reader, nor whoever is marked or waits for an introduction: who is not there may be any of these. Each keeping
is an entry with how many rows. It is erased at sign-out, by a page of another membership or of nobody, by any answer of
`/day/` that is not the day, when it is not allowed any more and at midnight; the worker stands before `/day/` alone and
keeps no page. `tests/browser/test_offline.py` reads all that the device holds.

It does not protect against whoever unlocks the phone while it has no network, also after the session has ended: the
list is read until midnight, and lies unread in the browser's storage until the app is opened next. Somebody who becomes
protected after the list was kept is on it until the phone reaches the day's page.
"""
HIDDEN = """
## What was wrong is kept with the row

Name, legal gender, languages and a person's numbers are changed by functions alone, which ask whether the actor works
with the person or with the household's support, and write beside it what stood before and why (`people_rectification`,
read by those who hold the requirement). A number that never was the person's is taken out of `people_number`, so that
it finds nobody and is free; it is a column that no role reads, told by `people_wrong_numbers` to those who may be told
the person's numbers: whoever holds the plan, and whoever registers people and holds the support.

Versions of a person's row, and the entry that it was put right, obey the requirement too, and the entry of a protection
the plan: a site that reads the name of today reads no earlier name, legal gender or protection, nor that there was one.
`tests/test_house_database.py` holds every table's versions to be told to no more than its row.

## A participant's own pages

Whoever has no eID gets a code in the hand (`portal_hand_out`: a consultant or social worker who works with the
person, never of somebody protected), and with it a PIN. Who helps by the person's mandate, and a guardian of somebody
under 18 (`portal_mandate`), get a code of their own. Mandates, accounts and codes (`portal_account`, `portal_code`) are
read by those who hold the plan, but for the PIN's hash and the code's digest, and written by functions; sessions
(`portal_ownsession`) are read by nobody. Web tries a PIN by `portal_try`, which counts before it tells, and enters by
`portal_enter`, which seals the person of the session. The role behind it (`trappan_own`) holds no table and calls
a short list of functions, which take no person: the own week, steps and readings, what one says of a time to come
(`placements_notice`, read by the site; `placements_toldreason`, not), times that a colleague offers
(`cases_meetingoffer`), who helps, and the own language, which is the one of the reminders (`messages_wish`, with nobody
of the staff as its author). A link in a reminder tells that language (`agreements_day_language`) and changes nothing
in the record. What is of the plan, papers, and what the person has agreed to share ask `portal_person_by_eid`, which
refuses a PIN; words once written (`plans_ownword`) are read by those who hold the plan and written anew by the person
alone. `portal_person` refuses whoever comes by a mandate; what they may ask asks `portal_whose`, which asks each time
whether the mandate holds and covers it: the week without reasons, to say something of a time in their own name, and the
steps for a guardian (`trappan/portal/tests/test_by_mandate.py`).
`trappan/portal/tests/test_own.py` tries every table and verb, each function without the door, forged settings, and
one participant's rows against another's. Whoever holds the web login can sign somebody in without the PIN, as a
colleague, and never unseen: it is an entry.

Whoever has an eID is named by the broker that the municipality has chosen. The number reaches the database alone
(`portal_sign_in_by_eid`), by no cookie, session, log or address of ours: it opens the pages of whoever carries it now,
where the person is not protected and has an open case, and otherwise gives one answer. A number that somebody carried
before opens nothing; whoever works with that person is told on the desk (`portal_former_tried`), without the number,
and says what was found (`portal_look_at_number`), which is an entry.
Refusals are entries with the issuer and a keyed digest. A session by an eID has its level, one by a PIN its account:
what a PIN is too little for asks `portal_person_by_eid`. It is no colleague's session and gives no role, and a
colleague's gives no own pages. The demo opens a session as if by an eID (`demo_by_eid`) where its clock is
held, and nowhere else. `trappan/portal/tests/test_by_eid.py` goes the way at a certified provider,
`trappan/portal/tests/test_eid_answer.py` at one that lies.

## Hidden and not there are one answer

Who registers people (social workers) learns of a number: *new*, *yours*, or *ask unit X*; of a protected
person in the same words as of anybody of that unit. Every other role learns whether it is theirs, and nothing
else: known elsewhere, protected and nobody are the same page, status, statements and entry in the log. To
register and to add a number is refused to them before the number is looked at. A name finds those in one's own
reach, from an index of one's own unit and membership (`people_called`), so that a clock tells nothing of others;
a case number the cases that one reads. A place taken by somebody whom
a site may not see is a taken place; that is all a count tells.

What somebody searched for stands in no address: it is kept in the session, under a token, until signing out.
Pages about people are `no-store`; their titles hold no protected name, and the log no name that was tried.

**What a site is told to adapt** (`placements_adaptation`) is written for it, by the person's consent. The site of the
placement reads the text that stands, while the placement goes on; never an earlier one, nor a version or an entry of
it. Withdrawn, by itself or with the consent that a cooperating partner's site rests on, it is gone in that transaction.
Where that consent has run out, another one brings no text back: it is told anew by a yes to the text itself.

**Who waits for a place** (`placements_queue`) is told in numbers to the municipality's own who place people, and to
neither a partner nor a site's role, who could see from day to day that somebody has begun or left.

**What PostgreSQL itself tells.** `EXPLAIN ANALYZE`, and a clock, show how many rows a condition met before a
policy took them away, whatever functions are leakproof. A personal number is therefore no column that the app
role may read or compare: the numbers of a person are asked of `people_numbers`, whose it is of
`people_find_number`. For what the app role must read, names above all, this does not hold: whoever could type
SQL of their own as `trappan_app` could learn by it that somebody of a name is known somewhere, though not
where, who or what. No page runs text that a user typed, values are bound by the server, and
`tests/test_house.py` holds where a statement may be made.

**A list as a file** is a right by role (`desk.export_people` and the like), made inside the request, so that it holds
what the page holds and nothing else. That it was taken is an entry: who, which list, how many
rows, in what order and by which filters, never a name that was asked for. Of a protected person whom one sees it
holds a row, but neither name nor place: a file leaves the house. Above 10 000 rows it is ordered (`staff_listfile`),
and the worker asks the list's own page as the membership that ordered it, under the same policies. Order and file are
that membership's to read and nobody else's, not the head's and not its own colleague's in another unit; it is opened
while the role may take the list out, each time with an entry, and erased after some days. Membership or account ended
before it is kept, there is none; ended afterwards, nobody opens it. The address of a list's next page is a row's key,
signed; it names nobody, and a made-up one is the beginning. Who comes under the requirement is walked as the reader
(`requirement_in_reach` is no definer), and told by `requirement_standings`.

**A stored file** (`documents_file`) tells of nobody and is nobody's: it is seen through the row of a room that ties it
(`cases_referralfile`), by a policy of that room's, and each is tied once, by whoever kept it and nobody else
(`documents_tie`, in every table that ties files). Its key is drawn by lot, so that none is
found by counting, and its bytes are served as an attachment alone, under a name of case and row. Attaching, opening
and withdrawing are entries, without the file's name. `trappan/cases/tests/test_referral_files.py` tries it.

**A picture of a site** is such a file, kept for all: every colleague who reads of an activity sees it, drawn in the
page and as nothing else. The row of a picture opens only what was kept for all, so that nobody opens another file by
naming it. What the camera wrote is left out before the bytes are stored (`documents/pictures.py`), and whoever puts
it there says that no participant can be recognised. Taken away, row and file are gone, and the bytes with the next
cleaning.
`trappan/activities/tests/test_pictures.py` tries it.

Each page that shows a name leaves an entry, a list one for all its rows, suggestions while somebody types one a
minute; the start page's boxes none, since each row leads to a page that does. The auditor's own look at one
person's log, and the paper to a person who asks who has read, are entries too.
"""
TABLES = {table.name: table for table in every_table() if isinstance(table, Table)}
ABOUT_A_PERSON = [name for name, table in TABLES.items() if table.scope or name in OTHERWISE]
EVERYBODYS = sorted(
    table.name
    for table in every_table()
    if (table.read == SOMEBODY if isinstance(table, Table) else table.app == "SELECT" and table.name not in OF_INSIGHT)
)
ABOUT_A_PERSON += [name for name in OTHERWISE if name not in ABOUT_A_PERSON]

# Where something may be typed freely that everybody reads; the rest comes from lists of codes or from
# administration. The app role may not write what an `Open` table holds.
TYPED = {
    "activities_activity": (
        DescribeForm,
        {"description", "trains", "languages", "languages_asked", "support_offered", "introduction"}
        | {"address", "contact", "phone", "meant_for"},
    ),
    "activities_capacity": (PlacesForm, {"reason"}),
    "activities_crew": (CrewForm, {"name"}),
    "activities_crewjob": (JobForm, {"what", "place", "risks"}),
    "activities_creworder": (OrderForm, {"what"}),
    "activities_picture": (PictureForm, {"shows", "caption"}),
    "activities_theme": (ThemeForm, {"title", "text"}),
    "placements_cancellation": (CancelForm, {"reason"}),
    "placements_closure": (ClosureForm, {"reason"}),
}
FROM_LISTS = {f"activities_activity.{column}" for column in ("access", "branch", "code", "name", "weekdays")}
FROM_LISTS.add("activities_creworder.ordered_for")

# Held by tests/test_seal.py and staff/tests/test_who_signed_in.py; the figures are of `make bench`.
WHO_IS_ASKING = """\
## A head sees to what others have, by number

That a colleague is away (`staff_away`: from when and until when, never why) is read by the colleague and by the head of
the unit, and written by them through functions. The head reads no meeting: `cases_meetings_to_cover` tells of those to
come of who is away or has left, with case number, hour and how, and never with whom or what about. Given to another
colleague of the unit in the same role, a meeting opens the person's plan and journal to that one until the days of a
hand-over have passed after it, with a line in the log; never to the head's own memberships. That grant is a *cover*: it
writes the meeting and notes in its holder's name and nothing else, is given only of a case of the unit from a colleague
who works with the person, never of a protected person, and ends when the meeting is cancelled or moved, the case is
closed or the person protected. The meeting of somebody who has only opened a file can be moved in time or cancelled.

## What an administrator keeps

Units, colleagues and accounts are written by functions that ask whose they are (`staff_keeps`): an administrator's
own municipality, and the partners that it has written down (`kept_by`); where nobody has said whose a partner is, it
is so as long as there is no other municipality. Nobody gives or confirms a membership, makes a link for a password or
closes an account of their own. A link is made of a digest (`staff_link_hangs_on`), so that whoever makes it reads no
password; it stands on the paper or in the mail alone, and the log says that it was made. The head who has confirmed
somebody new at a partner has it mailed, as long as no password has been chosen (`staff_sends_link`). What
stands in the way of closing a unit, and what a colleague leaves, is told to the administrator in numbers only.

A link opens in no browser in which its maker is, or has been, signed in by the password of today. When a password has
been chosen by one, the log says so with who had made it, and its owner reads the moment at each sign-in for a week and
with the own sign-in ever after, with the advice to add a second step. This does not stop a maker who uses another
browser: it shows. The colleague's own letter is dead by then, and says that somebody may have been there before. A
second factor stops it: a new password is not asked for alone.

Rules, codes and the staircase are one for all municipalities of a house. The one whose administrator wrote what applies
changes them, another's is refused, and the second person is of the same municipality; until somebody has written a
version whoever is first begins. All read them. A municipality's own words (`rules_municipaltext`) are its own to write,
and stand on its own papers and pages; in SQL every signed-in membership reads them.

## What suits whom

Openings for a person, and people for an opening, are asked in a role of their own (`trappan_matching`), which a page
enters only from within `acting`, on behalf of the same membership under the same seal. It reads the profile
(`matching_profile`) by the reader's grants and the person's yes, as the policies say, and openings, employers,
workplaces, occupations; of grants not the sort key, which is a name. It reads no person, number, household, contact,
support or journey, writes nothing, and what lies near (`matching_near`) is its alone to ask: a join to gender fails in
the database. `trappan/matching/tests/test_find_work.py` tries it, and holds whole lists equal to the byte whatever the
people in them are. Who asked for such work stands in the order of asking, and is there only for those who may read the
profile.

## Who could start where

What is proposed for a week (`matching_allocationline`) is read by whoever holds the person's plan, and answered by the
consultant; the run says how it went in counts alone, to those who place people in the municipality. Both are written by
the worker in a role of its own (`trappan_allocation`), which reads no table and calls twelve functions: the queue it is
told is a case's number in the database, days, times and codes. `trappan/matching/tests/test_allocation_run.py` tries
it, and holds whole runs equal whatever gender, birth, names, country and household are. Of protected people there is no
line. A line counts who holds a full stretch and never says who.

Over the openings it is the same run in the same role, and what it may know of somebody is what the person's yes lets
the team be told. What came of it (`matching_openingline`) is read and answered by that team, for as long as the yes
holds, and read by the consultant; a head reads the counts (`matching_openingrun`), in which fewer than five are not
told. The team is not told which place is proposed, nor at which times: the consultant is, on the line. No employer and
no manager of a workplace reads a line, a count or a queue. `trappan/matching/tests/test_opening_run.py` and
`test_opening_allocation_page.py` try it.

Who would have to move for somebody to start (`matching_allocationmove`) no colleague reads. `matching_chain` tells it
of one line, to a consultant who works with the line's person: who and what of those whom the same consultant works
with, and of the others which units to ask, each once, and not how many they are. It is erased when the week begins.
`trappan/matching/tests/test_chains.py` tries it as each.

What ruled women and men out (`matching_ruledout`) is counted once a month by a function of the database, which alone
joins a line with gender and returns nothing; the worker may call it, and reads neither. Only what may be told is
written. Who reads figures reads it, in their own municipality: `trappan/matching/tests/test_ruled_out.py`. How many
women and men waited (`matching_allocationwaiting`, read by nobody, erased with its month) is counted in the same
question as how many the run says wait: two numbers of different moments would tell that a protected person had left or
come.

What would be different (`matching_allocationquestion`) is asked by a consultant or a head of unit of the municipality
whose run it is, read by whoever asked and nobody else, and answered by the same role, in counts of five and more. It is
reckoned from what the run was reckoned of (`matching_allocationtown`), where everybody is a place in the queue: no page
reads that but for which activities it is about.
`trappan/matching/tests/test_what_if_page.py` tries each role and verb.

## Who came to work

Every colleague of a municipality reads how many came to work, to studies or a step closer, by month and type
(`outcomes_to_work`); a name only of somebody who has said yes to that, for as long as the rules say, never of
anybody with protected identity, and not after it is taken back (`outcomes_named_to_work`). Households are counted by
themselves, over everybody, when every adult in one is out (`outcomes_households_out`): to the same colleagues, and no
number under five, not even none, which beside few people would tell with whom one of them lives. Finished studies
count as themselves (`outcomes_finished`), their levels from five people on. Another municipality and a partner are told
nothing. `trappan/outcomes/tests/test_to_work.py` tries it in SQL.

## The employer team, in numbers

The team reads no plan, agreement or end. What it settles with an employer that has said yes to its own proposal is its
own to write (`agreements_prepared`), read also by whoever holds the plan; and of the agreement that came of it a
function tells who has signed, its days and what became of the link (`matching_agreement`), while the person lets the
team read. `trappan/matching/tests/test_team_agreement.py` tries both against another team. Functions tell it what it
rings employers about (`outcomes_at_employers`): whose signature an agreement at a workplace waits for, what ends, and
after how many months to ask about somebody who began; at which openings somebody is asked (`matching_asked_about`),
over all; and that a proposal which the own team sent stands no more, until somebody has spoken with the employer. By
these no person is named, of nobody with protected identity is anything told but that last, and other roles and
municipalities get no row. How many places of an opening are taken (`employers_taken`, and so
which are full, `employers_full`) is told to whoever reads that opening and to no other role, counted over everybody who
has a yes: a place taken by somebody protected is a taken place. A proposal by e-mail is ordered with its being sent, by
the database, to the contact's address.

Whom an employer took (`outcomes_taken`) is a number to those who read employers, how it went and what it led to only
from five people on; protected persons are not counted, since a small number tells where somebody is. How the teams
work (`outcomes_team`) is counted over everybody, for the team and heads: no numbers under five people, and no days to
choose, so that two answers tell of nobody. `tests/test_employer_day.py` and `trappan/outcomes/tests/test_team.py` try
it.

## What is sent

An order to send something about a person (`messages_outbox`) is as secret as the plan: who holds it reads and orders.
To a colleague a message is about nobody, goes to the colleague's own address by a function, and is read by no role. An
administrator is told kinds and numbers, and sends again or lets be what did not come, without address or words
(`messages_this_week`, `messages_to_see_to`). Nothing is sent about somebody with protected identity: refused when it is
ordered, and kept in the house where protection came between.

A letter is printed and posted by whoever writes the plan of its person, by functions that ask so; the paper is made
under the reader's own policies and kept nowhere, and no address lies in the order. An address from which messages come
back (`messages_deadaddress`) is as secret as the plan. A service says what became of a message by a hook, with a secret
of its own way: by its key it moves one message of that way forwards, once, and reads nothing.

What a person is reminded of (`messages_reminder`), how the person wants it (`messages_wish`) and when nobody reminds
(`messages_pause`) are as secret as the plan. A reminder is written by the triggers of what is booked, and by no role.
The worker is told that one is due and in which language, and to whom with the message alone.

The worker signs in as `trappan_nightly`, which is granted to nobody. It reads no
table about a person and not the outbox: three functions tell it which orders wait, give it one, and take its answer.
To write the file of a long list it enters the app's role by a door of its own (`staff_enter_for_list_file`): it opens
for an order that waits and is begun, as the membership that made the order, while membership and account hold, to the
end of the transaction. Nobody but a colleague who acts writes such an order, and without the door the role sees no
person, order or file: `tests/test_worker_lists.py`, `tests/test_list_files.py`. So whoever holds the
worker's login can, while somebody waits for a file, read as that colleague, but write nothing: the seal is made where
the transaction only reads, and fits nowhere else; file and event are kept behind the door, by a function
(`staff_keep_list_file`). Without the door the role reads what is open to every page: units, colleagues and their
memberships (`staff_colleague`, `staff_membership`). When somebody becomes protected, each file that was written before
is taken away in the same transaction, and one that is being written is begun anew; so it is with files to authorities
and extracts for research: `tests/test_protected_meanwhile.py` tries each at each moment, in two sessions.
No page's role may call them, read or write the job library's tables, or ring by itself. `tests/test_worker.py` tries
it by each login. On the embedded server, which trusts every local login, who may begin one process may begin the
other.

## What figures are counted from

A month of the spine (`insight_personmonth`, `insight_placementmonth`, `insight_placemonth`), and a week
(`insight_personweek`), has a row a person
without the person: a number drawn by lot, gender, age, type of household, and what happened. It is still about
people, since somebody one knows may be known by it; so no page reads it, no role of a page, and not the worker's
login by itself. It is read by `trappan_figures` alone, which reads no table about people; only the worker's login
becomes it. Who stands behind a number (`insight_personmonthkey`, `insight_householdkey`) is read by no role at all.
The rows are written by a function of the database. Pages read cells (`insight_cell`) by `insight_read`, hidden
unless the disclosure control has gone through all that is told of the year together and let them be shown; what is
hidden and why stands nowhere a page's role reads. `trappan/insight/tests/test_who_counts.py` tries each role, table
and verb.

From a number there is one way to its rows, `insight_rows`: of one cell of a breakdown that is published and a month
that is told, those whom the asker may read. Being in the list tells what the figure is counted from, so what must
be held of the person is the scope of each column that the figure and the breakdown ask (`insight/needs.py`: support
and requirement take the requirement, a case, a place or time the plan, an age the number); a column that nobody has
placed is told to nobody. Protected people stand there for those named. A head sees whoever's file is open by
supervision, and by number only what the start page tells of every case of the own unit: how it ended
(`insight_by_number`). What else a figure counts or is told apart by, support, age, gender, plan or place, is told of
no number. Who reads figures alone is told no row, and nobody how many there are beside the own.
`trappan/insight/tests/test_rows.py` holds list and number equal to the counting for cells and readers drawn by lot.
Files to authorities (`exchange_delivery`, `exchange_taking`) are ordered and read by the controller, where the house
serves one municipality, and written by functions alone. What a file holds (`exchange_deliveryfile`: the statistics'
with personal numbers) is read by no role. The worker makes it within the database and reads nobody.
`exchange_take_file` hands it out to the membership that ordered it, as long as that is in force and the file is kept,
and notes it. Whom a fault before sending is about is told by `exchange_mine` to those alone who hold that person's
support, of individual data also the plan; the controller is told how many (`test_individual.py`). A quarter's counts
are of nobody: `exchange_quarters` tells them to heads of the same municipality as they were delivered. A household
with a protected identity is counted there and stands in no file: `trappan/exchange/tests/test_delivery.py`; what is to
be put right in such is a number of its own, from five households up (`test_protected_households.py`). Two files
of a period would tell who has become protected between them. So
the last version alone is kept, no role reads how many lines one has (`exchange_delivery.rows`), and a statistics' file
is emptied in the very transaction in which somebody in a household of its months becomes protected, and the night after
who ordered it is no controller any more. Whether the households are as many as the figure that is told is answered with
yes or no, for beside the file's lines a number would tell how many are protected:
`trappan/exchange/tests/test_protected_households.py`. What cannot be mended: a file that was downloaded before is in
the controller's hands, and `exchange_taking` says in whose; its digest stands, by which who knows all the rest can try
a guess at what it held; and where the check answers yes, whoever counts the lines of the file in hand knows from the
figure how many households it lacks.
A sheet for SUS (`exchange_sussheet`) is of somebody who takes part in an initiative that is registered there. It is
read and written by those who hold the plan, as long as the person's written consent holds (`exchange_sus_registers`),
and of nobody protected, whoever holds that file by name; the numbers to key in are told under the same
(`exchange_sus_numbers`), and the controller gets counts to the nearest five (`exchange_sus_counted`). What is missing
before individual delivery is told of a site's own people to its leader alone (`exchange_own_readiness`):
`trappan/exchange/tests/test_sus.py`, `test_readiness.py`.
What is published (`insight_publication`, `insight_publishedcell`) is written by `insight_publish` alone, which takes of
the cells those that may be shown; the controller alone may call it, and nobody changes a row. It is read with goals, by
heads and those who lead and decide: a case worker reads figures, and of what is published the public page. Whoever is
not signed in
reads the latest publication by `insight_public`, and no table: `trappan/insight/tests/test_publication.py`.

The months behind it (`insight_frozenmonth`) are about people: whoever reads the publication reads their digests, and no
role the content but by a function of the worker's role for figures: `trappan/insight/tests/test_frozen.py`.
An extract for research (`insight_extract`) is read by the director and the controller, asked for by the controller and
decided by a director who is another colleague. Its file (`insight_extractfile`) is read by no role: a function gives it
to whoever asked, while the decision holds and that membership is a controller's. The worker's role for figures is told
whom to leave out (`insight_left_out`), of an extract that it makes and no other. When somebody becomes protected every
file is emptied and made anew without them (`insight_empty_extracts`); what was downloaded before cannot be mended.
`trappan/insight/tests/test_extract.py` tries it.

The forecast (`insight_outlook`) and what somebody has asked of it (`insight_whatif`) are read by the director and the
controller, and by nobody else; they ask, and the worker alone answers. It is of everybody in the house, so where that
serves several municipalities none is made, and one that was is read by nobody.
What became of those who began (`insight_evaluation`) is read with goals, by heads and those who lead and decide, and is
of everybody in the house too. No page reads the counts behind (`insight_evaluation.counted`):
`tests/test_evaluation_readers.py`.
The counts that differences are reckoned from (`insight_outlook.flow`) are small, and no page reads them; fewer than
five who wait are told as that. `tests/test_forecast_pages.py` tries each role, table and verb.

What colleagues answer once a year is a sum of each unit (`insight_stafftally`); who has answered stands apart
(`insight_staffasked`). No role reads or writes either: a function adds to the one and writes the other, another tells
what may be told when the year's asking is over, to the own organisation. docs/decisions.md says what whoever owns the
database could still find out; `trappan/insight/tests/test_staff_question.py` tries each role, table and verb.

## What an employer team was told stays with it

A person comes to a team's list by a yes that names that team and parts of the profile. The team reads those parts as
they were read out when the yes was given: what is said otherwise afterwards waits for another yes, and is neither read
nor sent. Searches, proposals, the team's yes, the log of them and their earlier versions are of the team that asked;
another team, by a yes of its own to the same person, begins anew. The whole profile and its past are read by whoever
holds the plan in a role that reads profiles, and by no role's name: a consultant placed in the team reads as the team.
The words that went out to an employer (`matching_sentpaper`) stay readable to the team while the person lets both it
and employers be told each part. A sent proposal ends when the yes to employers is taken back, said anew to fewer parts
or has run out (the last once a day), and the search ends with the yes and with the case.
`trappan/matching/tests/test_team_walls.py` tries it. Not held: which parts an earlier yes to employers named is read by
a later team; and what a team has read or an employer has, nobody takes back out of a head or a mailbox.

## Who has a link

A three-party agreement (`agreements_agreement`, its versions and signatures) is as secret as the plan, and consultants
alone write of it. An employer reads and signs it by a link, and is no actor: no role, no policy, no session. Four
functions take what opens the link and tell what it concerns: before the code an organisation, a day and whom to call,
never a person (`agreements_link_state`); the right code opens the text as it was frozen when it was sent, and takes one
answer (`agreements_link_open`, `agreements_link_answer`); `agreements_link_code` takes a code's digest and tells the
page which number to send to. Wrong codes end it (five, by the rules), counted also where the page is refused; so do a
use, a week, a newer link, an edit, another contact, number or address, a contact who leaves, and an employer that goes
up in another. A link may also ask an employer of a week or how it went, and a person how it is now: each is for one
purpose, about one placement or person. What is answered is its holder's statement (`agreements_statement`), which
nobody changes; a signature follows from it, and all else is a colleague's to write, or not.
Whoever has one that ended by time or wrong codes may ask for a new one (`agreements_link_ask`): once, told to its
keeper, while something is left to answer, and nothing is sent by it; of a follow-up one rings.
The day after a placement's last day the worker orders the form about its end by functions that name no person to it
(`agreements_endings_to_ask`, `agreements_ask_ending`), of one employer one at a time; a consultant is told that the
employer has another form, never about whom. What is taken in of it is copied by the database (`agreements_ending`).
Each opening is an entry. The link goes by mail alone and the code to a telephone. Links and codes are kept as digests,
a code with the installation's secret in it. About somebody with protected identity there is no link, and one that was
out has nothing to show from when the protection is written. Only what all have read is signed: each signature carries
the text's digest, the municipality's comes last, and that a placement waits (`placements_placement.waits_from`) is the
database's alone to write. `trappan/agreements/tests/` tries it.

It does not protect against whoever has both the employer's box and telephone, nor tell that they are who they say: it
is a simple electronic signature, which a municipality decides is enough for such an agreement.

## A row out of reach is refused before anything looks at it

Row-level security asks after a table's own triggers, and those that see with the owner's eyes could tell of somebody
hidden by what they refuse. So every table about people has a trigger that fires before all others and refuses, in the
words of row-level security, a row about somebody whom the actor does not hold (`a_a_reach`, made from the same list as
the policies). `tests/test_reach.py` asks it of each.

## Who is asking

Who acts is set by the database and **sealed**: beside membership, colleague and unit stands `sha256(secret, connection,
the transaction's first moment, the three, whether it only reads)`. The secret is a row that `migrate` makes, another in
every database; neither role reads it. What the policies ask (`current_actor()`, `secrecy_unit_for()` and the like)
answers nothing where the seal does not fit. So a setting that somebody sets within a request makes nobody of anybody:
nothing is seen and nothing is written. That a membership is confirmed and in force is asked at the door, once a
transaction. There are these doors, and the app role opens none:

| door | for | opens |
|---|---|---|
| `secrecy_enter` | web | by what the session's key shows, a membership of whoever signed in |
| `desk_feed` | web | by the digest of a feed's address, the feed's rows; nobody acts afterwards |
| `desk_formal_feed` | web | by the digest of a feed's address, its reader's formal days; nobody acts afterwards |
| `secrecy_enter_as` | the owner alone | a membership: `trappan sees` and the tests |
| `secrecy_seal` | the owner alone | a name for the import's rows, in a role that opens nothing |

Each sign-in, be it by password, by the organisation's own service or by the demo's card, leaves a row that the
database finds by what only the browser has, and a line in the log. A transaction that has written enters nobody, so
that line is committed by then. A sign-in ends with its session, with the account, and when a membership changes.
Sessions lie under digests of their keys: whoever reads every table that web reads can neither take one over nor
enter by one, and what stands in one session's row is not read in another's.

Measured beside the same town without the seal (scale 0.1, the quickest of 180 turns a page): to enter takes 0.14 ms,
before 0.11; asking whether the seal fits takes 3 µs, six to a hundred and seventy times a page; all questions of a
page take between 1.5 ms less and 0.1 ms more than before, since the policies no longer ask for the day each time. That
it says whether the transaction only reads takes a microsecond more of each asking, 0.2 ms of the page that asks most.

It does not protect against

- **who holds the web's login** to the database, or makes a web process run statements of their own outside a
  request's transaction: they can sign somebody in. Not unseen: the line in the log is committed before that
  sign-in enters anywhere, and nobody can take it back. It names the colleague, not who did it.
- **who holds a colleague's browser session**, or reads it in the memory of the web process.
- **what a request may do as itself**: statements that somebody slips into a colleague's request do what that
  colleague may, in that colleague's name.
- **a clock held to the index of case numbers**: it may tell how many cases the town has, and of nobody.
- **a browser that has signed somebody in before**, for 180 days or until the password is changed: wrong tries in it are
  counted by account and address as always, and not by the account's hundred an hour.
- **who holds the worker's login**: they can take messages that wait, with addresses and words (to a digital mailbox the
  person's number), and say that they were sent.
- **who holds the secret of a hook**, and the key of a message of its way: they can say that it came, or came back.
- **the owner's login**, and whoever administers the server: they see past all policies, read the secret, and make
  the rules. A backup holds the secret too; it is of use only together with a connection to the very same database.
"""


def expected(name: str, actor: str) -> str:
    """Return what follows for an actor from what the room's `secrecy.py` says of a table.

    Who has opened the file reads what a consultant with the case reads, and changes no row of it: her own
    note or meeting, which she may make, is trappan/people/tests/test_opened.py's.
    """
    if actor == OPENED:
        return N if name == "cases_draft" else R if expected(name, CONSULTANT) != N else N
    if name in OTHERWISE:
        return OTHERWISE[name].get(actor, N)
    table, held = TABLES[name], HELD.get(actor, set())

    def opens(scope: str) -> bool:
        at_my_unit = not table.unit or scope != "activity" or "plan" in held or UNITS.get(name, SITE) == actor
        return scope in held and at_my_unit

    writes = table.update and opens(table.write_scope) and (not table.by_writer or WRITERS[name] == actor)
    return W if writes else R if opens(table.scope) else N


@pytest.fixture
def world(world):
    person, actors = world
    number = person.numbers.get().number
    opener = make_colleague("consultant", actors["consultant, another unit"].unit)
    with as_(opener):
        open_in_emergency(number=number, reason="Står i receptionen utan mat")
    return person, {**actors, OPENED: opener}


def can(person, table: str) -> str:
    """Try it: what the present actor may do with this person's rows of a table."""
    column = "id" if table == "people_person" else "person_id"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table} WHERE {column} = %s", [person.pk])
        reads = cursor.fetchone()[0] > 0
        writes = False
        if table in TABLES and TABLES[table].update:
            name = TABLES[table].update[0]
            with transaction.atomic():
                cursor.execute(f"UPDATE {table} SET {name} = {name} WHERE {column} = %s", [person.pk])
                writes = cursor.rowcount > 0
    return W if writes else R if reads else N


def test_every_cell(world):
    person, actors = world
    found = {}
    for name, membership in actors.items():
        with as_(membership):
            for table in ABOUT_A_PERSON:
                found[table, name] = can(person, table)
    assert found == {(table, name): expected(table, name) for table in ABOUT_A_PERSON for name in actors}


def test_every_secret_table_is_in_the_matrix(db):
    about = {
        row.table_name
        for row in database.query(
            "SELECT DISTINCT table_name FROM information_schema.columns "
            "WHERE table_schema = 'public' AND column_name = 'person_id'"
        )
    }
    # Openings show a head no person: people/tests/test_who_sees.py. Parts of names are nobody's: test_called.py; nor
    # are the keys of the spine: insight/tests/test_who_counts.py. Who could move is told by a function: test_chains.py.
    closed = {"people_opening", "people_namepart", "insight_personmonthkey", "matching_allocationmove"}
    # What stands in a project's file of a month is handed out by a function: trappan/projects/tests/test_months.py.
    closed.add("projects_monthrow")
    # Whom a partner referred is told by functions, and as whom somebody came to nobody: test_partner_referral.py.
    closed.add("partnerships_partnerreferral")
    # What somebody has told in public is told by functions, without whose it is: insight/tests/test_stories.py.
    closed.add("partnerships_story")
    # Where a participant is signed in is read by the door alone: trappan/portal/tests/test_own.py.
    closed.add("portal_ownsession")
    assert about | {"people_person"} == {*ABOUT_A_PERSON, *closed}


def test_every_table_is_in_a_list():
    tables = {model._meta.db_table for model in apps.get_models() if model.__module__.startswith("trappan.")}
    views = {"placements_session", "attended_time", "attendance_correction", "desk_casestate", "matching_profile"}
    views |= {"outcomes_return"}
    # What no list names is closed to every role: the serials of case numbers, the rules as applied, the secret
    # of the seal, forms as sent, the queue as it was counted, whom another's sign-in names, and who signed in.
    unnamed = {
        "cases_caseserial",
        "database_appliedrule",
        "history_sentform",
        "placements_queuecount",
        "secrecy_secret",
        "staff_identity",
        "staff_signin",
    }
    assert tables - views - {table.name for table in every_table()} == unnamed


def test_nothing_about_a_person_is_typed_where_everybody_reads():
    """Each field that is free text in a table of everybody's refuses a personal number."""
    free = set()
    for model in apps.get_models():
        table = TABLES.get(model._meta.db_table)
        if table and (table.read == SOMEBODY or table.name == "activities_creworder"):
            fields = [(field, getattr(field, "base_field", field)) for field in model._meta.concrete_fields]
            free |= {
                f"{table.name}.{field.column}"
                for field, base in fields
                if isinstance(base, models.CharField | models.TextField) and not base.choices and not field.is_relation
            }
    typed = {(table, name): form for table, (form, names) in TYPED.items() for name in names}
    typed[("activities_capacity", "reason of more places")] = ExtraForm
    typed |= {("activities_creworder", "declined"): DeclineOrderForm, ("activities_creworder", "made"): MadeForm}
    assert free - FROM_LISTS == {f"{table}.{name}" for table, name in typed if " " not in name}
    for (_table, name), form in typed.items():
        field = form.base_fields[name.split()[0]]
        assert isinstance(field, OpenText), (form, name)
        with pytest.raises(ValidationError, match="personnumret"):
            field.clean("Kim 19900101-2384 har slutat")


def test_nobody_deletes_a_row_of_anything(world):
    _person, actors = world
    for membership in actors.values():
        for table in ABOUT_A_PERSON:
            with as_(membership), connection.cursor() as cursor:
                with (
                    pytest.raises(DatabaseError, match=r"permission denied|cannot delete from view"),
                    transaction.atomic(),
                ):
                    cursor.execute(f"DELETE FROM {table}")


def test_after_an_exit_the_case_can_still_be_read_but_not_ended_twice(world):
    person, actors = world
    from trappan.cases.models import Case
    from trappan.refusals import Refused

    with as_(actors["consultant with the case"]) as actor:
        case = Case.objects.get(person=person)
        Case.objects.filter(pk=case.pk).update(closed_on=actor.today)
        case.refresh_from_db()
        with pytest.raises(Refused):
            record_exit(case=case, day=actor.today, today=actor.today, reason="other")


def test_the_document_says_what_is_proven(world):
    _person, actors = world
    lines = [
        "# Secrecy: who can do what with the rows of one person",
        "",
        "Made by `tests/test_matrix.py`, which proves each cell in SQL as the app role; set",
        "`TRAPPAN_WRITE_DOCS=1` to write it anew. *reads, writes*: some column may be changed.",
        "Nobody deletes. Rows at a site are seen by that site and by those who hold the plan.",
        "",
        "| table | " + " | ".join(actors) + " |",
        "|---|" + "---|" * len(actors),
    ]
    lines += [f"| {table} | " + " | ".join(expected(table, name) for name in actors) + " |" for table in ABOUT_A_PERSON]
    lines += [
        "",
        "## Employers",
        "",
        "About no participant: the municipality's own, written by its employer team, read by consultants and heads.",
        "Who coordinates places reads of the own departments alone; the manager of a workplace of one reads that",
        "workplace, what it is asked and offers. Who comes there is told to its manager by `placements_coming`, and",
        "what went out of a proposal that waits there by `matching_proposed_here`, while the person lets employers be",
        "told all of it: no table about people opens. The answer goes by `matching_answer_here`, of the own workplace.",
        "Who coordinates places is told at which of those workplaces a manager is waited for and since when",
        "(`matching_waits_for_managers`): no person, no proposal and no number. Whoever offered places changes them in",
        "place; fewer than are taken are refused, counted over all.",
        "Everybody else, and everybody of another municipality or a partner, reads nothing. Nobody deletes.",
        "",
        "| table | " + " | ".join(actors) + " |",
        "|---|" + "---|" * len(actors),
        *(f"| {one} | " + " | ".join(of_employers(one, name) for name in actors) + " |" for one in OF_EMPLOYERS),
        "",
        "## Initiatives",
        "",
        "The municipality's own: kept by its heads, read by those who walk with people. Who takes part is as secret as",
        "the plan (`initiatives_participation`, above); a function tells how many, of everybody and without a name.",
        "The draft of a decision paper (`initiatives_initiativepaper`) is the heads' alone; what is decided is read",
        "with the initiative (`trappan/initiatives/tests/test_papers.py`).",
        "",
        "| table | " + " | ".join(actors) + " |",
        "|---|" + "---|" * len(actors),
        *(f"| {one} | " + " | ".join(of_initiatives(one, name) for name in actors) + " |" for one in OF_INITIATIVES),
        "",
        "## Projects of several municipalities",
        "",
        "Who takes part (`projects_participation`, above) is seen and written by the coordinating unit of the own",
        "municipality, and read by whoever holds the person's plan there; never by another municipality, nor by the",
        "leader, who is told numbers by `projects_counted`. A person whom two municipalities have is refused to",
        "neither: a refusal would tell. In the counting the person is one, where it began, by an HMAC of the number",
        "(`projects_mark`) under a key of the project's own (`projects_key`). No role reads either, no unique column",
        "holds the mark, and the key is destroyed with the final report. A coordinator is told no sums of the",
        "project, which against the own list would tell that somebody has been elsewhere. A project, its",
        "municipalities, sub-initiatives and money are read by its leader, who writes them, by its coordinators and",
        "by consultants of its municipalities. What cannot be mended: a leader who tells a coordinator the",
        "municipality's number tells, where it is less than the own list, that somebody there began elsewhere, though",
        "not who. `trappan/projects/tests/test_who_sees.py` tries two of each in SQL.",
        "Goals of cooperation, evidence, gatherings and what goes on are read by the same; evidence and gatherings are",
        "written by a coordinator in the own municipality's name alone. Of a person a coordinator is told what the own",
        "municipality's case ended with (`outcomes_in_project`), and sees nobody longer than the rule's days after the",
        "last one in the project (`test_cooperation.py`, `test_sight.py`, `outcomes/tests/test_in_project.py`).",
        "Its entries and earlier versions are told in that municipality alone (`staff_projects_elsewhere`).",
        "What a municipality hands in of a month (`projects_monthfile`, `projects_emptymonth`, and who took it,",
        "`projects_monthtaking`) is read by its own coordinators; what a file says (`projects_monthrow`) by no role,",
        "and handed out by `projects_take_month` to a coordinator who may see everybody in it. The leader is told by",
        "`projects_months` how each month stands, and of nobody. The final report (`projects_finalreport`) is the",
        "leader's. `trappan/projects/tests/test_months.py` tries it.",
        "A decision paper (`projects_projectpaper`) is the leader's while it is a draft, and read with the project",
        "once it is decided (`trappan/projects/tests/test_paper.py`).",
        "",
        "## Agreements with partners",
        "",
        "The municipality's own, kept by its heads and administrators. Signed, an agreement is read by everybody of",
        "the municipality and of the partner, and changed by nobody; a draft by those who keep, sign and approve.",
        "Terms and money are read by these, and by whoever leads a site of the partner, who reports what it cost. A",
        "director signs; heads, directors and controllers approve money that another colleague has entered. The rows",
        "here are a signed agreement's, with the draft of an amendment. Another municipality and another partner read",
        "nothing. A meeting is read by these and by who leads a site of a partner that takes part; its keepers write",
        "it, and whoever owns what was agreed says that it is done. A personal number is refused in every text of it.",
        "A report of a year is opened, sent back and delivered by the keepers, written and sent by who leads a site of",
        "the partner, and signed by a director; its steps are only added. The counts behind its figures nobody reads.",
        "Whom a partner asks for is read by who leads a site of the same partner and by the head of the unit above",
        "that site, who answers by a function, once; the membership and the account are made by the yes. A leader of a",
        "site of a partner ends the memberships of the partner's own, never her own.",
        "Contacts without a name (`partnerships_outreach`) are written by who works at a site, and read by these",
        "and by all sites of the own organisation. Whom a partner refers before any application",
        "(`partnerships_partnerreferral`) no role reads: functions tell the site that referred, and social",
        "workers of the unit that it asked, while it waits; `trappan/partnerships/tests/test_partner_referral.py`",
        "tries everybody else.",
        "What somebody has told in a report, and what she said yes to (`partnerships_story`,",
        "`partnerships_storyconsent`), no role reads: functions tell the partner that writes it, who keeps the",
        "agreement when it is sent, its other readers when it is delivered, each without whose it is, and whoever",
        "holds the plan of the person; `trappan/insight/tests/test_stories.py` tries everybody else.",
        "",
        "| table | " + " | ".join(actors) + " |",
        "|---|" + "---|" * len(actors),
        *(f"| {one} | " + " | ".join(of_partnerships(one, name) for name in actors) + " |" for one in OF_PARTNERSHIPS),
        "",
        "## Goals and figures",
        "",
        "The municipality's own: read by heads of unit, directors, controllers and members of the board, who read no",
        "table about a person; goals are kept by directors and controllers. Pages read figures by `insight_read`",
        "alone: a hidden cell has no numbers, and where the disclosure control has not gone over a year as one",
        "there is no cell. Charts are drawn of the same. Both are also read by those who work with people, who read no",
        "goal. Where an installation serves several municipalities, neither is told to anybody. The forecast and what",
        "is asked of it are the directors' and controllers' alone.",
        "",
        "| table | " + " | ".join(actors) + " |",
        "|---|" + "---|" * len(actors),
        *(f"| {one} | " + " | ".join(of_insight(one, name) for name in actors) + " |" for one in OF_INSIGHT),
        "",
        "## What every signed-in membership reads",
        "",
        "About nobody: organisations, units and colleagues, what there is and when it is open, rules and codes.",
        "What is free text there says so on its page and refuses a personal number; the test names each field.",
        "What is ordered of crews (`activities_creworder`) is read, so too, by every membership of the municipality of",
        "the crew's site, and by nobody else; the database writes which department and workplace it is for.",
        "",
        *(f"- `{name}`" for name in EVERYBODYS),
        "",
        *WHO_IS_ASKING.splitlines(),
        "",
        HIDDEN.strip(),
        "",
        ON_A_PHONE.strip(),
    ]
    text = "\n".join(lines) + "\n"
    if os.environ.get("TRAPPAN_WRITE_DOCS"):
        DOCUMENT.parent.mkdir(exist_ok=True)
        DOCUMENT.write_text(text)
    assert DOCUMENT.read_text() == text
