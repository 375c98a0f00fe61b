"""What the recogniser of quantities reads: value, unit, denominator, counted noun, hedge, span."""

from __future__ import annotations

from fractions import Fraction

import pytest

import claimcheck as cc
from claimcheck.claims.model import Claim


def quantities(text: str) -> list[Claim]:
    return [claim for claim in cc.extract(text, markup="plain") if claim.kind != "date"]


def only(text: str) -> Claim:
    found = quantities(text)
    assert len(found) == 1, [claim.text for claim in found]
    return found[0]


NUMBERS = [
    ("The hall seats 4,512 visitors.", "4,512", 4512),
    ("The hall seats 4512 visitors.", "4512", 4512),
    ("It cost 12,34,567 rupees.", "12,34,567 rupees", 1234567),
    ("They counted 1\u202f234\u202f567 birds.", "1\u202f234\u202f567", 1234567),
    ("They counted 1\u00a0234 birds.", "1\u00a0234", 1234),
    ("They counted 10 000 birds.", "10 000", 10000),
    ("The rate was 3.75.", "3.75", Fraction("3.75")),
    ("The rate was .75 there.", ".75", Fraction("0.75")),
    ("It rose 3½ metres.", "3½ metres", Fraction(7, 2)),
    ("It rose 3 1/2 metres.", "3 1/2 metres", Fraction(7, 2)),
    ("It rose 3 1⁄2 metres.", "3 1⁄2 metres", Fraction(7, 2)),
    ("A 1/4 mile track.", "1/4 mile", Fraction(1, 4)),
    ("It took two and a half hours.", "two and a half hours", Fraction(5, 2)),
    ("It took 2 and a half hours.", "2 and a half hours", Fraction(5, 2)),
    ("Some half a million refugees fled.", "half a million", 500000),
    ("They measured 25 048,05 of it.", "25 048,05", Fraction("25048.05")),
    ("They measured 1.234,56 of it.", "1.234,56", Fraction("1234.56")),
    ("It was taken to be 0.725, as before.", "0.725", Fraction("0.725")),
    ("A quarter of a million refugees fled.", "A quarter of a million", 250000),
    ("Two-thirds of the members left.", "Two-thirds", Fraction(2, 3)),
    ("A third of the members left.", "A third", Fraction(1, 3)),
    ("Half of the members left.", "Half", Fraction(1, 2)),
    ("It weighs 5×10⁶ tonnes.", "5×10⁶ tonnes", 5000000),
    ("It weighs 2.5 × 10^6 kg.", "2.5 × 10^6 kg", 2500000),
    ("It weighs 1.2e6 kg.", "1.2e6 kg", 1200000),
    ("The chance is 10⁻³ or so.", "10⁻³", Fraction(1, 1000)),
    ("It fell to −12.5 °C.", "−12.5 °C", Fraction("-12.5")),
    ("It fell to -12.5 °C.", "-12.5 °C", Fraction("-12.5")),
    ("It fell to minus 40 °C.", "minus 40 °C", -40),
    ("Twenty-one soldiers fell.", "Twenty-one", 21),
    ("There were two hundred and five thousand troops.", "two hundred and five thousand", 205000),
    ("There were twenty-five hundred troops.", "twenty-five hundred", 2500),
    ("There were three million two hundred thousand troops.", "three million two hundred thousand", 3200000),
    ("A hundred and five guests came.", "A hundred and five", 105),
    ("A million people came.", "A million", 1000000),
    ("A dozen eggs broke.", "A dozen", 12),
    ("Two dozen eggs broke.", "Two dozen", 24),
    ("There are 3.5 million inhabitants.", "3.5 million", 3500000),
    ("They hold 7000 thousand shares.", "7000 thousand", 7000000),
    ("They hold five thousand million shares.", "five thousand million", 5000000000),
    ("It has 30 lakh inhabitants.", "30 lakh", 3000000),
    ("It has 3 crore inhabitants.", "3 crore", 30000000),
    ("The film made $1.2bn.", "$1.2bn", 1200000000),
    ("The film made $5m.", "$5m", 5000000),
    ("The film made €10M.", "€10M", 10000000),
    ("It reached 2.5m viewers.", "2.5m", 2500000),
    ("It has 10k followers.", "10k", 10000),
    ("Revenue grew more than sixfold to a record.", "sixfold", 6),
    ("It brought a threefold increase of sales.", "threefold", 3),
    ("There are 8 B people.", "8 B", 8000000000),
    ("It sold for 33.4 billions then.", "33.4 billions", 33400000000),
    ("His GPA 3.9 is high.", "3.9", Fraction("3.9")),
    ("The book has 337 pp.", "337", 337),
]


