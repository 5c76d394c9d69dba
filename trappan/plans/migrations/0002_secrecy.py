from datetime import date

from django.db import migrations

from trappan.secrecy.policies import secret, versioned

DOORS = """
-- Two who open at once stand in line for the year's row, so that no number is given twice.
CREATE FUNCTION plans_next_case_number() RETURNS text
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  INSERT INTO plans_caseserial AS s (year, latest) VALUES (extract(year FROM today())::int, 1)
  ON CONFLICT (year) DO UPDATE SET latest = s.latest + 1
  RETURNING year || '-' || lpad(latest::text, 4, '0')
$$;

-- What a head knows of the unit's cases without opening any: number, since when, who has it.
CREATE FUNCTION plans_unit_cases()
RETURNS TABLE (number text, opened_on date, responsible_id bigint, responsible text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT k.number, k.opened_on, CASE WHEN staff_in_force(m) THEN k.responsible_id END, c.given_name || ' ' || c.family_name
  FROM plans_case k LEFT JOIN staff_membership m ON m.id = k.responsible_id
  LEFT JOIN staff_colleague c ON c.id = m.colleague_id
  WHERE secrecy_role() = 'head_of_unit' AND k.unit_id = current_unit() AND k.closed_on IS NULL
  ORDER BY staff_in_force(m) IS TRUE, k.opened_on, k.number
$$;

-- Which of the own unit's applications nobody has opened a case for: ids only, the oldest first. Read
-- past the policies, which would ask of every application the unit ever had; the rows themselves are
-- then read under them.
CREATE FUNCTION plans_applications_waiting() RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT a.id FROM assistance_application a
  WHERE secrecy_role() = 'social_worker' AND a.unit_id = current_unit() AND NOT EXISTS (
    SELECT FROM plans_case k WHERE k.person_id = a.person_id
      AND (k.opened_on >= a.received_on OR k.closed_on IS NULL))
  ORDER BY a.received_on, a.id LIMIT 200
$$;

-- What a head is told of files opened without assignment in the unit, or by heads of those below:
-- who, when, which case and why, and no name.
CREATE FUNCTION plans_openings()
RETURNS TABLE (colleague text, at timestamptz, number text, reason text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT DISTINCT c.given_name || ' ' || c.family_name, g.starts_at,
    COALESCE((SELECT k.number FROM plans_case k WHERE k.person_id = g.person_id
              ORDER BY k.opened_on DESC LIMIT 1), ''), g.reason
  FROM people_grant g JOIN staff_membership m ON m.id = g.membership_id
  JOIN staff_unit u ON u.id = m.unit_id JOIN staff_colleague c ON c.id = m.colleague_id
  WHERE g.basis IN ('emergency', 'supervision') AND secrecy_role() = 'head_of_unit'
    AND (u.id = current_unit() OR u.parent_id = current_unit())
    AND g.starts_at > clock() - interval '30 days'
  ORDER BY 2 DESC
$$;

-- The auditor reads a case number where others read a name.
CREATE FUNCTION plans_case_numbers(of_persons bigint[]) RETURNS TABLE (person_id bigint, number text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT DISTINCT ON (k.person_id) k.person_id, k.number FROM plans_case k
  WHERE k.person_id = ANY (of_persons) AND (secrecy_role() = 'auditor'
    OR (secrecy_role() = 'head_of_unit' AND k.unit_id = current_unit()))
  ORDER BY k.person_id, k.opened_on DESC
$$;

-- The head gives a case of the own unit to one of its consultants, by case number.
CREATE FUNCTION plans_reassign(of_number text, to_membership bigint) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE k plans_case;
BEGIN
  SELECT * INTO k FROM plans_case WHERE number = of_number AND closed_on IS NULL FOR UPDATE;
  IF NOT FOUND OR secrecy_role() IS DISTINCT FROM 'head_of_unit' OR k.unit_id <> current_unit() THEN
    RAISE EXCEPTION 'no such case' USING ERRCODE = 'check_violation', CONSTRAINT = 'not_a_case_of_the_unit';
  END IF;
  IF NOT EXISTS (SELECT FROM staff_membership m WHERE m.id = to_membership AND m.role = 'consultant'
      AND m.unit_id = k.unit_id AND staff_in_force(m)) THEN
    RAISE EXCEPTION 'receiver' USING ERRCODE = 'check_violation', CONSTRAINT = 'receiver_may_not_hold';
  END IF;
  UPDATE people_grant SET ends_at = GREATEST(starts_at, clock())
   WHERE person_id = k.person_id AND membership_id = k.responsible_id AND basis = 'assignment'
     AND (ends_at IS NULL OR ends_at > clock());
  INSERT INTO people_grant (person_id, membership_id, scope, basis, reason, sort, given_sort)
  SELECT k.person_id, to_membership, s, 'assignment', '', '', '' FROM unnest(ARRAY['plan', 'requirement']) s;
  UPDATE plans_case SET responsible_id = to_membership WHERE id = k.id;
  INSERT INTO history_event (kind, verb, person_id, scope, details)
  VALUES ('write', 'plans.reassign', k.person_id, 'plan', jsonb_build_object('to', to_membership));
  RETURN k.id;
END $$;

-- The head opens a file of the own unit for supervision; a protected one waits for a second head.
CREATE FUNCTION plans_open_as_head(of_number text, why text) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE k plans_case;
BEGIN
  SELECT * INTO k FROM plans_case WHERE number = of_number AND closed_on IS NULL;
  IF NOT FOUND OR secrecy_role() IS DISTINCT FROM 'head_of_unit' OR k.unit_id <> current_unit() THEN
    RAISE EXCEPTION 'no such case' USING ERRCODE = 'check_violation', CONSTRAINT = 'not_a_case_of_the_unit';
  END IF;
  IF length(trim(why)) < 10 THEN
    RAISE EXCEPTION 'reason' USING ERRCODE = 'check_violation', CONSTRAINT = 'opening_needs_reason';
  END IF;
  IF (SELECT protection FROM people_person WHERE id = k.person_id) <> 'none' THEN
    INSERT INTO people_opening (person_id, head_id, reason) VALUES (k.person_id, current_actor(), why);
    RETURN NULL;
  END IF;
  PERFORM people_open(k.person_id, current_actor(), 'supervision', why);
  RETURN k.person_id;
END $$;

GRANT SELECT ON plans_ladder, plans_ladderstep TO trappan_app;

-- A goal belongs to a plan of the same person; so with mapping and plan to their case.
ALTER TABLE plans_case ADD CONSTRAINT case_of_person UNIQUE (id, person_id);
ALTER TABLE plans_plan ADD CONSTRAINT plan_of_person UNIQUE (id, person_id);
ALTER TABLE plans_mapping ADD FOREIGN KEY (case_id, person_id) REFERENCES plans_case (id, person_id);
ALTER TABLE plans_plan ADD FOREIGN KEY (case_id, person_id) REFERENCES plans_case (id, person_id);
ALTER TABLE plans_goal ADD FOREIGN KEY (plan_id, person_id) REFERENCES plans_plan (id, person_id);

-- No plan without a finished kartläggning (R-002), whoever writes it.
CREATE FUNCTION plans_plan_rests_on_mapping() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM plans_mapping k WHERE k.case_id = NEW.case_id AND k.finished_at IS NOT NULL) THEN
    RAISE EXCEPTION 'no mapping' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_rests_on_mapping';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rests_on_mapping BEFORE INSERT ON plans_plan
  FOR EACH ROW EXECUTE FUNCTION plans_plan_rests_on_mapping();

-- What the person has said is never taken out again.
CREATE FUNCTION plans_own_words_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.finished_at IS NOT NULL AND NEW.own_words <> OLD.own_words THEN
    RAISE EXCEPTION 'own words' USING ERRCODE = 'check_violation', CONSTRAINT = 'own_words_stay';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER own_words_stay BEFORE UPDATE ON plans_mapping
  FOR EACH ROW EXECUTE FUNCTION plans_own_words_stay();

REVOKE EXECUTE ON FUNCTION plans_next_case_number, plans_unit_cases, plans_openings,
  plans_applications_waiting, plans_case_numbers,
  plans_reassign, plans_open_as_head, plans_plan_rests_on_mapping FROM PUBLIC;
GRANT EXECUTE ON FUNCTION plans_next_case_number, plans_unit_cases, plans_openings,
  plans_applications_waiting, plans_case_numbers,
  plans_reassign, plans_open_as_head TO trappan_app;
"""

