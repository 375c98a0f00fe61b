"""What a reader sees of wikitext, passage by passage, and where each of it stands in the source."""

import pytest

from claimcheck.document.parse import parse


def passages(wikitext: str) -> list[tuple[str, str]]:
    return [(p.context, p.text) for p in parse(wikitext, "wikitext").passages]


SHOWN = {
    "bold and italics": ("'''Oslo''' has ''about'' 700,000 people", "Oslo has about 700,000 people"),
    "bold ends inside a number": ("3'''.5 m'''", "3.5 m"),
    "four apostrophes": ("''''a''''", "'a'"),
    "link": ("in [[Norway]]", "in Norway"),
    "piped link": ("[[Norway|the kingdom]]s", "the kingdoms"),
    "interwiki and category": ("a[[de:Oslo]][[Category:Towns of 1048]]b", "ab"),
    "external link": ("see [http://example.org/2010 the 12 rules]", "see the 12 rules"),
    "entities": ("5&nbsp;km, 1890&ndash;92 &lt;b", "5\xa0km, 1890–92 <b"),
    "bad entity": ("Q&A; 5", "Q&A; 5"),
    "space templates": ("12{{nbsp}}000{{snd}}5", "12\xa0000\xa0– 5"),
    "comment": ("5<!-- not 6 --> km", "5 km"),
    "reference": ("5 km<ref>1999</ref> long", "5 km long"),
    "short reference": ('5 km<ref name="a" /> long', "5 km long"),
    "line break": ("5 km<br />6 km", "5 km\n6 km"),
    "raised digits": ("km<sup>2</sup>, 10<sup>−6</sup>, 5<sup>th</sup>", "km², 10⁻⁶, 5th"),
    "lowered digits": ("CO<sub>2</sub>", "CO₂"),
    "formula": ("so <math>x^2 = 4</math> holds", "so ￼ holds"),
    "struck text": ("<s>5</s> 6", "￼ 6"),
    "unknown tag": ("if <x and y> 5", "if <x and y> 5"),
    "less than": ("files <2 Kb", "files <2 Kb"),
    "unclosed braces": ("5 {{ km", "5 {{ km"),
    "unclosed link": ("5 [[km", "5 [[km"),
    "unclosed HTML tag": ("<center>5 km", "5 km"),
    "stray closing tag": ("5 km</div>", "5 km"),
    "magic word": ("__NOTOC__5 km", "5 km"),
    "single line end": ("5\nkm", "5 km"),
    "NUL": ("5\0km", "5\0km"),
    "nowrap": ("{{nowrap|5 km}}", "5 km"),
    "fraction": ("{{frac|3|1|2}} and {{frac|2}}", "3 1/2 and 1/2"),
    "circa": ("{{circa|1066}}", "c. 1066"),
    "as of": ("{{as of|2007|8}}, 5", "As of 2007-8, 5"),
    "birth": ("{{birth date and age|1950|2|3|df=y}}", "1950-2-3"),
    "death": ("{{death date and age|2010|5|6|1930|7|8}}", "2010-5-6 (born 1930-7-8)"),
    "currency": ("{{US$|5 million}} and {{INR}}70", "US$5 million and ₹70"),
    "formatted number": ("{{formatnum:12345}}", "12345"),
    "sic": ("{{sic|7000 thousand}}", "7000 thousand"),
    "convert": ("{{convert|100|km|mi|abbr=on}}", "100 km"),
    "convert, a range": ("{{convert|5|to|10|C|F}}", "5 to 10 °C"),
    "convert, a dash": ("{{cvt|5|-|10|sqmi}}", "5–10 sq mi"),
    "convert, two units": ("{{convert|5|ft|9|in|cm}}", "5 ft 9 in"),
    "convert, a product": ("{{convert|6|x|4|m|ft}}", "6 × 4 m"),
    "convert, an adjective": ("a {{convert|36|in|cm|adj=on}} plate", "a 36-inch plate"),
    "convert, rounding": ("{{convert|1234|acre|ha|0}}", "1234 acres"),
    "val": ("{{val|125.09|0.24|e=3|u=GeV}}", "125.09 ± 0.24×10^3 GeV"),
    "unknown template": ("a {{mystery|1=5}} b", "a ￼ b"),
    "an age is computed": ("aged {{age|1950|2|3}}.", "aged ."),
    "a converted sum": ("{{INRConvert|1.5|c}} or {{JPYConvert|10|b}}", "INR 1.5 crore or JPY 10 billion"),
    "a sum without scale": ("{{INRConvert|1500|year=2010}}", "INR 1500"),
    "a sum of one currency": ("{{CHF|5 million}}, {{PHP|20}}, {{NT$|30}}", "CHF 5 million, ₱20, NT$30"),
    "a currency's sign": ("{{PHP}}20", "₱20"),
    "height": ("{{height|ft=6|in=2}}, {{height|m=1.85}}", "6 ft 2 in, 1.85 m"),
    "plus or minus": ("5{{±|0.2}}, 5{{±}}0.2", "5±0.2, 5±0.2"),
    "an ordinal": ("the {{ordinal|5}}", "the 5th"),
    "a formula of chemistry": ("{{chem|Si|4|O|10}}", "Si4O10"),
    "an anchor of a note": ("Linux{{ref|1|4}} and{{note|b|2}}", "Linux and"),
    "an identifier": ("see {{ProQuest|1148158840}}", "see "),
    "what is computed": ("a {{percent-done|3|12}} or {{age in days nts|day1=3|year1=2010}}", "a  or "),
    "no text in a template": ("a {{mystery|group=5}} b", "a ￼ b"),
    "a banner": ("{{Expand list|date=June 2009}}5", "5"),
    "hidden template": ("a{{citation needed|date=May 2010}} b", "a b"),
}


