"""Tables: cells on their grid, named by their headers."""

from claimcheck.document.parse import parse

TABLE = """{| class="wikitable"
|+ Medals in 1996
! Team !! Gold !! Silver
|-
| A || 1 || 2
|-
| B || 3 || style="x" | 4
|}"""


def grid(text):
    (table,) = parse(text, "wikitext").tables
    return {(c.row, c.column): c.passage.text.strip() for c in table.cells}


def test_cells_have_their_place():
    assert grid(TABLE) == {
        (0, 0): "Team", (0, 1): "Gold", (0, 2): "Silver",
        (1, 0): "A", (1, 1): "1", (1, 2): "2",
        (2, 0): "B", (2, 1): "3", (2, 2): "4",
    }  # fmt: skip


def test_cells_are_named_by_row_and_column():
    (table,) = parse(TABLE, "wikitext").tables
    assert {c.passage.text.strip(): c.passage.path for c in table.cells if c.row == 2} == {
        "B": ("Team",),
        "3": ("B", "Gold"),
        "4": ("B", "Silver"),
    }


def test_caption():
    (table,) = parse(TABLE, "wikitext").tables
    assert table.caption is not None
    assert table.caption.text.strip() == "Medals in 1996"


def test_row_and_column_spans():
    text = '{|\n! rowspan="2" | Year\n! colspan=2 | Medals\n|-\n! Gold\n! Silver\n|-\n| 1996 || 1 || 2\n|}'
    assert grid(text) == {
        (0, 0): "Year", (0, 1): "Medals",
        (1, 1): "Gold", (1, 2): "Silver",
        (2, 0): "1996", (2, 1): "1", (2, 2): "2",
    }  # fmt: skip
    (table,) = parse(text, "wikitext").tables
    assert next(c.passage.path for c in table.cells if c.passage.text.strip() == "2") == ("1996", "Medals", "Silver")


def test_html_tables():
    text = "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>"
    assert grid(text) == {(0, 0): "A", (0, 1): "B", (1, 0): "1", (1, 1): "2"}


def test_empty_cells_keep_their_place():
    assert grid("{|\n| || 5\n|}") == {(0, 0): "", (0, 1): "5"}


def test_a_table_in_a_cell_is_a_table_of_its_own():
    document = parse("{|\n| a\n{|\n| 5\n|}\n| b\n|}", "wikitext")
    assert len(document.tables) == 2


def test_unclosed_table_is_text():
    document = parse("{|\n| a || 5", "wikitext")
    assert document.tables == ()
    assert "5" in document.passages[-1].text