@pytest.mark.parametrize(("text", "span", "value"), NUMBERS)
def test_numbers(text: str, span: str, value: Fraction | int) -> None:
    claim = only(text)
    assert claim.amount is not None
    assert (claim.text, claim.amount.value) == (span, value)


UNITS = [
    ("a 10-km run", "kilometer"),
    ("10 km", "kilometer"),
    ("10km", "kilometer"),
    ("10\u00a0km", "kilometer"),
    ("ten kilometres", "kilometer"),
    ("10 Kilometers", "kilometer"),
    ("4 km²", "kilometer ** 2"),
    ("4\u00a0 km", "kilometer"),
    ("4 l · day −1", "liter / day"),
    ("4 km s −1", "kilometer / second"),
    ("R4.5 billion", "ZAR"),
    ("R 4,500.00", "ZAR"),
    ("4 km2", "kilometer ** 2"),
    ("4 km^2", "kilometer ** 2"),
    ("4 sq mi", "mile ** 2"),
    ("4 square miles", "mile ** 2"),
    ("4 cubic metres", "meter ** 3"),
    ("4 kilometres squared", "kilometer ** 2"),
    ("90 km/h", "kilometer / hour"),
    ("90 kph", "kilometer / hour"),
    ("90 mph", "mile / hour"),
    ("90 miles per hour", "mile / hour"),
    ("90 miles an hour", "mile / hour"),
    ("9.8 m/s2", "meter / second ** 2"),
    ("9.8 m s−2", "meter / second ** 2"),
    ("1.3 g/cm³", "gram / centimeter ** 3"),
    ("2161 m³/s", "meter ** 3 / second"),
    ("7 kWh", "kilowatt_hour"),
    ("7 kW·h", "hour * kilowatt"),
    ("20 °C", "degree_Celsius"),
    ("20 degrees Celsius", "degree_Celsius"),
    ("68 °F", "degree_Fahrenheit"),
    ("300 K", "kelvin"),
    ("45°", "degree"),
    ("29.5° north", "degree"),
    ("5%", "percent"),
    ("5 per cent", "percent"),
    ("5 percentage points", "percentage_point"),
    ("3‰", "permille"),
    ("25 basis points", "basis_point"),
    ("16 GB", "gigabyte"),
    ("100 Mbit/s", "megabit / second"),
    ("3 nautical miles", "nautical_mile"),
    ("12 inches", "inch"),
    ("29.92 inHg", "inch_of_mercury"),
    ("100 hPa", "hectopascal"),
    ("4 lb", "pound"),
    ("4 long tons", "long_ton"),
    ("4 tonnes", "metric_ton"),
    ("66 Ma", "megayear"),
    ("5 light-years", "light_year"),
    ("20 [kg]", "kilogram"),
    ("5 kwanza", "AOA"),
    ("$5", "USD"),
    ("US$5", "USD"),
    ("US $5", "USD"),
    ("A$5", "AUD"),
    ("£5", "GBP"),
    ("€5", "EUR"),
    ("5 €", "EUR"),
    ("₹5", "INR"),
    ("Rs 500", "INR"),
    ("Rs. 500 crore", "INR"),
    ("USD 5", "USD"),
    ("5 EUR", "EUR"),
    ("5 euros", "EUR"),
    ("5 Swiss francs", "CHF"),
    ("5 million Mexican pesos", "MXN"),
]


@pytest.mark.parametrize(("phrase", "unit"), UNITS)
def test_units(phrase: str, unit: str) -> None:
    claim = only(f"They noted {phrase} there.")
    assert claim.unit == unit
    assert claim.text == phrase.removeprefix("a ").removesuffix(" run").removesuffix(" north")


OPEN = [
    ("Two A&B games came out.", None),
    ("The crew loaded 20 tons there.", "tons"),  # short, long or metric
    ("She paid 100 kroner there.", "kroner"),  # Danish, Norwegian
    ("She paid 100 francs there.", "francs"),
    ("It was 20 degrees outside in winter.", None),  # Celsius or Fahrenheit
    ("Some 10 C of it.", None),
]