@pytest.mark.parametrize("name", SHOWN)
def test_a_reader_sees(name):
    wikitext, shown = SHOWN[name]
    assert (dict(passages(wikitext)).get("lead")) == shown


STRUCTURE = {
    "blank lines part paragraphs": ("One 1.\n\nTwo 2.", [("lead", "One 1."), ("lead", "Two 2.")]),
    "headings part lead and prose": ("A\n== Size ==\nB", [("lead", "A"), ("heading", "Size"), ("prose", "B")]),
    "list items": ("* 5 km\n* 6 km\nEnd", [("list", "5 km"), ("list", "6 km"), ("lead", "End")]),
    "quotation": ("A\n<blockquote>B 5</blockquote>\nC", [("lead", "A"), ("quote", "B 5"), ("lead", "C")]),
    "quotation template": ("{{quote|We lost 5}}", [("quote", "We lost 5")]),
    "caption": ("[[File:A.jpg|thumb|220px|alt=B|Seen in [[Oslo|5]]]]A", [("caption", "Seen in 5"), ("lead", "A")]),
    "picture without caption": ("[[File:A.jpg|thumb|220px]]A", [("lead", "A")]),
    "infobox": ("{{Infobox town|area_km2 = 5 |name=}}\nA", [("lead", "A"), ("infobox", "5")]),
    "citation": (
        "A<ref>{{cite web|title=T 5|url=http://a.b/9|date=May 2010}}</ref>",
        [("lead", "A"), ("citation", "T 5"), ("citation", "May 2010")],
    ),
    "reference in words": ("A<ref>B, p. 5</ref>", [("lead", "A"), ("citation", "B, p. 5")]),
}


@pytest.mark.parametrize("name", STRUCTURE)
def test_structure(name):
    wikitext, expected = STRUCTURE[name]
    assert [(context, text.strip(" ￼")) for context, text in passages(wikitext)] == expected


