from datetime import date

from django.db import migrations

OPEN = """
GRANT SELECT ON rules_ruleset, rules_code TO trappan_app;

CREATE FUNCTION rules_codes_hold() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE wrong text;
BEGIN
  EXECUTE format('SELECT n.%1$I::text FROM (SELECT DISTINCT %1$I, %2$I FROM n) n
    WHERE n.%1$I::text <> '''' AND NOT EXISTS (SELECT FROM rules_code c WHERE c."table" = %3$L
      AND c.code = n.%1$I::text AND c.valid_from <= n.%2$I
      AND (c.valid_to IS NULL OR n.%2$I < c.valid_to)) LIMIT 1',
    TG_ARGV[0], TG_ARGV[2], TG_ARGV[1]) INTO wrong;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'no such code' USING ERRCODE = 'check_violation', CONSTRAINT = 'code_of_' || TG_ARGV[0];
  END IF;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION rules_codes_hold FROM PUBLIC;

-- One parameter of the rules in force on a day, for the database's own questions.
CREATE FUNCTION rule(of_name text, of_day date) RETURNS jsonb STABLE
SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT r.parameters -> of_name FROM rules_ruleset r
  WHERE r.valid_from <= of_day AND (r.valid_to IS NULL OR of_day < r.valid_to)
$$;
"""

# Table: (code, Swedish, English). Household types and obstacles are Socialstyrelsen's main
# categories, education is Kolada's U40813-U40827; exemptions and stall reasons are our own words
# for what the bill's summary and the field name.
CODES = {
    "household_type": [
        ("1", "Endast barn under 18", "Only children under 18"),
        ("3", "Ensamstående man utan barn", "Single man, no children"),
        ("4", "Ensamstående man med barn", "Single man with children"),
        ("5", "Ensamstående kvinna utan barn", "Single woman, no children"),
        ("6", "Ensamstående kvinna med barn", "Single woman with children"),
        ("7", "Par utan barn", "Couple, no children"),
        ("8", "Par med barn", "Couple with children"),
        ("9", "Uppgift saknas", "Not stated"),
    ],
    "obstacle": [
        ("unemployed", "Arbetslös", "Unemployed"),
        ("establishment", "Arbetslös med etableringsersättning", "Unemployed with establishment benefit"),
        ("sick", "Sjukskriven med läkarintyg", "On sick leave with certificate"),
        ("sickness_benefit", "Sjuk- eller aktivitetsersättning", "Sickness or activity compensation"),
        ("pension", "Pension eller äldreförsörjningsstöd", "Pension"),
        ("social", "Arbetshinder, sociala skäl", "Social reasons"),
        ("parental", "Föräldraledig", "Parental leave"),
        ("full_time", "Arbetar heltid, för låg inkomst", "Works full time, income too low"),
        ("part_time", "Arbetar deltid ofrivilligt", "Works part time, involuntarily"),
        ("none", "Försörjningshinder saknas", "No obstacle"),
        ("unknown", "Uppgift saknas", "Not stated"),
    ],
    "education": [
        ("post_secondary", "Eftergymnasial utbildning", "Post-secondary"),
        ("upper_secondary", "Gymnasial utbildning", "Upper secondary"),
        ("compulsory", "Högst grundskola", "Compulsory school at most"),
        ("not_completed", "Ej fullföljd grundskola", "Compulsory school not completed"),
        ("not_validated", "Utländsk utbildning, ej validerad", "Foreign, not validated"),
    ],
    "exemption": [
        ("school", "18–20 år och i grundskola eller gymnasium", "Aged 18–20 and in school"),
        ("full_time", "Sysselsatt på heltid", "Occupied full time"),
        (
            "employment_service",
            "Heltid i program hos Arbetsförmedlingen",
            "Full time in the Employment Service's programme",
        ),
        ("sick_pay", "Sjukpenning", "Sick pay"),
        ("compensation", "Sjuk- eller aktivitetsersättning", "Sickness or activity compensation"),
        ("parental", "Föräldraledighet", "Parental leave"),
        ("other", "Annat skäl", "Another reason"),
    ],
    "stall": [
        ("no_place", "Ingen plats", "No place"),
        ("doctor", "Väntar på läkare", "Waits for a doctor"),
        ("partner", "Väntar på svar från annan", "Waits for somebody's answer"),
        ("course", "Väntar på kursstart", "Waits for a course to start"),
        ("child_care", "Väntar på barnomsorg", "Waits for child care"),
        ("travel", "Resvägen", "The journey"),
        ("language", "Språket", "The language"),
        ("wish", "Personens önskan", "The person's wish"),
        ("protected", "Skyddad identitet", "Protected identity"),
        ("other", "Annat", "Something else"),
    ],
}

BEFORE = {
    "requirement_from": None,
    "consecutive_months": 3,
    "outside_obstacles": ["sickness_benefit", "pension", "full_time"],
    "adult_age": 18,
    "pension_age": 67,
    "full_time_minutes": 40 * 60,
    "young_child_age": 8,
    "young_child_minutes": 10 * 60,
    "part_time_deducted": True,
    "uncounted_parts": ["work"],
    "observed_from_day": 1,
    "observed_months_before": 1,
    "request_basis": "Socialtjänstlagen (2025:400) 12 kap. 4 §",
    "consultation_required": True,
    "consultation_valid_days": 180,
    "exemption_warning_days": 30,
    "review_interval_days": 90,
    "note_lock_days": 14,
    "hand_over_days": 30,
}
SINCE = {
    **BEFORE,
    "requirement_from": "2026-10-01",
    "request_basis": "Socialtjänstlagens bestämmelser om aktivitetskrav, som vi förstår dem",
}
RULE_SETS = [
    (
        "Före aktivitetskravet",
        date(2012, 1, 1),
        date(2026, 7, 1),
        "Socialtjänstlagen 12:4–12:5 i lydelsen före juli 2026: nämnden får begära deltagande, ingen skyldighet. Övriga värden som i nästa regeluppsättning.",
        BEFORE,
    ),
    (
        "Aktivitetskrav",
        date(2026, 7, 1),
        None,
        "Prop. 2025/26:207 enligt riksdagens sammanfattning: tre månader i följd, biståndet för oktober 2026 först. Kontrollera mot den utfärdade lagen. Timmar och avdrag: sekundär källa. Observerad period, åldersgränser och frister: vårt antagande, kommunen beslutar.",
        SINCE,
    ),
]


def fill(apps, schema_editor):
    Code, RuleSet = apps.get_model("rules", "Code"), apps.get_model("rules", "RuleSet")
    Code.objects.bulk_create(
        Code(table=table, code=code, label_sv=swedish, label_en=english, position=position, valid_from=date(2012, 1, 1))
        for table, rows in CODES.items()
        for position, (code, swedish, english) in enumerate(rows)
    )
    for name, first, last, source, parameters in RULE_SETS:
        RuleSet.objects.create(name=name, valid_from=first, valid_to=last, source=source, parameters=parameters)


class Migration(migrations.Migration):
    dependencies = [("rules", "0001_rules"), ("staff", "0002_doors")]
    operations = [
        migrations.RunSQL(OPEN, migrations.RunSQL.noop),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
