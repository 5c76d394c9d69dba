"""`population.csv` and `series.csv`: what is published elsewhere comes in, what is not whole is told by line."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from trappan import database
from trappan.exchange.testing import run
from trappan.insight.models import Population, SeriesValue

pytestmark = pytest.mark.django_db
REAL = Path(__file__).parents[4] / "shared" / "data"
PEOPLE = "year;gender;adults\n2023;K;66100\n2023;M;66900\n2024;K;66 400\n2024;M;67200\n"
SERIES = (
    "period;indicator;area;gender;value;source\n"
    "2023;N31825;0580;T;98,1;Kolada\n"
    "2023;N31825;0580;K;98,0;Kolada\n"
    "2023;N31825;0580;M;98,2;Kolada\n"
    "2024-01;households;Ekelunda;;2087;Ekelunda kommun\n"
    "2023;N07907;0581;;-12 400,5;Kolada\n"
)


@pytest.fixture
def take(tmp_path, today):
    def go(population="", series="", *arguments):
        for name, text in (("population.csv", population), ("series.csv", series)):
            (tmp_path / name).unlink(missing_ok=True)
            if text:
                (tmp_path / name).write_text(text, encoding="utf-8")
        return run(tmp_path, "--municipality", "Provkommunen", *arguments)

    return go


def where(told, what="refused"):
    return [(one["line"], one["column"]) for one in told[what]]


@pytest.mark.requirement("R-164", "R-212")
def test_they_come_in_once_and_the_latest_value_stands(take):
    told, status = take(PEOPLE, SERIES)
    assert (status, told["new"], told.get("notes")) == (0, 9, None), told
    assert list(Population.objects.filter(year=2024).order_by("gender").values_list("adults", flat=True)) == [
        66400,
        67200,
    ]
    assert set(Population.objects.values_list("municipality__name", flat=True)) == {"Provkommunen"}
    assert SeriesValue.objects.get(indicator="N07907").value == Decimal("-12400.5")
    assert SeriesValue.objects.get(gender="", indicator="N31825").source == "Kolada"
    told, _status = take(PEOPLE, SERIES)
    assert (told["new"], told["changed"], told["unchanged"]) == (0, 0, 9)
    told, _status = take(PEOPLE.replace("67200", "67201"), SERIES.replace("98,1", "98,15"))
    assert (told["new"], told["changed"]) == (0, 2)


def test_a_year_without_inhabitants_is_refused_by_its_name(take):
    take(PEOPLE)
    told, status = take("year;gender;adults\n2026;K;66900\n2026;M;67900\n2021;K;65800\n")
    assert status == 2
    assert where(told) == [(2, "year"), (2, "year"), (3, "year"), (3, "year"), (4, "gender")]
    reasons = " ".join(one["reason"] for one in told["refused"])
    assert "2024" in reasons
    assert "2021" in reasons
    assert not Population.objects.filter(year=2026).exists()
    told, _status = take("year;gender;adults\n2022;K;6600\n2022;M;66500\n2023;K;66100\n2023;M;66900\n")
    assert where(told) == [(4, "adults")]


def test_shares_and_counts_that_do_not_make_their_whole_are_refused(take):
    head = "period;indicator;area;gender;value;source\n"
    told, status = take("", SERIES.replace("98,1", "98,6"))
    assert (status, where(told)) == (2, [(2, "value")])
    counts = "2023;people;Ek;;{};Ek\n2023;people;Ek;K;900;Ek\n2023;people;Ek;M;1100;Ek\n"
    assert take("", head + counts.format(2000))[1] == 0
    shares = ("U40406", 30), ("U40409", 20), ("U40412", 10), ("U40415", 25)
    rows = "".join(f"2023;{name};Ek;;{share};Kolada\n" for name, share in shares)
    assert take("", head + rows)[1] == 0
    told, status = take("", head + "2023;U40418;Ek;;51;Kolada\n")
    assert (status, where(told)) == (2, [(2, "value")])
    assert "136" in told["refused"][0]["reason"]
    # The parts that are here already are looked at beside a file that has the whole alone.
    told, status = take("", head + "2023;people;Ek;T;2100;Ek\n")
    assert (status, where(told)) == (2, [(2, "value")])


def test_bad_cells_are_refused_each_with_what_to_do(take):
    rows = (
        "2023-13;N31825;0580;;1;Kolada\n"
        "2023;Andel vuxna;0580;;1;Kolada\n"
        "2023;N31825;0580;X;1;Kolada\n"
        "2023;N31825;0580;;..;Kolada\n"
        "2023;N31825;0580;;1;\n"
        "2026-11;N31825;0580;;1;Kolada\n"
        "2022;N00001;0580;;12.400;Kolada\n"
        "2023;N00001;0580;;13;Kolada\n"
        "2022;N00002;0580;;12.405;Kolada\n"
        "2023;N00002;0580;;12.4;Kolada\n"
        "2023;N31826;0580;;1;Kolada\n"
        "2023;N31826;0580;T;2;Kolada\n"
    )
    told, status = take("", "period;indicator;area;gender;value;source\n" + rows)
    assert status == 2
    assert where(told) == [
        (2, "period"),
        (3, "indicator"),
        (4, "gender"),
        (5, "value"),
        (6, "source"),
        (7, "period"),
        (8, "value"),
        (13, "indicator"),
    ]


def test_a_series_that_breaks_comes_in_and_says_where(take):
    months = [3900, 3850, 3800, 2609, 2720, 3790, 3760]
    rows = [f"2016-{at:02};households;Dalarna;;{value};S\n" for at, value in enumerate(months, 3)]
    rows.append("2016-12;households;Dalarna;;3700;S\n")
    told, status = take("", "period;indicator;area;gender;value;source\n" + "".join(rows))
    assert status == 0
    assert [one["line"] for one in told["notes"]] == [2, 2]
    assert "2016-10, 2016-11" in told["notes"][0]["reason"]
    assert "2016-06, 2016-07" in told["notes"][1]["reason"]


@pytest.mark.skipif(not REAL.exists(), reason="shared/data (real public figures) is not beside this clone")
def test_koladas_own_values_and_a_countys_months_come_in(take):
    with (REAL / "ekonomiskt_bistand" / "kolada_varden_linkoping_kalmarlan.csv").open(encoding="utf-8") as lines:
        rows = [
            f"{one['year']};{one['kpi']};{one['municipality_id']};{one['gender']};{one['value']};Kolada\n"
            for one in csv.DictReader(lines)
            if one["value"]
        ]
    county = REAL / "ekonomiskt_bistand" / "socialstyrelsen_manad_dalarnas_lan_2014-2024.csv"
    with county.open(encoding="utf-8") as lines:
        rows += [
            f"{one['manad']};households;{one['lan']};;{one['antal_hushall']};Socialstyrelsen\n"
            for one in csv.DictReader(lines)
            if one["antal_hushall"]
        ]
    told, status = take("", "period;indicator;area;gender;value;source\n" + "".join(rows))
    assert (status, told["new"]) == (0, len(rows)), told["refused"][:5]
    assert any("2017-01, 2017-02" in one["reason"] for one in told["notes"])


def test_everybody_reads_them_and_nobody_writes_them_on_a_page(take):
    take(PEOPLE, SERIES)
    for table in ("insight_population", "insight_seriesvalue"):
        verbs = "SELECT has_table_privilege(%s, %s, 'SELECT'), has_table_privilege(%s, %s, 'INSERT, UPDATE, DELETE')"
        for role in ("trappan_app", "trappan_figures"):
            assert list(database.query(verbs, [role, table, role, table])) == [(True, False)]
