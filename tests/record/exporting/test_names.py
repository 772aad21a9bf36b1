"""No name of somebody who is not shown leaves, in no script and no spelling."""

import unicodedata
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanad.record.exporting.guard import Guard, NamesWouldLeave
from sanad.record.exporting.names import Names, folded
from sanad.record.kinds import AgentKind, Level, Naming, Rights, SpeakerStatus
from sanad.record.services.agents import NewAgent, add_agent, name_agent
from sanad.record.services.captures import NewLayer, add_layer
from sanad.record.services.disclosures import disclose
from sanad.record.spans import At
from sanad.record.statement_wanted import Voiced
from tests.record.exporting.shown import LIST, PROMISE, exported, show, small_record
from tests.record.keeping.pages import by_maya, by_omar, held, huda, karim, said

NAMES = ("Huda Saab", "هدى صعب", "Abd al-Rahman", "أمّ علي", "مؤسسة الإغاثة", "Zoë Ångström", "Karim")
HARAKAT = "\u064b\u064e\u064f\u0650\u0651\u0652"
SAME = {"أ": "اإآٱ", "إ": "اأآ", "ا": "أإ", "ى": "يی", "ي": "ىی", "ة": "ه", "ه": "ة", "ك": "ک"}
APART = (" ", "\u00a0", "\n", "-", "_", "\u200f ", ". ", "  ", "ـ ", "")
BEFORE = ("", "و", "ل", "بال", "فلل", "the ", "«")


@st.composite
def spelled(draw: st.DrawFn, name: str) -> str:
    """The name as another would write it."""
    written = "".join(draw(_sign(sign)) for sign in unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), name))
    written = getattr(written, draw(st.sampled_from(["upper", "lower", "title", "swapcase"])))()
    is_arabic = any("\u0600" < sign < "\u06ff" for sign in name)
    before = draw(st.sampled_from(BEFORE if is_arabic and not folded(name).startswith("ال") else BEFORE[-2:]))
    return f"{before}{written}{draw(st.sampled_from(['', chr(8217) + 's', '»', ',']))}"


def _sign(sign: str) -> st.SearchStrategy[str]:
    if sign == " ":
        return st.sampled_from(APART)
    if sign in SAME:
        return st.sampled_from([sign, *SAME[sign]])
    if "\u0621" <= sign <= "\u064a":
        return st.sampled_from([sign, f"{sign}ـ", *(sign + mark for mark in HARAKAT), f"{sign}\u200d"])
    return st.sampled_from([sign, f"{sign}\u00ad", f"{sign}\u0301" if sign.isalpha() else sign])


@settings(max_examples=300, deadline=None)
@given(
    name=st.sampled_from(NAMES),
    data=st.data(),
    around=st.tuples(st.sampled_from(["", "قال ", "He met "]), st.just(" 2")),
)
def test_a_name_is_found_however_it_is_spelled(name, data, around):
    text = around[0] + data.draw(spelled(name)) + around[1]

    assert list(Names([*NAMES]).found_in(text)), text


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_found_in_an_address(name):
    assert list(Names([name]).found_in(f"https://news.example/{quote(name.replace(' ', '-'))}/1"))


@pytest.mark.parametrize("text", ["Karima came", "the quality", "هدية صعبة جدا", "Huda and Ali Saab", "Saab, Huda"])
def test_other_words_are_no_name(text):
    assert not list(Names(["Huda Saab", "هدى صعب", "Karim", "Ali"]).found_in(text.replace("Ali ", "")))


def test_the_guard_says_where_and_never_which():
    guard = Guard(Names(["Huda Saab"]).found_in)
    guard.look("statement 3", {"a": ["fine", {"HUDA-SAAB": 1}]})

    with pytest.raises(NamesWouldLeave) as refused:
        guard.refuse()

    assert refused.value.places == ("statement 3",)
    assert "huda" not in str(refused.value).lower()


