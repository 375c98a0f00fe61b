"""Units that a parameter's name or a header gives to bare figures."""

from fractions import Fraction

import pytest

import claimcheck as cc
from claimcheck.claims.model import Per


def units(wikitext):
    return {
        c.text: (c.unit, (c.per.unit or c.per.counted) if c.per else None)
        for c in cc.extract(wikitext, markup="wikitext")
        if c.kind == "quantity"
    }


PARAMETERS = [
    ("area_total_km2 = 652.5", "652.5", ("kilometer ** 2", None)),
    ("area_total_sq_mi = 252", "252", ("mile ** 2", None)),
    ("population_density_km2 = 43.5", "43.5", (None, "kilometer ** 2")),
    ("elevation_m = 1,204", "1,204", ("meter", None)),
    ("elevation_ft = 3,950", "3,950", ("foot", None)),
    # What says its own unit keeps it; what names none has none.
    ("elevation_ft = 1,204 m", "1,204 m", ("meter", None)),
    ("population_total = 5,400", "5,400", (None, None)),
    ("pop_m = 5,400", "5,400", (None, None)),
    ("latd = 43", "43", ("degree", None)),
    ("label3 = Gross output ($ bn) | data3 = 7.4", "7.4", ("USD", None)),
]


@pytest.mark.parametrize(("parameter", "figure", "unit"), PARAMETERS, ids=[row[0] for row in PARAMETERS])
def test_parameters(parameter, figure, unit):
    assert units(f"{{{{Infobox place\n| {parameter}\n}}}}")[figure] == unit


HEADERS = [
    ("Area (km<sup>2</sup>)", "kilometer ** 2"),
    ("Share (%)", "percent"),
    ("Length (km)", "kilometer"),
    ("Top speed [km/h]", "kilometer / hour"),
    ("Length (in miles)", "mile"),
    ("%", "percent"),
    ("Size in MB", "megabyte"),
    ("Storage needs MB", "megabyte"),
    ("Fine in US$", "USD"),
    ("Fine (nominal US$)", "USD"),
    ("Coverage (% of the frame)", "percent"),
    ("Draw (Watts) alone", "watt"),
    ("TDP watts", "watt"),
    ("Percent with less than $2 (PPP)<br />per person<br />per day", "percent"),
    ("Memory (MT/s)", None),
    ("Rolling Stones", None),
    # One letter is believed beside a word that asks for it.
    ("Power (W)", "watt"),
    ("Weight (g)", "gram"),
    ("Height (m)", "meter"),
    ("Travel time (min)", "minute"),
    ("Attendance (m)", None),
    ("Games (W)", None),
    ("Winner(s)", None),
    ("March (min)", None),
    ("Country (AU)", None),
    # No units.
    ("Area", None),
    ("Population (2010)", None),
    ("Budget in 2014", None),
    ("Budget (nominal) in 2014", None),
    ("Population (thousands)", None),
    ("Goals (for)", None),
    ("Name (nickname)", None),
    ("Born in", None),
]


@pytest.mark.parametrize(("header", "unit"), HEADERS, ids=[row[0] for row in HEADERS])
def test_headers(header, unit):
    text = f"{{|\n! Town !! {header}\n|-\n| A || 57\n|}}"
    found = {c.text: c for c in cc.extract(text, markup="wikitext")}["57"]
    assert (found.unit, found.per) == (unit, None)


RATES = [
    ("Rate (per thousand)", Per(Fraction(1000))),
    ("Deaths per 1,000", Per(Fraction(1000))),
    ("Deaths (per 100,000 people)", Per(Fraction(100_000), None, "people")),
    ("Density (inh./km²)", Per(Fraction(1), "kilometer ** 2")),
    ("Density per km²", Per(Fraction(1), "kilometer ** 2")),
    ("Pay ($ per hour)", Per(Fraction(1), "hour")),
    ("Points per game", None),
]


@pytest.mark.parametrize(("header", "per"), RATES, ids=[row[0] for row in RATES])
def test_rates(header, per):
    (found,) = [c for c in cc.extract(f"{{|\n! Town !! {header}\n|-\n| A || 5.7\n|}}") if c.text == "5.7"]
    assert found.amount.value == Fraction(57, 10)
    assert found.per == per


