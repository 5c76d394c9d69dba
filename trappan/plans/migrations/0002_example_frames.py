"""Two frames to start from, labelled as examples: six steps, and a partner's that stands beside them."""

from datetime import date

from django.db import migrations

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


# Another frame, to show how one maps to the municipality's own. The content of the GA model (basic
# employability) is in an annex that is not public: these names are ours, as an example.
GA = [
    ("På plats", ["Kommer de dagar som är bestämda", "Säger till vid hinder"], 2),
    ("I arbete", ["Gör klart uppgifter med stöd", "Tar emot instruktioner"], 3),
    ("Med andra", ["Samarbetar i laget", "Möter gäster eller kunder"], 3),
    ("Redo", ["Arbetar i egen takt utan stöd", "Kan berätta om sina mål"], 4),
]


def fill(apps, schema_editor):
    Ladder, LadderStep = apps.get_model("plans", "Ladder"), apps.get_model("plans", "LadderStep")
    main = Ladder.objects.create(
        name="Trappan (exempel)",
        owner="Exempel, inte någon kommuns egen",
        valid_from=date(2021, 1, 1),
        is_example=True,
        is_main=True,
    )
    steps = {
        number: LadderStep.objects.create(ladder=main, number=number, name=name, signs=signs)
        for number, (name, signs) in enumerate(STEPS, 1)
    }
    other = Ladder.objects.create(
        name="GA-modellen (exempel)", owner="Exempel på en partners ram", valid_from=date(2021, 1, 1), is_example=True
    )
    for number, (name, signs, step) in enumerate(GA, 1):
        LadderStep.objects.create(ladder=other, number=number, name=name, signs=signs, maps_to=steps[step])


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_baseline")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
