"""Role × table × verb for agreements with partners, in SQL as the app role, as docs/secrecy.md says.

Whoever may read or write has a twin in another municipality, or with another partner, with the same role and rights,
who must see nothing. The agreement is signed; the amendment to it is a draft.
"""

import pytest
from django.db import DatabaseError, IntegrityError, ProgrammingError, transaction

from tests.partnership_world import make_partnership
from trappan import database
from trappan.partnerships.models import (
    Agreement,
    Amendment,
    Annex,
    AnnualReport,
    Budget,
    Commitment,
    Invitation,
    JointMeeting,
)
from trappan.partnerships.secrecy import TABLES as LISTED
from trappan.secrecy.tables import Table
from trappan.staff.models import Organisation
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit

R, W, N = "reads", "reads, writes", "–"
TABLES = {table.name: table for table in LISTED if isinstance(table, Table)}
OF_PARTNERSHIPS = list(TABLES)
MONEY = ("partnerships_budget", "partnerships_payment")
DRAFT, CHECK, SIGNED = "partnerships_amendment", "partnerships_partnercheck", "partnerships_agreement"
REPORT = "partnerships_annualreport"
# What the municipality writes for itself alone: its decision papers, what its unions were told, what it lets end.
OURS = ("partnerships_decisionpaper", "partnerships_closinginformation", "partnerships_lapse")
INVITED, SIGNS = "partnerships_invitation", "partnerships_signatory"
LEADER, ABOVE = "leader of a site of the partner", "head of the consultant's unit"
LEADER = "leader of a site of the partner"
OUTREACH, NOTED = "partnerships_outreach", "supervisor at a partner's site"
# What each may try to change: a guard that refuses the day or the colleague has let the role reach the row.
TRIED = dict.fromkeys(MONEY, ("approved_at = clock()", "taken_out_on = '2026-11-12'"))


def of_partnerships(table: str, actor: str) -> str:
    """Return what follows for an actor of the rows of partnerships."""
    keeps = actor.startswith(("head", "administrator"))
    if "another municipality" in actor or "another partner" in actor:
        return N
    if table == INVITED:
        return R if actor in (LEADER, ABOVE) else N
    if table == CHECK:
        return R if keeps else N
    if table == OUTREACH:
        return W if actor == NOTED else R if keeps or actor in ("director", "controller", LEADER) else N
    if table == SIGNED:
        return R
    if table == REPORT and actor == LEADER:
        return W
    if table == SIGNS:
        return W if actor.startswith("head") else R if keeps or actor in ("director", "controller", LEADER) else N
    if table in OURS:
        return W if keeps and TABLES[table].update else R if keeps or actor in ("director", "controller") else N
    if keeps and table != REPORT:
        return W if TABLES[table].update else R
    if keeps or actor in ("director", "controller"):
        return W if table in MONEY or (table == DRAFT and actor == "director") else R
    # To whom the amendment is to be sent is a step of a draft.
    return R if actor == LEADER and table not in (DRAFT, "partnerships_recipient") else N


@pytest.fixture
def everybody(world, today):
    _person, actors = world
    partner = Organisation.objects.get(name="Stadsmissionen")
    make_partnership(actors, partner, today)
    far, near = make_organisation("Grannkommunen"), make_organisation("Navet", kind="association", basis="provider")
    labour = make_unit("labour_market", far)
    return {
        **actors,
        LEADER: make_colleague("site_leader", make_unit("site", partner)),
        "site leader, another partner": make_colleague("site_leader", make_unit("site", near)),
        **{f"{role}, another municipality": make_colleague(role, labour) for role in ("director", "controller")},
        "head, another municipality": make_colleague("head_of_unit", labour),
        "administrator, another municipality": make_colleague("administrator", labour),
    }


def tried(table: str) -> str:
    """Try it: what the present actor may do with the rows; nothing of it stays."""
    reads = database.query(f"SELECT count(*) AS n FROM {table}")[0].n > 0
    update = TABLES[table].update
    if not update:
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            database.execute(f"UPDATE {table} SET id = id")
        return R if reads else N
    writes = any(reaches(table, what) for what in TRIED.get(table, (f"{update[0]} = {update[0]}",)))
    return W if writes else R if reads else N


def reaches(table: str, what: str) -> bool:
    """Tell whether a change reaches a row; what it would become may be refused as none of the actor's."""
    try:
        with transaction.atomic():
            reached = database.execute(f"UPDATE {table} SET {what}") > 0
            transaction.set_rollback(True)
    except IntegrityError:
        return True
    except ProgrammingError:
        return False
    return reached


def test_every_cell_about_partnerships(everybody):
    found = {}
    for name, membership in everybody.items():
        with as_(membership):
            found |= {(table, name): tried(table) for table in OF_PARTNERSHIPS}
    assert found == {(table, name): of_partnerships(table, name) for table, name in found}


