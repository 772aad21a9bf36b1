"""English news as it is written: each a turn of phrase that the rules once read wrongly, in sentences of our own."""

import pytest

from sanad.record.proposing import propose

SAID = [
    ("“It is late,” said Ronald R. Moss, a clerk. “Go home.”", ["Ronald R. Moss", "Ronald R. Moss"]),
    ("“It is late,” Rep. Ida L. Voss (D-Md.) said Friday.", ["Ida L. Voss"]),
    ("“It is late,” said the Rev. Noor Asmar, of the harbour mission.", ["Noor Asmar"]),
    ("“It is late,” said 9/11 widow Edith Crane.", ["Edith Crane"]),
    ("Secretary of State Ada Brill said: “It is late.”", ["Ada Brill"]),
    ("“It is late,” Lotte Brandt, the head of the Fund for Old Mills, told the Evening Bell.", ["Lotte Brandt"]),
    ("Omar Pell, 61, of Sarn, Md., who repairs clocks, said: “It is late.”", ["Omar Pell"]),
    ("Nils Okdal, the founder of Blue Jetty -- the firm that owns the pier -- told me, “It is late.”", ["Nils Okdal"]),
    ("“It is late,” said the ruling.", ["ruling"]),
    ("“It is late,” the letter reads. “Go home.”", ["letter", "letter"]),
    ("“It is late,” a voice in the lift says.", ["voice"]),
    ("Small groups of protesters walked by, chanting, “Open the gate now.”", ["small groups of protesters"]),
    ("“It is late,” said one Danish source on the panel.", ["danish source"]),
    ("“It was late, and I had no lamp.” ― Pia Lund", ["Pia Lund"]),
    ("''It is late,'' Mr. Pell said. ''Go home.''", ["Pell", "Pell"]),
]


def speakers(text: str) -> list[str | None]:
    page = propose(text)
    names = {one.id: one.name for one in page.entities}
    return [names[one.voice.who] if one.voice.who else None for one in page.quotations]


def reported(text: str) -> list[str]:
    return [one.span.of(text) for one in propose(text).reported]


@pytest.mark.parametrize(("text", "who"), SAID)
def test_who_says_it_stands_beside_it(text: str, who: list[str]):
    assert speakers(text) == who


def test_a_pronoun_is_whom_the_sentence_before_is_about_not_whom_it_names_last():
    text = "Adam Moss wrote to Minister Karl Brandt in the spring.\n“I have no answer,” he said."

    assert speakers(text) == ["Adam Moss"]


def test_a_pronoun_is_none_of_many_people_and_no_document():
    text = "Anna Moss came late. Two of the officers had read the report.\n“I have no answer,” she said."

    assert speakers(text) == ["Anna Moss"]


def test_a_nickname_parts_no_name():
    page = propose("“It is late,” said Marcia “Cia” Pell of the council.")

    assert page.entities[0].name == "Marcia Pell"
    assert [one.why for one in page.no_speech] == ["nickname"]


@pytest.mark.parametrize("before", ["on Channel Nine’s", "on", "in her book,"])
def test_what_has_a_title_is_no_speech(before: str):
    assert speakers(f"Ida Voss spoke of the flood {before} “The Long Water,” last week.") == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ida Voss said Sunday that the gate, which is old, would open.", "that the gate, which is old, would open"),
        ("Ida Voss told the evening meeting she was tired of waiting.", "she was tired of waiting"),
        ("Developers say the gate will open in spring.", "the gate will open in spring"),
        ("She had been assured at the fair, she said, that nobody would pay.", "that nobody would pay"),
        ("The gate would open soon, top city officials said Friday, as rain fell.", "The gate would open soon"),
        ("Ida Voss said the gate would open and called it a wonder.", "the gate would open"),
        ("Ida Voss told the clerk about the hole in her roof.", "the hole in her roof"),
    ],
)
def test_reported_speech_reaches_as_far_as_it_is_hers(text: str, content: str):
    assert content in reported(text)


def test_what_somebody_was_told_is_heard_inside_the_quotation_and_nobody_is_guessed():
    page = propose("Ida Voss said: “We were told there was a plan and that it would be paid.”")

    assert [(one.span.of(page.text), one.voice.who) for one in page.reported] == [
        ("there was a plan", None),
        ("it would be paid", None),
    ]


def test_nouns_that_look_like_verbs_say_nothing():
    assert reported("The mayor read Ida Voss’s remarks after the attacks in May.") == []


def test_a_fragment_has_the_speaker_of_the_sentence_that_reports_it():
    assert speakers("Ida Voss says it means the mayor “may not have paid a penny” for the gate.") == ["Ida Voss"]
