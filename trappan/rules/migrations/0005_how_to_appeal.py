"""How a decision that refuses or lowers support is appealed, a paragraph a line: the municipality's own to change."""

from django.db import migrations

HOW_TO_APPEAL = (
    "Du får överklaga beslutet. Skriv vilket beslut du menar, hur du vill att det ändras och varför.\n"
    "Skriv under med namn, personnummer, adress och telefon, och skicka eller lämna brevet till socialtjänsten, "
    "inte till domstolen.\n"
    "Det ska ha kommit in inom tre veckor från den dag du fick beslutet.\n"
    "Om vi inte ändrar beslutet som du vill skickar vi ditt överklagande vidare till förvaltningsrätten. "
    "Det kostar ingenting. Vi hjälper dig om du ber om det."
)


def add(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters.setdefault("how_to_appeal", HOW_TO_APPEAL)
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0004_agreement_and_proposal_days")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