def test_nobody_but_its_keepers_makes_a_row_and_nobody_deletes(everybody):
    made, budget = Agreement.objects.get(), Budget.objects.get()
    about = {
        "us": made.municipality_id,
        "them": made.organisation_id,
        "made": made.pk,
        "draft": Amendment.objects.get().pk,
        "budget": budget.pk,
        "leads": everybody[LEADER].pk,
        "promise": Commitment.objects.get().pk,
        "met": JointMeeting.objects.get().pk,
        "asks": Invitation.objects.get().unit_id,
        "unit": everybody["head of the consultant's unit"].unit_id,
        "file": Annex.objects.get().file_id,
        "report": AnnualReport.objects.get().pk,
        "site": everybody[NOTED].unit_id,
    }
    rows = {
        "agreement": "(municipality_id, organisation_id, name, purpose, places, starts_on, kind, reference, "
        "municipality_as, organisation_as, signatory, mandate, partner_signatory, target_groups, routines) VALUES "
        "(%(us)s, %(them)s, 'S', 'S', 1, '2026-11-12', 'iop', '', '', '', '', '', '', '', '')",
        "amendment": "(agreement_id, starts_on, scope, places, reference, municipality_as, organisation_as, signatory, "
        "mandate, partner_signatory) VALUES (%(made)s, '2026-11-12', 'S', 0, '', '', '', '', '', '')",
        "partnercheck": "(municipality_id, organisation_id, kind, seen_on, note) VALUES "
        "(%(us)s, %(them)s, 'form', '2026-11-12', '')",
        "consultation": "(agreement_id, kind, paragraph, whom, held_on, outcome) VALUES "
        "(%(made)s, 'consultation', '', 'S', '2026-11-12', 'S')",
        "decision": "(agreement_id, decided_on, body, paragraph, reference, officer) VALUES "
        "(%(made)s, '2026-11-12', 'S', '', 'S', 'S')",
        "decisionpaper": "(agreement_id, amendment_id, title, officer, manager, reference, said) VALUES "
        "(%(made)s, %(draft)s, 'S', 'S', 'S', 'S', '{}')",
        "signatory": "(agreement_id, membership_id, mandate) VALUES (%(made)s, %(leads)s, 'S')",
        "lapse": "(agreement_id, why) VALUES (%(made)s, 'S')",
        "closinginformation": "(municipality_id, unit_id, paragraph, whom, held_on, outcome) VALUES "
        "(%(us)s, %(unit)s, '19', 'S', '2026-11-12', 'S')",
        "recipient": "(agreement_id, name) VALUES (%(made)s, 'S')",
        "commitment": "(agreement_id, side, text) VALUES (%(made)s, 'partner', 'S')",
        "commitmentstate": "(commitment_id, state, as_of, word) VALUES (%(promise)s, 'kept', '2026-11-12', 'S')",
        "servedgoal": "(agreement_id, wording, starts_on) VALUES (%(made)s, 'S', '2026-11-12')",
        "annex": "(agreement_id, file_id, title, version, name, withdrawn_why) VALUES "
        "(%(made)s, %(file)s, 'S', '', 'S', '')",
        "budget": "(agreement_id, starts_on, ends_on, total_ore, municipality_ore, partner_ore, board, line) VALUES "
        "(%(made)s, '2025-01-01', '2026-01-01', 2, 1, 1, 'S', 'S')",
        "payment": "(budget_id, paid_on, amount_ore, note) VALUES (%(budget)s, '2026-11-12', 1, '')",
        "cost": "(budget_id, as_of, amount_ore, note) VALUES (%(budget)s, '2026-11-12', 1, '')",
        "jointmeeting": "(municipality_id, kind, name, held_on, roles, said) VALUES "
        "(%(us)s, 'steering', 'S', '2026-11-12', '', '')",
        "meetingbody": "(meeting_id, name) VALUES (%(met)s, 'S')",
        "meetingaction": "(meeting_id, text, owner_as, due_on, result) VALUES (%(met)s, 'S', 'S', '2026-11-12', '')",
        "annualreport": "(agreement_id, year, due_on, state, done, learnt, asks, answers) VALUES "
        "(%(made)s, 2024, '2026-11-30', 'open', '', '', '', '')",
        "reportstep": '(report_id, kind, day, comment, "to", whom) VALUES '
        "(%(report)s, 'sent_back', '2026-11-12', 'S', '', '')",
        "reportfigures": "(report_id, figures) VALUES (%(report)s, '[]')",
        "reportcount": "(report_id, figures, base, months, build, counted_at) VALUES "
        "(%(report)s, '[]', '{}', 12, 1, clock())",
        "reportnotice": "(report_id, kind, colleague_id, told_on) VALUES (%(report)s, 'before', 1, '2026-11-12')",
        "invitation": "(unit_id, given_name, family_name, email, role, starts_on, ends_on, declined) VALUES "
        "(%(asks)s, 'S', 'S', 's@partnern.example', 'supervisor', '2026-11-12', '2027-01-01', '')",
        "outreach": "(unit_id, organisation_id, day, whole_month, people, setting) VALUES "
        "(%(site)s, %(them)s, '2026-11-12', false, 1, 'S')",
        "indexation": "(agreement_id, starts_on, basis_points, source) VALUES (%(made)s, '2027-01-01', 1, 'S')",
    }
    assert {f"partnerships_{name}" for name in rows} == TABLES.keys()
    for name, membership in everybody.items():
        keeps = name.startswith(("head", "administrator")) and "another" not in name
        for table, row in rows.items():
            kept = keeps and table not in ("invitation", "outreach", "reportcount")
            own = name == LEADER and table in ("cost", "invitation", "reportfigures")
            if not (kept or own or (name, table) == (NOTED, "outreach")):
                refused(membership, f"INSERT INTO partnerships_{table} {row}", about)
            refused(membership, f"DELETE FROM partnerships_{table}", {})


def refused(membership, statement, about):
    """Have the database refuse a statement: no guard of a day or a sum, but that it is none of the actor's."""
    no = r"row-level security|permission denied"
    with as_(membership), pytest.raises(DatabaseError, match=no), transaction.atomic():
        database.execute(statement, about)