@pytest.mark.parametrize(("text", "counted"), OPEN)
def test_ambiguous_units_are_left_open(text: str, counted: str | None) -> None:
    assert [(claim.unit, claim.counted) for claim in quantities(text)][:1] in ([(None, counted)], [(None, "degrees")])


CONTEXT = [
    ("She weighs 150 pounds.", "pound"),
    ("She paid 150 pounds.", "GBP"),
    ("Oven at 180 C for an hour.", "degree_Celsius"),
    ("The output is 1.2m tons a year.", None),
    ("It was warmed by 2 °C.", "delta_degree_Celsius"),
    ("It is 2 °C warmer.", "delta_degree_Celsius"),
    ("It has 4,977 °C, colder than most.", "degree_Celsius"),
    ("The tower has 5 in walls.", None),
    ("A pipe 5 in wide.", "inch"),
    ("The galaxy lies 8 kpc away.", "kiloparsec"),
    ("The shares rose to 118.5p.", "penny"),
    ("The ticket cost 150 kn there.", "HRK"),
    ("The ship made 20 kn there.", "knot"),
    ("They used five PCs there.", None),
    ("It lost five pc there.", "percent"),
    ("The norm GOST R 34.10-94 was 5 km.", "kilometer"),
]


@pytest.mark.parametrize(("text", "unit"), CONTEXT)
def test_context_decides_ambiguous_units(text: str, unit: str | None) -> None:
    assert quantities(text)[0].unit == unit


PER = [
    ("540 per 100,000 live births", "540 per 100,000 live births", None, (100000, None, "live births")),
    ("14.2 per 100,000 people", "14.2 per 100,000 people", None, (100000, None, "people")),
    ("12 deaths per 1,000 births", "12 deaths per 1,000 births", None, (1000, None, "births")),
    (
        "3,200 inhabitants per square kilometre",
        "3,200 inhabitants per square kilometre",
        None,
        (1, "kilometer ** 2", None),
    ),
    ("3,200/km2", "3,200/km2", None, (1, "kilometer ** 2", None)),
    ("$7.5 million per day", "$7.5 million per day", "USD", (1, "day", None)),
    ("$7.5 million a day", "$7.5 million a day", "USD", (1, "day", None)),
    ("$98 a share", "$98 a share", "USD", (1, None, "share")),
    ("$4 per dose", "$4 per dose", "USD", (1, None, "dose")),
    ("one in ten people", "one in ten people", None, (10, None, "people")),
    ("1 in 1,000 births", "1 in 1,000 births", None, (1000, None, "births")),
    ("£5 an hour", "£5 an hour", "GBP", (1, "hour", None)),
    ("$12,400 per capita", "$12,400 per capita", "USD", (1, None, "capita")),
    ("40 attacks each year", "40 attacks each year", None, (1, "year", None)),
    ("3% per year", "3% per year", "percent", (1, "year", None)),
    ("15.3 ppg", "15.3 ppg", None, (1, None, "game")),
    ("345 inh./km²", "345 inh./km²", None, (1, "kilometer ** 2", None)),
    ("345 inhab. per sq mi", "345 inhab. per sq mi", None, (1, "mile ** 2", None)),
]


@pytest.mark.parametrize(("phrase", "span", "unit", "per"), PER)
def test_denominators(phrase: str, span: str, unit: str | None, per: tuple[int, str | None, str | None]) -> None:
    claim = only(f"They noted {phrase}.")
    assert claim.per is not None
    assert (claim.text, claim.unit) == (span, unit)
    assert (claim.per.amount, claim.per.unit, claim.per.counted) == per


