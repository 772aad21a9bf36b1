"""What may be shown leaves whole, in forms that others read; the rest is counted."""

from datetime import date

import pytest

from sanad.record.exporting.tables import HEADERS
from sanad.record.exporting.verifying import verify_bundle
from sanad.record.kinds import Came, Hop, Level, Rights, Stance, StatementKind, Verbatim, Why
from sanad.record.refusals import RecordRefused
from sanad.record.selectors.public import public_statements
from sanad.record.services.commitments import NewCommitment, add_outcome, confirm_commitment
from sanad.record.services.disclosures import disclose
from sanad.record.services.exports import export_record
from sanad.record.services.questions import NewVersion, add_version, open_question
from sanad.record.services.retractions import ask_to_seal, retract, seal
from sanad.record.services.sources import NewHop, add_account, pass_on
from sanad.record.services.statements import confirm_statement
from tests.record.exporting.shown import LIST, PROMISE, TODAY, expanded, exported, head, rows_of, show, small_record
from tests.record.keeping.pages import by_maya, by_omar, held, huda, said, wanted

pytestmark = pytest.mark.django_db
LATER = "Of that there will be more to be said later, and nobody knows when."
SCHEMA, PROV = "https://schema.org/", "http://www.w3.org/ns/prov#"


def test_an_empty_record_leaves_empty_files_and_a_bundle_that_fits(tmp_path):
    made = exported(tmp_path)

    assert made.counts.confirmed == made.counts.exported == 0
    assert {path.name for path in made.folder.iterdir()} == {
        *("statements.jsonld", "annotations.jsonld", "citations.txt", "bundle.zip", *HEADERS),
    }
    assert made.json("annotations.jsonld")["items"] == []
    assert verify_bundle(made.bundle)[0] == []


def test_statements_are_quotations_that_others_read_without_a_network(tmp_path):
    record = small_record()

    nodes = expanded(exported(tmp_path).json("statements.jsonld"))

    quotation = nodes[f"urn:sanad:statement:{record['promise'].pk}"]
    speaker = nodes[quotation[f"{SCHEMA}spokenByCharacter"][0]["@id"]]
    assert quotation["@type"] == [f"{SCHEMA}Quotation", f"{PROV}Entity"]
    assert quotation[f"{SCHEMA}text"] == [{"@value": PROMISE}]
    assert speaker[f"{SCHEMA}name"] == [{"@value": "Huda Saab"}]
    assert {one["@language"] for one in quotation[f"{SCHEMA}citation"]} == {"en", "ar"}
    text = nodes[quotation[f"{PROV}wasDerivedFrom"][0]["@id"]]
    assert text["@type"] == [f"{PROV}Entity", "urn:sanad:terms:Text"]
    assert nodes[quotation[f"{SCHEMA}isPartOf"][0]["@id"]]["@type"] == [f"{SCHEMA}NewsArticle", f"{PROV}Entity"]


def test_every_name_that_a_node_leads_to_is_a_node(tmp_path):
    page = held(rights=Rights.PUBLIC)
    told = add_account(page.work, "as the page has it", by_maya(), hops=[NewHop(Hop.QUOTED, page.account, why="named")])
    show(said(page, PROMISE, huda(), account=told))

    graph = exported(tmp_path).json("statements.jsonld")

    ids = {node["id"] for node in graph["@graph"]}
    leads = ("isPartOf", "toldIn", "spokenByCharacter", "saidBy", "publisher", "wasAttributedTo")
    assert {node[lead] for node in graph["@graph"] for lead in leads if lead in node} <= ids
    hop = next(node for node in graph["@graph"] if node["id"] == f"urn:sanad:account:{told.pk}")["qualifiedDerivation"][
        0
    ]
    assert hop["entity"] == f"urn:sanad:account:{page.account.pk}" in ids
    assert (hop["basis"], hop["concludedBy"], hop["why"]) == ("inferred", f"staff:{by_maya().user.pk}", "named")


def test_words_that_are_not_the_speakers_own_are_not_given_to_them(tmp_path):
    page = held()
    told = {"kind": StatementKind.REPORTED, "verbatim": Verbatim.PARAPHRASE}
    made = said(page, "the repairs had cost more than $900", huda(), **told)
    show(made)

    export = exported(tmp_path)

    node = export.json("statements.jsonld")["@graph"][-1]
    assert "spokenByCharacter" not in node
    assert node["saidBy"].startswith("urn:sanad:agent:")
    assert "in the words of the source: the repairs" in export.text("citations.txt")