SCALES = [
    ("GDP ($ bn)", "7.4", 7_400_000_000, "USD"),
    ("GDP ($bn), 2011", "7.4", 7_400_000_000, "USD"),
    ("Revenue<br />in mil. US$", "740", 740_000_000, "USD"),
    ("Cost<br />US$<br />(Millions)", "740", 740_000_000, "USD"),
    ("GDP (PPP)<br />millions of USD", "740", 740_000_000, "USD"),
    ("Profit (EUR millions)", "2.5", 2_500_000, "EUR"),
    ("Turnover, £m", "2.5", 2_500_000, "GBP"),
    ("Budget (₹ crore)", "2.5", 25_000_000, "INR"),
    ("Population (thousands)", "740", 740_000, None),
    ("Population (in thousands)", "740", 740_000, None),
    ("Population ('000)", "740", 740_000, None),
    ("Population (×1000)", "740", 740_000, None),
    ("Grain ('000 tonnes)", "740", 740_000, "metric_ton"),
    ("Land (1,000 km²)", "740", 740_000, "kilometer ** 2"),
    ("Oil<br />thousand barrels per day", "740", 740_000, "oil_barrel / day"),
    # The sign of the money in the cell, the scale in the header.
    ("Revenue (millions)", "$740", 740_000_000, "USD"),
    ("Revenue ($ millions)", "$740", 740_000_000, "USD"),
    ("Revenue (€ millions)", "$740", 740, "USD"),
    # The cell says its own.
    ("Population (thousands)", "7.4 million", 7_400_000, None),
    ("GDP ($ bn)", "$7.4 million", 7_400_000, "USD"),
    ("Population (millions)", "12,043,000", 12_043_000, None),
    ("Population (thousands)", "1,343,200", 1_343_200_000, None),
    ("Population (thousands)", "74%", 74, "percent"),
    ("Population (thousands)", "74 km", 74, "kilometer"),
    # Names and rates.
    ("Millions", "74", 74, None),
    ("Million Voices", "74", 74, None),
    ("Millionaires (men)", "74", 74, None),
    ("Rate (per thousand)", "74", 74, None),
    ("Tracks (M)", "74", 74, None),
    ("Engine 1000", "74", 74, None),
]


@pytest.mark.parametrize(("header", "cell", "value", "unit"), SCALES, ids=[f"{row[0]}: {row[1]}" for row in SCALES])
def test_scales(header, cell, value, unit):
    claims = cc.extract(f"{{|\n! Town !! {header}\n|-\n| A || {cell}\n|}}")
    (found,) = [c for c in claims if c.text == cell]
    assert (found.amount.value, found.unit) == (value, unit)


def test_a_scaled_figure_was_rounded_to_its_scale():
    (found,) = [c for c in cc.extract("{|\n! Town !! People (thousands)\n|-\n| A || 57\n|}") if c.text == "57"]
    assert (found.amount.interval.low, found.amount.interval.high) == (56_500, 58_000)


def test_a_range_is_scaled_with_its_parts():
    (found,) = [c for c in cc.extract("{|\n! A !! Sales ($ millions)\n|-\n| B || $5–7\n|}") if c.form == "range"]
    assert (found.amount.interval.low, found.amount.interval.high) == (4_500_000, 8_000_000)
    assert [part.value for part in found.parts] == [5_000_000, 7_000_000]


def test_what_stands_in_brackets_is_in_no_unit_of_the_header():
    assert units("{|\n! Chip !! Clock (MHz)\n|-\n| A || 2600 (400 at rest)\n|}") == {
        "2600": ("megahertz", None), "400": (None, None)
    }  # fmt: skip


def test_two_units_go_to_the_figure_and_the_one_in_brackets():
    found = units("{|\n! Town !! Rain in inches (mm)\n|-\n| A || 1.5 (38.1)\n|}")
    assert found == {"1.5": ("inch", None), "38.1": ("millimeter", None)}


def test_the_scale_of_a_caption_reaches_the_figures_but_no_ranks():
    text = "{|\n|+ Output (in millions of US$)\n! Town !! Rank !! 2011 !! Share (%)\n|-\n| A || 3 || 57 || 12\n|}"
    found = {c.text: (c.amount.value, c.unit) for c in cc.extract(text) if c.kind == "quantity"}
    assert found == {"3": (3, None), "57": (57_000_000, "USD"), "12": (12, "percent")}


def test_bare_numbers_in_a_caption_are_no_scale():
    text = "{|\n|+ The 1,000 largest towns\n! Town !! People\n|-\n| A || 57\n|}"
    assert [c.amount.value for c in cc.extract(text) if c.text == "57"] == [57]


NO_FIGURES = [
    ("Latest stable version", "5.1", None),
    ("API (version)", "11.0", None),
    ("Stable release", "3.5", None),
    ("Release price", "3.5", "3.5"),
    ("Conversions", "35", "35"),
    ("Versions sold", "35 copies", "35"),
]


@pytest.mark.parametrize(("header", "cell", "read"), NO_FIGURES, ids=[row[0] for row in NO_FIGURES])
def test_versions_are_no_figures(header, cell, read):
    claims = cc.extract(f"{{|\n! A !! {header}\n|-\n| B || {cell}\n|}}")
    assert [c.text for c in claims] == ([read] if read else [])


def test_units_of_a_weather_box_and_of_no_other():
    assert units("{{Weather box\n| Jan high C = 3.5\n| Jan rain mm = 40.1\n}}") == {
        "3.5": ("degree_Celsius", None), "40.1": ("millimeter", None)
    }  # fmt: skip
    assert units("{{Score box\n| team high C = 3.5\n}}") == {"3.5": (None, None)}