COUNTED = [
    ("It sent 29 doctors abroad.", "doctors"),
    ("It sent 29 Cuban doctors abroad.", "Cuban doctors"),
    ("It sent 29 highly trained medical workers abroad.", "highly trained medical workers"),
    ("It has 12 sports clubs.", "sports clubs"),
    ("It sent 152 medical and educational workers.", "medical and educational workers"),
    ("It sent 152 men and their families.", "men"),
    ("It left 152 dead and injured others.", "dead"),
    ("About 3.5 million people live there.", "people"),
    ("The fire killed 40 men and two women.", "men"),
    ("It won two more seats.", "seats"),
    ("One person died.", "person"),
    ("Dozens of people died.", "people"),
    ("Three of the doctors left.", "doctors"),
    ("A 12-member council met.", "member"),
    ("It sold 63,000 Model 3 sedans.", "Model 3 sedans"),
    ("It sold 63,000 Model 3s.", "Model 3s"),
    ("It grounded two new 737 Max jets.", "new 737 Max jets"),
    ("It filled eight million 250ml bottles.", "250ml bottles"),
    ("It sold 2.9 million 9-litre cases.", "9-litre cases"),
    ("It has two APIs today.", "APIs"),
    ("Two U.S. presidents studied there.", "U.S. presidents"),
    ("It hired 5 IT workers.", "IT workers"),
    ("Half the condos were sold.", "condos"),
    ("They say 19 fouls proves it.", "fouls"),
    ("It has 400 weekly magazines.", "weekly magazines"),
    ("Two people 5 km away saw it.", "people"),
    ("He met two men 300 times.", "men"),
    ("Half of the water flows there.", None),
    ("A third of the snow melts there.", None),
    ("A third of German voters left.", "German voters"),
    ("Half of those using nets left.", None),
    ("A fifth of all Pakistanis left.", "Pakistanis"),
    ("She won three Masters Series events.", "Masters Series events"),
    ("Two United States senators left.", "United States senators"),
    ("After a five-set final he left.", "set"),
    ("Half of all cars were sold.", "cars"),
    ("Two-thirds of the students left.", "students"),
    ("One quarter of its former employees left.", "former employees"),
    ("The article saw 7-point scales.", "point"),
    ("He wrote a 12 page report.", "page"),
    ("It is home to 25 species.", "species"),
    ("It has 1,200 live births.", "live births"),
    ("The count was 300.", None),
    ("The count was 300 in all.", None),
]


@pytest.mark.parametrize(("text", "counted"), COUNTED)
def test_counted_nouns(text: str, counted: str | None) -> None:
    claim = quantities(text)[0]
    assert claim.counted == counted
    if counted:
        assert claim.passage.text[claim.visible.start : claim.tail].endswith(counted)
        assert counted not in claim.text


HEDGES = [
    ("About 40 men came.", "about", False),
    ("Around 40 men came.", "about", False),
    ("Approximately 40 men came.", "about", False),
    ("It has c. 400 houses.", "about", False),
    ("It has ~400 houses.", "about", False),
    ("Some 400 men came.", "about", False),
    ("An estimated 400 men came.", "about", False),
    ("The 400 or so men came.", "about", False),
    ("Nearly 400 men came.", "about", True),
    ("Almost 400 men came.", "about", True),
    ("More than 400 men came.", "more_than", False),
    ("Over 400 men came.", "more_than", False),
    ("In excess of 400 men came.", "more_than", False),
    ("At least 400 men came.", "at_least", False),
    ("No fewer than 400 men came.", "at_least", False),
    ("There were 400 or more men.", "at_least", False),
    ("There were 400+ men.", "at_least", False),
    ("Fewer than 400 men came.", "less_than", False),
    ("Under 400 men came.", "less_than", False),
    ("Just under 400 men came.", "less_than", False),
    ("Up to 400 men came.", "at_most", False),
    ("As many as 400 men came.", "at_most", False),
    ("No more than 400 men came.", "at_most", False),
    ("There were 400 or fewer men.", "at_most", False),
    ("Exactly 400 men came.", "exact", False),
    ("It is a film about 400 men.", "exact", False),
    ("They talked about 400 men.", "exact", False),
    ("It was averaged over 400 men.", "exact", False),
    ("They were averaged on over 400 men.", "more_than", False),
    ("They saw about 400 men.", "about", False),
    ("The 400 men came.", "exact", False),
    ("After 400 men came.", "exact", False),
    ("Before 400 men came.", "exact", False),
]


@pytest.mark.parametrize(("text", "hedge", "near"), HEDGES)
def test_hedges(text: str, hedge: str, near: bool) -> None:
    claim = quantities(text)[0]
    assert claim.amount is not None
    assert (claim.hedge, claim.amount.near) == (hedge, near)
    assert claim.text.rstrip("+").replace(",", "").isdigit()