def test_an_annotation_finds_its_words_in_the_text(tmp_path):
    record = small_record()
    text = record["page"].layer.text

    items = exported(tmp_path).json("annotations.jsonld")["items"]

    assert len(items) == 2
    for item in items:
        quote, position = item["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1
        assert item["target"]["source"] == "https://news.example/repairs"
        assert item["target"]["sanad:text"] == f"urn:sha256:{record['page'].layer.sha256}"


def test_a_page_without_an_address_is_named_by_its_hash(tmp_path):
    page = held()
    show(said(page, PROMISE))

    target = exported(tmp_path).json("annotations.jsonld")["items"][0]["target"]

    assert target["source"] == f"urn:sha256:{page.capture.sha256}"


def test_a_table_comes_back_as_it_was_and_runs_nothing(tmp_path):
    small_record()

    made = exported(tmp_path)

    raw = (made.folder / "statements.csv").read_bytes()
    first, second = rows_of(made.text("statements.csv"))
    assert raw.startswith(b"\xef\xbb\xbf")
    assert (first["words"], second["words"]) == (PROMISE, LIST)
    assert first["manner"] == "'=at once"
    assert (first["place"], first["when"], first["cue"]) == ("Qasmiyeh", "2013-09", "said")


def test_a_citation_says_who_what_where_when_and_by_which_chain(tmp_path):
    record = small_record()
    sha256 = record["page"].capture.sha256[:12]

    english, arabic, *_ = exported(tmp_path).text("citations.txt").splitlines()

    assert english == (
        f"[{record['promise'].pk}] Huda Saab: {PROMISE}. In: “Repairs wait”, no day given. Signs 65–112 of the text "
        f"{record['page'].layer.sha256[:12]}. As told by: the page itself (made public; concluded by staff member "
        f"{by_maya().user.pk} on 3 November 2026: it is the page). Capture sha256 {sha256}, retrieved on 3 November "
        "2026, https://news.example/repairs."
    )
    assert "في 3 تشرين الثاني 2026" in arabic
    assert PROMISE in arabic


def test_every_confirmed_statement_leaves_or_is_held_back_for_one_reason(tmp_path):
    page, hidden = held(rights=Rights.PUBLIC), huda()
    shown, sealed, waits = (said(page, words) for words in (PROMISE, LIST, "“They told us: ‘There is no money now.’ ”"))
    other = held("Another page\n\n“We were asked.”\n\n“We were not.”\n\n“Nobody was.”\n", title="Another page")
    kept, corrected, foreign = (said(other, words, who) for words, who in (
        ("“We were asked.”", None), ("“We were not.”", None), ("“Nobody was.”", hidden)))  # fmt: skip
    show(shown, kept, corrected, foreign)
    disclose(sealed, Level.SEALED, "a witness", by_omar())
    disclose(waits, Level.EMBARGO, "later", by_omar(), until=date(2027, 1, 1))
    disclose(hidden, Level.SEALED, "in danger", by_omar())
    retract(kept, Why.SAFETY, "in danger", by_omar())
    confirm_statement(wanted(other, "“We were not.”", narrative_no=2), by_omar(), revises=corrected)

    counts = exported(tmp_path).counts

    assert counts.adds_up
    assert (counts.confirmed, counts.exported) == (7, 1)
    assert counts.held_back == dict.fromkeys(
        ("embargo", "hidden_agent", "not_disclosed", "retracted", "revised", "sealed"), 1
    )


def test_what_leaves_is_public_and_no_more(tmp_path):
    record = small_record()
    made = exported(tmp_path, held_back={record["list"].pk: "few_households"})

    exported_keys = {int(row["statement"]) for row in rows_of(made.text("statements.csv"))}

    assert exported_keys == {record["promise"].pk}
    assert exported_keys < set(public_statements(TODAY).values_list("pk", flat=True))
    assert made.counts.held_back == {"few_households": 1}
    assert all(LIST not in text for text in made.everything().values())


def test_closed_works_are_not_quoted_and_quoted_ones_are_not_given_whole(tmp_path):
    closed, quoted = held(rights=Rights.CLOSED), held(f"Else\n\n“We pay.”\n\n{LATER}\n", title="Else")
    show(said(closed, PROMISE), said(quoted, "“We pay.”"))

    made = exported(tmp_path)

    everything = made.everything()
    assert made.counts.held_back == {"rights_closed": 1}
    assert made.counts.texts_held_back == 1
    assert not any(name.startswith("bundle.zip/texts/") for name in everything)
    assert all("nobody knows" not in text for text in everything.values())


def test_a_sealed_page_and_what_a_closed_statement_says_inside_another_stay_inside(tmp_path):
    page, other = held(rights=Rights.PUBLIC), held("Else\n\n“We pay.”\n", title="Else")
    outer = said(page, "“They told us: ‘There is no money now.’ ”")
    inner = said(page, "‘There is no money now.’", kind=StatementKind.NESTED, parent=outer)
    near = said(page, LIST)
    show(outer, near, said(other, "“We pay.”"))
    disclose(inner, Level.SEALED, "in danger", by_omar())
    seal(ask_to_seal(other.capture, "a witness could be known by it", by_maya()), by_omar())

    made = exported(tmp_path)

    assert made.counts.held_back == {"capture_sealed": 1, "holds_closed_words": 1, "sealed": 1}
    assert all("no money" not in text for text in made.everything().values())


def test_what_a_leaked_file_could_tell_of_its_way_stays_inside(tmp_path):
    page = held(rights=Rights.PUBLIC, url="https://mail.example/box/17")
    pass_on(page.account, NewHop(Hop.LEAKED, why="nobody knows whose it was"), by_maya())
    show(said(page, PROMISE))

    made = exported(tmp_path)

    everything = made.everything()
    assert all("mail.example" not in text for text in everything.values())
    assert not any(name.startswith("bundle.zip/texts/") for name in everything)
    assert verify_bundle(made.bundle)[0] == []


def test_a_question_leaves_with_all_of_its_versions_or_not_at_all(tmp_path):
    page = held()
    denial = add_account(page.work, "the council", by_maya(), hops=[NewHop(Hop.TOLD, why="quoted")])
    one, other = said(page, PROMISE), said(page, LIST, account=denial)
    question = open_question("Will they pay?", by_maya())
    first = add_version(question, NewVersion(page.account, "They will.", Stance.ASSERTS, [one]), by_maya())
    add_version(question, NewVersion(denial, "It is ready.", Stance.DENIES, [other], toward=first), by_maya())
    show(one)

    half = exported(tmp_path)
    show(other)
    whole = exported(tmp_path)

    assert (rows_of(half.text("versions.csv")), half.counts.questions_held_back) == ([], 1)
    assert [row["summary"] for row in rows_of(whole.text("versions.csv"))] == ["They will.", "It is ready."]
    assert not {"rank", "true", "weight"} & set(HEADERS["versions.csv"])


def test_a_commitment_leaves_with_what_is_said_to_have_come_of_it(tmp_path):
    record = small_record()
    new = NewCommitment("Families are paid", "pay", "promise", record["speaker"])
    made = confirm_commitment(new, [record["promise"]], by_maya())
    add_outcome(made, Came.NOT_MET, record["list"], by_maya())

    (row,) = rows_of(exported(tmp_path).text("commitments.csv"))

    assert (row["text"], row["made_by"], row["outcome"]) == ("Families are paid", "Huda Saab", "not_met")
    assert row["outcome_statement"] == str(record["list"].pk)


def test_a_commitment_that_was_taken_back_stays_inside(tmp_path):
    record = small_record()
    new = NewCommitment("Families are paid", "pay", "promise", record["speaker"])
    made = confirm_commitment(new, [record["promise"]], by_maya())
    retract(made, Why.SAFETY, "somebody could be harmed", by_omar())

    left = exported(tmp_path)

    assert rows_of(left.text("commitments.csv")) == []
    assert left.counts.commitments_held_back == 1


def test_a_statement_that_the_source_took_back_is_marked(tmp_path):
    record = small_record()
    retract(record["page"].work, Why.SOURCE_RETRACTED, "they took it back", by_omar())

    made = exported(tmp_path)

    assert "Taken back: by the source." in made.text("citations.txt")
    assert {row["retracted"] for row in rows_of(made.text("statements.csv"))} == {"source_retracted"}


def test_nothing_is_overwritten(tmp_path):
    made = exported(tmp_path)

    with pytest.raises(RecordRefused):
        export_record(out=made.folder, on=TODAY, head=head)
