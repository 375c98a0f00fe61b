"""Units that a parameter's name or a header gives to bare figures."""

import pytest

import claimcheck as cc


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
    ("Area", None),
    ("Attendance (m)", None),
    ("Population (2010)", None),
    ("Population (thousands)", None),
    ("Goals (for)", None),
    ("Name (nickname)", None),
]


@pytest.mark.parametrize(("header", "unit"), HEADERS, ids=[row[0] for row in HEADERS])
def test_headers(header, unit):
    text = f"{{|\n! Town !! {header}\n|-\n| A || 57\n|}}"
    assert units(text)["57"] == (unit, None)