def test_a_story_about_one_of_many_has_no_hedge() -> None:
    claim = only("He wrote a letter about one of the masters.")
    assert (claim.hedge, claim.counted) == ("exact", "masters")


def test_lead_and_tail_cover_hedge_and_noun() -> None:
    claim = only("It sent more than 29 Cuban doctors abroad.")
    assert claim.passage.text[claim.lead : claim.tail] == "more than 29 Cuban doctors"
    assert claim.text == "29"


RANGES = [
    ("It has 64,000 to 68,000 students.", "64,000 to 68,000", [64000, 68000], None, "students"),
    ("It covers between 70 and 90% of it.", "70 and 90%", [70, 90], "percent", None),
    ("It lasts three to eight years.", "three to eight years", [3, 8], "year", None),
    ("It cost €45–50 million.", "€45–50 million", [45000000, 50000000], "EUR", None),
    ("It cost $26 to $31 million.", "$26 to $31 million", [26000000, 31000000], "USD", None),
    ("It is 15–20 cm long.", "15–20 cm", [15, 20], "centimeter", None),
    ("It is 15 cm to 20 cm long.", "15 cm to 20 cm", [15, 20], "centimeter", None),
    ("Its 8- to 16-metre mirror.", "8- to 16-metre", [8, 16], "meter", None),
    ("Prices range from $5 to $7.", "$5 to $7", [5, 7], "USD", None),
    ("The rate is 1 to 1.5 degrees Celsius.", "1 to 1.5 degrees Celsius", [1, 1.5], "degree_Celsius", None),
]


@pytest.mark.parametrize(("text", "span", "ends", "unit", "counted"), RANGES)
def test_ranges(text: str, span: str, ends: list[float], unit: str | None, counted: str | None) -> None:
    claim = only(text)
    assert (claim.form, claim.text, claim.unit, claim.counted) == ("range", span, unit, counted)
    assert claim.parts is not None
    assert [part.value for part in claim.parts] == [Fraction(end) for end in ends]
    assert all(claim.source.text[part.start : part.end] == part.text for part in claim.parts)


def test_a_change_is_two_claims_that_share_what_follows() -> None:
    first, second = quantities("Mortality fell from 48.1 to 22.4 per 1,000 live births.")
    assert (first.text, second.text) == ("48.1", "22.4 per 1,000 live births")
    assert first.per == second.per
    assert first.per is not None
    assert (first.per.amount, first.per.counted) == (1000, "live births")


NAMED_BEFORE = [
    ("The number of sick cows rose to 49 and that of deaths to 37.", ["sick cows", "deaths"]),
    ("The number of patients each doctor has rose from 139 to 179.", ["patients", "patients"]),
    ("The number of medical staff abroad in 2015 was 50,000.", ["medical staff"]),
    ("Sales reached 3.9 million headsets, up from 2.4 million.", ["headsets", "headsets"]),
    ("The number of doctors rose. It cost 300.", [None]),
    ("They sent 8, 45 km away.", [None, None]),
    ("The number of doctors per ward was 3 and the bill was 300.", ["doctors", None]),
]


@pytest.mark.parametrize(("text", "counted"), NAMED_BEFORE)
def test_what_is_counted_may_stand_before(text: str, counted: list[str | None]) -> None:
    assert [claim.counted for claim in quantities(text)] == counted


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("It is 5, 7 and 9 km away.", [5, 7, 9], "kilometer"),
        ("A 6 × 4 m room.", [6, 4], "meter"),
        ("It runs at 8, 16, 32 kHz there.", [8, 16, 32], "kilohertz"),
        ("It fell from 208 pounds to 193 by diet and weight loss.", [208, 193], "pound"),
        ("It rose from 20 miles per gallon in the first model to 29.", [20, 29], "mile / gallon"),
        ("It rose from 5% to 7%.", [5, 7], "percent"),
    ],
)
def test_series_share_their_unit(text: str, values: list[int], unit: str) -> None:
    found = quantities(text)
    assert [claim.amount.value for claim in found if claim.amount] == values
    assert {claim.unit for claim in found} == {unit}


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("He is 5 ft 9 in tall.", "5 ft 9 in", Fraction(23, 4), "foot"),
        ("He is 5′9″ tall.", "5′9″", Fraction(23, 4), "foot"),
        ("It took 4 d 3 h.", "4 d 3 h", Fraction(33, 8), "day"),
        ("It took two hours and 20 minutes.", "two hours and 20 minutes", Fraction(7, 3), "hour"),
        ("It weighed 11 stone 4 pounds.", "11", 11, None),
        (
            "It lies at 41°53′24″ on the map.",
            "41°53′24″",
            Fraction(41) + Fraction(53, 60) + Fraction(24, 3600),
            "degree",
        ),
        (
            "It cost thirteen dollars and forty-five cents.",
            "thirteen dollars and forty-five cents",
            Fraction("13.45"),
            "USD",
        ),
    ],
)
def test_two_units_are_one_claim_in_the_larger(text: str, span: str, value: Fraction, unit: str | None) -> None:
    claim = quantities(text)[0]
    assert claim.amount is not None
    assert (claim.text, claim.amount.value, claim.unit) == (span, value, unit)