# The working default of the field research; an example, not any municipality's own frame.
STEPS = [
    ("Kontakt", ["Kommer till avtalade möten"]),
    ("Rutin", ["Håller tider några dagar i veckan", "Säger till när något kommer emellan"]),
    ("Arbetslik", ["Håller tiderna", "Tar emot instruktioner", "Samarbetar med andra"]),
    (
        "Anställningsbar",
        [
            "Kommer i tid fyra dagar av fem",
            "Tar nya uppgifter utan stöd",
            "Berättar om sina mål för en arbetsgivare",
            "Har någon som kan lämna referens",
        ],
    ),
    ("På väg ut", ["Har börjat praktik, subventionerat arbete eller studier"]),
    ("Egen försörjning", ["Arbetar eller studerar utan bistånd", "Det har hållit i en månad"]),
]


def example_ladder(apps, schema_editor):  # type: ignore[no-untyped-def]
    ladder = apps.get_model("plans", "Ladder").objects.create(
        name="Trappan (exempel)", owner="Exempel, inte någon kommuns egen", valid_from=date(2021, 1, 1), is_example=True
    )
    for number, (name, signs) in enumerate(STEPS, 1):
        apps.get_model("plans", "LadderStep").objects.create(ladder=ladder, number=number, name=name, signs=signs)


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_plans"), ("assistance", "0002_secrecy")]
    operations = [
        secret("plans_case", "plan", insert=True, update=("responsible_id", "closed_on")),
        secret(
            "plans_mapping",
            "plan",
            insert=True,
            update=("held_on", "own_words", "background", "strengths", "assessment", "fastest_way", "finished_at"),
        ),
        secret(
            "plans_plan",
            "plan",
            insert=True,
            update=(
                "goal",
                "weekly_minutes",
                "hours_reason",
                "review_on",
                "agreed_on",
                "agreed_how",
                "decided_at",
                "decided_by_id",
                "replaced_at",
            ),
        ),
        secret("plans_goal", "activity", unit=True, insert=True, update=("title", "due_on", "reached_on", "evidence")),
        secret("plans_stepmove", "activity", insert=True, by="plan"),
        versioned("plans_case", "plan"),
        versioned("plans_mapping", "plan"),
        versioned("plans_plan", "plan"),
        versioned("plans_goal", "activity"),
        versioned("plans_stepmove", "activity"),
        migrations.RunSQL(DOORS, migrations.RunSQL.noop),
        migrations.RunPython(example_ladder, migrations.RunPython.noop),
    ]