@pytest.mark.django_db
@pytest.mark.parametrize("where", ["manner", "place", "text_of_the_words", "title"])
def test_a_hidden_name_in_what_leaves_refuses_the_whole_export(tmp_path, where):
    hidden = add_agent(NewAgent(AgentKind.PERSON, "Rima Daher"), by_maya())
    name_agent(hidden, "ريما ضاهر", "ar", by_maya())
    title = "قصة رِيمـا ضَاهِر" if where == "title" else "Repairs"
    page = held("News\n\n“Ask RIMA\u00a0DÁHER about it.”\n\n“The list is ready.”\n", title=title)
    told = (
        {"manner": "like Rima Daher"} if where == "manner" else {"place": "بيت ريما ضاهر"} if where == "place" else {}
    )
    made = said(page, "“Ask RIMA\u00a0DÁHER about it.”" if where == "text_of_the_words" else LIST, **told)
    show(made)

    with pytest.raises(NamesWouldLeave) as refused:
        exported(tmp_path)

    assert f"statement {made.pk}" in refused.value.places
    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db
def test_names_that_others_protect_refuse_it_as_well(tmp_path):
    small_record()

    with pytest.raises(NamesWouldLeave):
        exported(tmp_path, names_found=Names(["within a few months"]).found_in)


@pytest.mark.django_db
def test_what_stands_around_the_words_is_left_out_where_it_names_somebody_hidden(tmp_path):
    page = held(rights=Rights.PUBLIC)
    karim(page)
    show(said(page, LIST), said(page, PROMISE))

    made = exported(tmp_path)

    everything = made.everything()
    first, _ = made.json("annotations.jsonld")["items"]
    assert made.counts.exported == 2
    assert {"prefix", "suffix"} & set(first["target"]["selector"][0]) == set()
    assert all("Karim" not in text for text in everything.values())
    assert made.counts.texts_held_back == 1


@pytest.mark.django_db
def test_a_forename_means_nobody_in_another_article(tmp_path):
    karim(held())
    other = held("News\n\n“Karim Daher will pay.”\n", title="Another page")
    show(said(other, "“Karim Daher will pay.”"))

    assert exported(tmp_path).counts.exported == 1


@pytest.mark.django_db
def test_a_surname_alone_means_somebody_on_the_pages_where_they_are_met(tmp_path):
    page, words = held("News\n\n“Ask Saab.”\n\n“I know.”\n", title="News"), "“Ask Saab.”"
    hidden = huda()
    other = held("More\n\n“Saab sells cars.”\n", title="More")
    said(page, "“I know.”", hidden)
    show(made := said(page, words), said(other, "“Saab sells cars.”"))
    disclose(hidden, Level.SEALED, "in danger", by_omar())

    with pytest.raises(NamesWouldLeave) as refused:
        exported(tmp_path)

    assert refused.value.places == (f"statement {made.pk}",)


@pytest.mark.django_db
def test_whoever_is_named_in_one_text_of_a_page_is_hidden_in_its_others(tmp_path):
    page, words = held(), "“Karim will pay.”"
    karim(page)
    other = add_layer(page.capture, NewLayer(f"{words}\n", "a translation", "1", "en"), by_maya())
    show(made := said(page, LIST, content=At(other, 0, len(words))))

    with pytest.raises(NamesWouldLeave) as refused:
        exported(tmp_path)

    assert refused.value.places == (f"statement {made.pk}",)


@pytest.mark.django_db
def test_whoever_is_shown_under_another_name_has_that_name_only(tmp_path):
    page, speaker = held(rights=Rights.PUBLIC), huda()
    made = said(page, PROMISE, voice=Voiced(SpeakerStatus.NAMED, speaker, page.at("Huda Saab")))
    show(made)
    disclose(speaker, Level.PSEUDONYM, "she asked for it", by_omar(), shown_as="A clerk of the council")

    export = exported(tmp_path)

    assert "[1] A clerk of the council" in export.text("citations.txt").replace(f"[{made.pk}]", "[1]")
    assert all("Saab" not in text for text in export.everything().values())


@pytest.mark.django_db
def test_a_described_speaker_is_said_to_be_described(tmp_path):
    page = held()
    new = NewAgent(AgentKind.PERSON, "a clerk", Naming.DESCRIBED, page.article, is_private=False)
    show(said(page, PROMISE, add_agent(new, by_maya())))

    export = exported(tmp_path)

    assert "a clerk (described, not named): " in export.text("citations.txt")
    (agent,) = [one for one in export.json("statements.jsonld")["@graph"] if one["id"].startswith("urn:sanad:agent:")]
    assert agent["description"] == "a clerk"
    assert "name" not in agent


@pytest.mark.django_db
def test_nobody_can_guess_a_name_from_a_digest():
    one, other = huda(), huda()

    assert one.salt != other.salt
    assert len(one.salt) == 64