DURATIONS = [
    ("It lasted for more than 6 months.", "6 months", 6, "month"),
    ("A 16-month siege began.", "16-month", 16, "month"),
    ("He died aged 51 there.", "51", 51, "year"),
    ("He died at the age of 51 there.", "51", 51, "year"),
    ("A 72-year-old man came.", "72-year", 72, "year"),
    ("She was 51 when she left.", "51", 51, "year"),
    ("Life expectancy at birth is 73.2 there.", "73.2", Fraction("73.2"), "year"),
    ("It took two full years.", "two full years", 2, "year"),
    ("It took half an hour.", "half an hour", Fraction(1, 2), "hour"),
    ("It took 1000 seconds.", "1000 seconds", 1000, "second"),
    ("It was a four-month siege.", "four-month", 4, "month"),
    ("It took a quarter of an hour.", "a quarter of an hour", Fraction(1, 4), "hour"),
    ("It was a half-hour show.", "a half-hour", Fraction(1, 2), "hour"),
    ("At 15, he left home.", "15", 15, "year"),
    ("At 21 she married.", "21", 21, "year"),
]


@pytest.mark.parametrize(("text", "span", "value", "unit"), DURATIONS)
def test_durations_and_ages(text: str, span: str, value: Fraction, unit: str) -> None:
    claim = only(text)
    assert claim.amount is not None
    assert (claim.kind, claim.text, claim.amount.value, claim.unit) == ("duration", span, value, unit)


def test_plus_minus_keeps_value_and_interval() -> None:
    claim = only("Its half-life is 5,730 ± 40 years.")
    assert (claim.form, claim.unit, claim.text) == ("plus_minus", "year", "5,730 ± 40 years")
    assert claim.amount is not None
    assert (claim.amount.value, claim.amount.interval.low, claim.amount.interval.high) == (5730, 5690, 5770)


def test_scale_words_are_kept_as_printed() -> None:
    claim = only("They hold 7000 thousand shares.")
    assert claim.amount is not None
    assert (claim.amount.scales, claim.amount.mantissa, claim.amount.value) == (("thousand",), 7000, 7000000)
    doubled = only("The state owes $52,400,000 million.")
    assert doubled.amount is not None
    assert doubled.amount.scales == ("million",)


@pytest.mark.parametrize(
    ("text", "low"), [("Dozens of men fell.", 24), ("Hundreds of men fell.", 200), ("Tens of thousands fell.", 20000)]
)
def test_open_numbers(text: str, low: int) -> None:
    claim = only(text)
    assert claim.amount is not None
    assert (claim.amount.precision, claim.amount.interval.low, claim.amount.interval.high) == ("open", low, None)
    assert claim.hedge == "at_least"


def test_part_of_a_numbered_whole() -> None:
    part, whole = quantities("It cured 12 of the 40 patients.")
    assert (part.counted, whole.counted) == ("patients", "patients")


def test_quantity_is_pints() -> None:
    speed = only("It moves at 90 km/h.").quantity
    assert not isinstance(speed, tuple)
    assert speed is not None
    assert speed.to("meter / second").magnitude == 25
    low, high = only("It is 5 to 7 miles away.").quantity  # type: ignore[misc]
    assert (low.magnitude, high.magnitude, str(low.units)) == (5, 7, "mile")
    assert only("It has 30 members.").quantity is None
