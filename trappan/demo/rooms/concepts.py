"""The town's own occupations, named as Arbetsförmedlingen names them, in groups of SSYK 2012; the ids are invented.

The taxonomy itself is not carried along: `trappan concepts FOLDER` brings it in.
"""

from datetime import date

from trappan.rules.models import Concept, ConceptLink, ConceptMark

# Group of SSYK 2012: its code and name, and the occupations in it that the town knows.
GROUPS = {
    ("9412", "Restaurang- och köksbiträden"): ("Köksbiträde", "Diskare", "Restaurangbiträde", "Skolmåltidsbiträde"),
    ("9411", "Pizzabagare m.fl."): ("Pizzabagare", "Gatuköksbiträde"),
    ("5120", "Kockar och kallskänkor"): ("Kock", "Kallskänka"),
    ("7612", "Bagare och konditorer"): ("Bagare", "Bageribiträde"),
    ("9111", "Städare"): ("Lokalvårdare", "Hotellstädare", "Hemstädare"),
    ("9119", "Övriga städare och servicearbetare"): ("Serviceassistent", "Tvätteribiträde", "Bilrekonditionerare"),
    ("5152", "Fastighetsskötare"): ("Fastighetsskötare", "Vaktmästare"),
    ("6113", "Trädgårdsodlare"): ("Trädgårdsarbetare", "Parkarbetare", "Kyrkogårdsarbetare"),
    ("9210", "Bärplockare och plantörer m.fl."): ("Skogsplanterare", "Säsongsarbetare i odling"),
    ("4321", "Arbetsledare inom lager och terminal"): ("Lagerledare",),
    ("4322", "Lager- och terminalpersonal"): ("Lagerarbetare", "Terminalarbetare", "Paketerare"),
    ("8321", "Taxiförare m.fl."): ("Budbilsförare", "Paketbilsförare"),
    ("8332", "Lastbilsförare m.fl."): ("Distributionsförare", "Lastbilsförare"),
    ("8344", "Truckförare"): ("Truckförare",),
    ("7522", "Möbelsnickare m.fl."): ("Möbelsnickare", "Snickeribiträde"),
    ("7111", "Träarbetare, snickare m.fl."): ("Snickare", "Byggbiträde"),
    ("5222", "Butikssäljare, dagligvaror"): ("Butiksmedarbetare", "Varuplockare i butik"),
    ("5223", "Butikssäljare, fackhandel"): ("Butikssäljare", "Secondhandmedarbetare"),
    ("5230", "Kassapersonal m.fl."): ("Kassabiträde",),
    ("7231", "Motorfordonsmekaniker"): ("Bilmekaniker", "Däckmontör", "Cykelreparatör"),
    ("5330", "Vårdbiträden"): ("Vårdbiträde", "Serviceassistent i omsorgen"),
    ("5323", "Undersköterskor, hemtjänst och äldreboende"): ("Undersköterska",),
    ("5343", "Personliga assistenter"): ("Personlig assistent",),
    ("5311", "Barnskötare"): ("Barnskötare", "Resurs i förskola"),
    ("5312", "Elevassistenter m.fl."): ("Elevassistent", "Fritidsledare"),
    ("4112", "Kontorsassistenter"): ("Kontorsassistent", "Arkivbiträde", "Skanningbiträde"),
    ("4226", "Receptionister"): ("Receptionist", "Telefonist"),
    ("4410", "Biblioteks- och arkivassistenter"): ("Biblioteksassistent",),
    ("7531", "Skräddare m.fl."): ("Sömmare", "Ändringssömmare"),
    ("9622", "Renhållnings- och återvinningsarbetare"): ("Återvinningsarbetare", "Sorterare"),
}
# Who can stand in for whom, so wholly (75) or partly (25); towards the second.
STANDS_IN = (
    ("Köksbiträde", "Diskare", 75),
    ("Diskare", "Köksbiträde", 75),
    ("Köksbiträde", "Restaurangbiträde", 75),
    ("Köksbiträde", "Skolmåltidsbiträde", 75),
    ("Kallskänka", "Köksbiträde", 75),
    ("Kock", "Köksbiträde", 75),
    ("Bagare", "Bageribiträde", 75),
    ("Köksbiträde", "Bageribiträde", 25),
    ("Hotellstädare", "Lokalvårdare", 75),
    ("Lokalvårdare", "Hotellstädare", 75),
    ("Hemstädare", "Lokalvårdare", 75),
    ("Lokalvårdare", "Tvätteribiträde", 25),
    ("Vaktmästare", "Fastighetsskötare", 75),
    ("Parkarbetare", "Trädgårdsarbetare", 75),
    ("Trädgårdsarbetare", "Parkarbetare", 75),
    ("Trädgårdsarbetare", "Kyrkogårdsarbetare", 75),
    ("Lagerarbetare", "Terminalarbetare", 75),
    ("Lagerarbetare", "Paketerare", 75),
    ("Paketbilsförare", "Budbilsförare", 75),
    ("Distributionsförare", "Paketbilsförare", 75),
    ("Snickare", "Snickeribiträde", 75),
    ("Snickeribiträde", "Byggbiträde", 25),
    ("Butikssäljare", "Butiksmedarbetare", 75),
    ("Secondhandmedarbetare", "Butiksmedarbetare", 25),
    ("Undersköterska", "Vårdbiträde", 75),
    ("Vårdbiträde", "Personlig assistent", 75),
    ("Barnskötare", "Resurs i förskola", 75),
    ("Elevassistent", "Resurs i förskola", 25),
    ("Receptionist", "Telefonist", 75),
    ("Kontorsassistent", "Arkivbiträde", 75),
    ("Ändringssömmare", "Sömmare", 75),
    ("Sorterare", "Återvinningsarbetare", 75),
)
SHORT = ("Undersköterska", "Kock", "Lastbilsförare", "Bilmekaniker", "Barnskötare")
EASY = (
    "Köksbiträde",
    "Diskare",
    "Lokalvårdare",
    "Hotellstädare",
    "Parkarbetare",
    "Paketerare",
    "Tvätteribiträde",
    "Vårdbiträde",
    "Sorterare",
    "Skolmåltidsbiträde",
    "Säsongsarbetare i odling",
)