def test_sections_nest():
    document = parse("== A ==\n=== B ===\nx\n== C ==\ny", "wikitext")
    assert [p.section for p in document.passages if p.context == "prose"] == [("A", "B"), ("C",)]


def test_spans_of_rendered_templates_cover_their_arguments():
    text = "It is {{convert|100|km|mi}} long, {{circa|1066}}, {{nowrap|5&nbsp;m}}."
    passage = parse(text, "wikitext").passages[0]
    for shown, source in (("100 km", "100|km"), ("c. 1066", "1066"), ("5\xa0m", "5&nbsp;m")):
        start = passage.text.index(shown)
        low, high = passage.span(start, start + len(shown))
        assert text[low:high] == source


def test_links_carry_their_targets():
    passage = parse("born in [[Oslo, Norway|Oslo]]", "wikitext").passages[0]
    assert [(passage.text[k.start : k.end], k.target) for k in passage.links] == [("Oslo", "Oslo, Norway")]


def test_italics_are_known():
    passage = parse("the novel ''1984'' of 1949", "wikitext").passages[0]
    assert [passage.text[s.start : s.end] for s in passage.italics] == ["1984"]


def test_references_of_one_name_are_one_citation():
    text = 'A<ref name="x">One</ref> B<ref>Two</ref> C<ref name=x/> D<ref name=x></ref>'
    document = parse(text, "wikitext")
    lead = next(p for p in document.passages if p.context == "lead")
    assert [index for _, index in lead.anchors] == [0, 1, 0, 0]
    assert [c.text for c in document.citations] == ["One", "Two"]


def test_a_reference_used_before_it_is_defined():
    document = parse("A<ref name=x/>\n{{reflist|refs=<ref name=x>One</ref>}}", "wikitext")
    assert [c.text for c in document.citations] == ["One"]
    assert document.passages[0].anchors[0][1] == 0


def test_citation_templates_keep_all_their_parameters():
    document = parse("A<ref>{{cite web|title=T|url=http://a.b|access-date=1 May 2010}}</ref>", "wikitext")
    (template,) = document.citations[0].templates
    assert template.name == "cite web"
    assert {p.name: p.passage.text for p in template.parameters} == {
        "title": "T",
        "url": "http://a.b",
        "access-date": "1 May 2010",
    }


def test_the_last_of_two_values_of_one_parameter_is_kept_apart():
    (template,) = parse("{{Infobox x|a=1|a=2|b}}", "wikitext").templates
    assert [(p.name, p.passage.text) for p in template.parameters] == [("a", "1"), ("a", "2"), ("1", "b")]


CELLS = [
    ("| {{yes|5.5}}", "5.5"),
    ("| {{Yes}}", "Yes"),
    ('| rowspan="2" {{partial|3}}', "3"),
    ('| style="width: 5%;" align=right {{no|8}}', "8"),
    ("| rowspan=2 | 7", "7"),
    # Text of the article that only looks like attributes.
    ("| speed = 5", "speed = 5"),
    ('| the attribute rowspan="2"', 'the attribute rowspan="2"'),
    ("| width = 5 m", "width = 5 m"),
]


@pytest.mark.parametrize(("cell", "text"), CELLS, ids=[row[0] for row in CELLS])
def test_cells(cell, text):
    (table,) = parse(f"{{|\n! a\n|-\n{cell}\n|}}", "wikitext").tables
    assert table.cells[-1].passage.text.strip() == text


def test_a_span_before_a_template_holds():
    (table,) = parse('{|\n! a !! b\n|-\n| 1 || rowspan="2" {{yes|5}}\n|-\n| 2\n|}', "wikitext").tables
    assert table.cells[-2].rowspan == 2


def test_a_template_as_long_as_what_it_shows():
    (passage,) = parse("{{nonfree}} 5", "wikitext").passages
    assert passage.text == "Proprietary 5"
    assert passage.span(0, 11).end == 11
    assert passage.span(3, 4).start == 11
