"""The first rule sets and code tables. A municipality changes them by new rows, never here."""

from datetime import date

from django.db import migrations

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
    # Our own words; a municipality changes them by new rows.
    "absence_reason": [
        ("sick", "Sjuk", "Ill"),
        ("child", "Vård av barn", "Care of a child"),
        ("doctor", "Läkare eller annan vård", "Doctor or other care"),
        ("authority", "Besök hos myndighet", "Visit to an authority"),
        ("other_activity", "Annat som är planerat", "Something else that is planned"),
        ("travel", "Resan", "The journey"),
        ("other", "Annat", "Something else"),
    ],
    "support": [
        ("site", "Stöd och samtal av arbetsplatsen", "Support and talks by the site"),
        ("times", "Andra tider", "Other times"),
        ("tasks", "Andra uppgifter", "Other tasks"),
        ("contact", "Tätare kontakt med konsulenten", "Closer contact with the consultant"),
        ("reminder", "Påminnelse på morgonen", "A reminder in the morning"),
        ("interpreter", "Tolk", "An interpreter"),
        ("travel", "Hjälp med resan", "Help with the journey"),
        ("child_care", "Hjälp med barnomsorg", "Help with child care"),
        ("health", "Hjälp till vårdkontakt", "Help to reach health care"),
        ("other", "Annat", "Something else"),
    ],
    "branch": [
        ("restaurant", "Restaurang och café", "Restaurant and café"),
        ("retail", "Butik och second hand", "Shop and second hand"),
        ("garden", "Odling och trädgård", "Growing and gardening"),
        ("wood", "Snickeri och bygg", "Carpentry and building"),
        ("textile", "Textil", "Textiles"),
        ("repair", "Verkstad och reparation", "Workshop and repair"),
        ("logistics", "Lager och transport", "Storage and transport"),
        ("service", "Service och fastighet", "Service and property"),
        ("care", "Vård och omsorg", "Care"),
        ("office", "Kontor och administration", "Office and administration"),
        ("course", "Kurs och grupp", "Course and group"),
    ],
    "access": [
        ("step_free", "Utan trappsteg", "Step-free"),
        ("sitting", "Går att göra sittande", "Can be done sitting"),
        ("quiet", "Lugn miljö", "Quiet surroundings"),
        ("few_people", "Få människor åt gången", "Few people at a time"),
        ("hearing", "Hörselslinga", "Hearing loop"),
        ("bus", "Nära buss", "Near a bus"),
        ("pictures", "Instruktioner med bilder", "Instructions with pictures"),
    ],
    "partner_check": [
        ("form", "Organisationsform och registrering", "Form and registration"),
        ("economy", "Ekonomi: årsredovisning och skatter", "Economy: annual report and taxes"),
        ("insurance", "Försäkringar", "Insurance"),
        ("policy", "Policy för arbetsmiljö och likabehandling", "Policy on work environment and equal treatment"),
        ("records", "Registerutdrag för handledare", "Record extracts of supervisors"),
    ],
    "self_rating": [
        ("confidence", "Jag tror på mig själv", "I believe in myself"),
        ("everyday", "Jag har det bra i min vardag", "My everyday life is good"),
        ("safety", "Jag känner mig trygg", "I feel safe"),
        ("next_step", "Jag vågar ta nästa steg", "I dare to take the next step"),
    ],
    "placement_end": [
        ("work", "Börjar arbeta", "Begins to work"),
        ("studies", "Börjar studera", "Begins to study"),
        ("next_place", "Går vidare till en annan plats", "Goes on to another place"),
        ("planned", "Perioden är slut", "The period is over"),
        ("own_wish", "Egen önskan", "Own wish"),
        ("health", "Hälsan", "Health"),
        ("moves", "Flyttar från kommunen", "Moves from the municipality"),
        ("closes", "Platsen stänger", "The place closes"),
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
    # Our own starting points; a municipality and its agreements decide by a new rule set.
    "places_notice_days": 14,
    "marking_days": 7,
    "unmarked_days": 3,
    "report_interval_days": 28,
    "prompt_untold": 3,
    "prompt_share": 50,
    "prompt_window_days": 28,
    "grounds_due_days": 10,
    "receipt_days": 7,
    "four_eyes": True,
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
    dependencies = [("rules", "0001_baseline")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