def make_concepts() -> dict[str, str]:
    """Write the town's occupations down, and return the id of each by its name."""
    concepts, links, ids = [], [], {}
    for (code, name), occupations in GROUPS.items():
        group = Concept(id=f"ekelunda-{code}", kind=Concept.Kind.GROUP, label=name, code=code)
        concepts.append(group)
        for at, label in enumerate(occupations):
            ids[label] = f"ekelunda-{code}-{at + 1}"
            concepts.append(Concept(id=ids[label], kind=Concept.Kind.OCCUPATION, label=label))
            links.append(ConceptLink(kind=ConceptLink.Kind.BROADER, a_id=ids[label], b=group))
    links += [
        ConceptLink(kind=ConceptLink.Kind.STANDS_IN, a_id=ids[one], b_id=ids[other], percent=percent)
        for one, other, percent in STANDS_IN
    ]
    concepts.append(
        Concept(id="ekelunda-ny-1", kind=Concept.Kind.OCCUPATION, label="Solpanelstvättare", is_unknown=True)
    )
    Concept.objects.bulk_create(concepts)
    ConceptLink.objects.bulk_create(links)
    marks = [(ConceptMark.Kind.SHORTAGE, label, "Yrkesprognos hösten 2026 (påhittad)") for label in SHORT]
    marks += [(ConceptMark.Kind.LOW_THRESHOLD, label, "Ekelundas arbetsgivarteam (påhittat)") for label in EASY]
    ConceptMark.objects.bulk_create(
        ConceptMark(concept_id=ids[label], kind=kind, starts_on=date(2026, 1, 1), source=source)
        for kind, label, source in marks
    )
    return ids
