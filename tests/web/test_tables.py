"""A plain table becomes one that works on a phone and is read aloud as a table."""

from sanad.web.shared.tables import labelled

PLAIN = (
    '<table class="cards"><thead><tr><th>Line</th><th class="num">Paid &amp; sent</th></tr></thead>'
    '<tbody><tr><th>Rent</th><td class="num"><b>500</b></td></tr></tbody>'
    '<tfoot><tr><td colspan="2">Nothing else</td></tr></tfoot></table>'
)


def test_a_cell_carries_the_words_of_its_column():
    written = labelled(PLAIN)

    assert '<td role="cell" data-l="Paid &amp; sent" class="num"><span><b>500</b></span></td>' in written


def test_heads_say_what_they_head():
    written = labelled(PLAIN)

    assert '<th role="columnheader" scope="col" class="num">' in written
    assert '<th role="rowheader" scope="row">Rent</th>' in written


def test_every_part_has_its_role():
    written = labelled(PLAIN)

    assert '<table role="table" class="cards">' in written
    assert written.count('role="row"') == 3
    assert written.count('role="rowgroup"') == 3


def test_a_cell_over_the_whole_row_has_no_column():
    written = labelled(PLAIN)

    assert '<td role="cell" colspan="2"><span>Nothing else</span></td>' in written


def test_what_was_escaped_stays_escaped():
    written = labelled(
        "<table><thead><tr><th>Name</th></tr></thead><tbody><tr><td>&lt;b&gt; &#x27;</td></tr></tbody></table>"
    )

    assert "&lt;b&gt; &#x27;" in written
