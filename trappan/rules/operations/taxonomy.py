"""Bring the taxonomy of occupations in, beside what is here.

What is not in the folder is left as it is, and nothing is taken away: an occupation that is in none of the files any
more has ended on the day of the loading, and stays readable.
"""

from datetime import date

from django.db import transaction

from trappan import database
from trappan.history.record import record
from trappan.rules.models import ConceptMark
from trappan.rules.taxonomy import Taxonomy
from trappan.schedules.clock import now


@transaction.atomic
def load_taxonomy(*, taxonomy: Taxonomy, today: date) -> dict[str, int]:
    """Bring a taxonomy in, and tell how many concepts were new, changed or ended, and how many links there are.

    What an ad has brought in becomes known where the taxonomy knows it. A mark of the same concept, kind and first day
    is written anew.
    """
    database.execute("CREATE TEMP TABLE read_concept (id text, kind text, label text, code text) ON COMMIT DROP")
    database.execute("CREATE TEMP TABLE read_link (kind text, a text, b text, percent int) ON COMMIT DROP")
    database.copy(
        "read_concept", ["id", "kind", "label", "code"], [(key, *one) for key, one in taxonomy.concepts.items()]
    )
    database.copy(
        "read_link", ["kind", "a", "b", "percent"], [(*key, percent) for key, percent in taxonomy.links.items()]
    )
    new = database.execute(
        "INSERT INTO rules_concept (id, kind, label, code, is_unknown) "
        "SELECT id, kind, left(label, 200), code, false FROM read_concept ON CONFLICT (id) DO NOTHING"
    )
    changed = database.execute(
        "UPDATE rules_concept c SET kind = r.kind, label = left(r.label, 200), code = r.code, is_unknown = false, "
        "ended_on = NULL FROM read_concept r WHERE r.id = c.id AND (c.is_unknown OR c.ended_on IS NOT NULL "
        "OR (c.kind, c.label, c.code) IS DISTINCT FROM (r.kind, left(r.label, 200), r.code))"
    )
    # The taxonomy's own ids are three groups of signs; a municipality's own concepts are called otherwise, and stay.
    ended = database.execute(
        "UPDATE rules_concept c SET ended_on = %s WHERE c.ended_on IS NULL AND NOT c.is_unknown "
        "AND c.id ~ '^[A-Za-z0-9]{4}_[A-Za-z0-9]{3}_[A-Za-z0-9]{3}$' "
        "AND c.kind IN (SELECT DISTINCT kind FROM read_concept) "
        "AND NOT EXISTS (SELECT FROM read_concept r WHERE r.id = c.id)",
        [today],
    )
    database.execute(
        "DELETE FROM rules_conceptlink l WHERE l.kind IN (SELECT DISTINCT kind FROM read_link) "
        "AND EXISTS (SELECT FROM read_concept r WHERE r.id = l.a_id) "
        "AND NOT EXISTS (SELECT FROM read_link r WHERE (r.kind, r.a, r.b) = (l.kind, l.a_id, l.b_id))"
    )
    database.execute(
        "INSERT INTO rules_conceptlink (kind, a_id, b_id, percent) SELECT kind, a, b, percent FROM read_link "
        "ON CONFLICT (kind, a_id, b_id) DO UPDATE SET percent = EXCLUDED.percent"
    )
    database.execute("DROP TABLE read_concept, read_link")
    for concept, kind, starts_on, ends_on, source in taxonomy.marks:
        ConceptMark.objects.update_or_create(
            concept_id=concept,
            kind=kind,
            starts_on=starts_on,
            defaults={"ends_on": ends_on, "source": source, "decided_at": now()},
        )
    told = {"new": new, "changed": changed, "ended": ended, "links": len(taxonomy.links), "marks": len(taxonomy.marks)}
    record("rules.load_taxonomy", scope="log", kind="access", **told)
    return told
