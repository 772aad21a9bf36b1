import pytest

from sanad.record.importers.proposed import Proposed, proposed_of_bytes
from sanad.record.importers.read import PageRefused, ReadPage
from sanad.record.importers.transcript import transcript

VTT = """WEBVTT
Language: en

STYLE
::cue { color: red }

NOTE a remark

1
00:01.000 --> 00:04.500 align:start
<v Rita Haddad>We will <i>repair</i> the stairs.</v>

00:05.000 --> 00:08.000
They are unsafe.

00:09.000 --> 01:00:10.250
<v.loud Sami>Who pays &amp; when?</v>
<v Rita Haddad>The council pays.
"""
SRT = """1
00:00:01,000 --> 00:00:02,000
MAYOR HADDAD: We will pay.

2
00:00:03,000 --> 00:00:04,000
In May.
"""


def read(text: str) -> ReadPage:
    return transcript("a.vtt", text.encode())


def codes(page: ReadPage) -> dict[str, object]:
    return {notice.code: notice.facts["count"] for notice in page.notices}


def test_each_voice_becomes_a_line_with_its_name():
    page = read(VTT)

    assert page.layers[0].text == (
        "Rita Haddad: We will repair the stairs.\n\nThey are unsafe.\n\nSami: Who pays & when?\n\n"
        "Rita Haddad: The council pays."
    )
    assert page.layers[0].language == "en"


def test_each_place_has_its_times():
    layer = read(VTT).layers[0]

    assert [(layer.text[one.start : one.end], one.from_ms, one.to_ms) for one in layer.heard] == [
        ("Rita Haddad: We will repair the stairs.", 1_000, 4_500),
        ("They are unsafe.", 5_000, 8_000),
        ("Sami: Who pays & when?", 9_000, 3_610_250),
        ("Rita Haddad: The council pays.", 9_000, 3_610_250),
    ]


def test_names_in_capitals_are_labels():
    page = transcript("a.srt", SRT.replace("\n", "\r\n").encode())

    assert page.layers[0].text == "Mayor Haddad: We will pay. In May."
    assert page.media_type == "application/x-subrip"


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("<v Rita>We will", "<v Rita>pay.", "Rita: We will pay."),
        ("<v Rita>We pay.", "When?", "Rita: We pay.\n\nWhen?"),
        ("Rita: We will", "pay.", "Rita: We will pay."),
        ("Rita: We pay.", "Sami: When?", "Rita: We pay.\n\nSami: When?"),
        ("رئيس البلدية: سندفع", "غدا.", "رئيس البلدية: سندفع غدا."),
        ("RITA: We pay.\nSAMI: When?", "In May.", "Rita: We pay.\n\nSami: When? In May."),
        ("- We pay.\n- When?", "- In May.", "- We pay.\n\n- When?\n\n- In May."),
        ("We will pay\nin May", "or in June.", "We will pay in May or in June."),
    ],
)
def test_who_speaks_on_is_not_parted_and_another_voice_is(first: str, second: str, text: str):
    cues = f"00:01.000 --> 00:02.000\n{first}\n\n00:03.000 --> 00:04.000\n{second}\n"

    assert read(f"WEBVTT\n\n{cues}").layers[0].text == text


def test_tags_are_counted():
    assert codes(read(VTT)) == {"tags_removed": 7}


@pytest.mark.parametrize(
    ("times", "told"),
    [
        (("00:01.000 --> 00:03.000", "00:02.000 --> 00:04.000"), {"overlapping_times": 1}),
        (("00:05.000 --> 00:06.000", "00:02.000 --> 00:04.000"), {"unordered_times": 1}),
        (("00:05.000 --> 00:04.000", "00:06.000 --> 00:07.000"), {"backward_times": 1}),
        (("00:01.000 --> 00:02.000", "0:3 --> 0:4"), {"unread_blocks": 1}),
    ],
)
def test_what_is_wrong_with_times_is_counted(times: tuple[str, str], told: dict[str, int]):
    assert codes(read("WEBVTT\n\n" + "\n\n".join(f"{time}\nWords." for time in times))) == told


@pytest.mark.parametrize("text", ["", "WEBVTT", "WEBVTT\n\n00:01.000 --> 00:02.000\n", "words only"])
def test_a_transcript_in_which_nothing_is_said_is_refused(text: str):
    with pytest.raises(PageRefused) as refused:
        read(text)

    assert refused.value.code == "no_cues"


def test_the_rules_find_who_speaks_in_a_transcript():
    cues = "".join(
        f"00:0{at}.000 --> 00:0{at}.900\n<v {who}>{said}\n\n"
        for at, (who, said) in enumerate(
            [
                ("Rita Haddad", "We will repair the stairs in May."),
                ("Sami Nassar", "Nobody told us anything about it."),
                ("Rita Haddad", "The council pays for all of it."),
            ]
        )
    )

    (found,) = proposed_of_bytes("talk.vtt", f"WEBVTT\n\n{cues}".encode())

    assert isinstance(found, Proposed)
    names = {one["id"]: one["name"] for one in found.shape["entities"]}
    assert [names.get(one["speaker"]) for one in found.shape["quotations"]] == [
        "Rita Haddad",
        "Sami Nassar",
        "Rita Haddad",
    ]
