"""Who is who in English news: names, pronouns and those who are new, in sentences of our own."""

import pytest

from sanad.record.proposing import propose
from sanad.record.proposing.page import CONFIDENT
from tests.record.test_english import speakers

BESIDE = [
    ("Speaking at the fair in Port Sarn, Osei Brandt, the harbour clerk, said: “It is late.”", ["Osei Brandt"]),
    ("“It is late,” Nils Okdal, a keen clerk at the mill in Sarn told the Bell.", ["Nils Okdal"]),
    ("“It is late,” the farm nearest to the lake, said Lotte Brandt.", ["Lotte Brandt"]),
    ("“It is late,” said Sarn Mills analyst Omar Pell. “Go home.”", ["Omar Pell", "Omar Pell"]),
    ("Edith Crane, Mill Support and Gate Specialist for the North Sarn Trust said: “It is late.”", ["Edith Crane"]),
    ("Omar Pell from the North Sarn Trust told the Bell it was dark. “It is late.”", ["Omar Pell"]),
    ("“But it is late,” said one.", ["one"]),
    ("“It is late,” the man from Sarn who might have been a clerk, said in the yard.", ["man"]),
    ("“Is it late?” Nils Okdal asks as he drives his old van along the road between the two lakes.", ["Nils Okdal"]),
    ("“It is late,” Mill Trust head of claims Lotte Brandt said.", ["Lotte Brandt"]),
    ("“It is late,” Mill Trust head of lasting repairs Lotte Brandt said.", ["Lotte Brandt"]),
    ("“It is late,” explains the mill’s Lotte Brandt.", ["Lotte Brandt"]),
    ("“It is late,” explains FCMB’s Lotte Brandt.", ["Lotte Brandt"]),
    ("Omar Pell who lived there with his aunt, said it was dark.\n“It is late,” he said.", ["Omar Pell"]),
    ("The leader of Sarn Mills, Omar Pell, left, saying: “It is late.”", ["Omar Pell"]),
    ("Some still quote Pell’s much mocked remark to the clerk Nils Okdal: “It is late.”", ["Pell"]),
    ("After the fair ends, “it will be late for all of us,” the clerk Nils Okdal said.", ["Nils Okdal"]),
    ("‘‘It is late,’’ Nils Okdal says. ‘‘Go home.’’", ["Nils Okdal"] * 2),
    ("The clerks went home. One said: “It is late.” Another raged: “Go home.”", ["one", "another"]),
    ("The gate had been shut at noon, the clerk Omar Pell said, adding: “It is late.”", ["Omar Pell"]),
    ("Omar Pell, FCMB’s northern chief clerk, said: “It is late.”", ["Omar Pell"]),
    ("Omar Pell said: ‘It is late.\n‘Go home and rest.’", ["Omar Pell", "Omar Pell"]),
    ("“It was dark,” says Omar Pell. Adds his aunt, Ida Pell: “It was late.”", ["Omar Pell", "Ida Pell"]),
    ("As the clerks said that all was well, “we did go home,” Omar Pell says.", ["Omar Pell"]),
    ("“It is late,” said City Councilwoman Edith Crane, who came.", ["Edith Crane"]),
    ("“It is late,” says the first mate, Omar Pell, who came. “Go home,” he says.", ["Omar Pell", "Omar Pell"]),
    ("“It is late – says Omar Pell – and dark as well”.", ["Omar Pell"]),
    ("“The gate must stay” as it is, Nils Okdal said.", ["Nils Okdal"]),
]
NAMES = [
    ("Dermot Fay came. Her supervisor slept. Fay denies it. “It is late,” he said.", ["Dermot Fay"]),
    ("Ida Church, who came, left.\nAfter a time, she said it was late.\nShe added: “It is late.”", ["Ida Church"]),
    ("After a jury ruled in May, clerk Ida Voss, whose son came, said: “It is late.”", ["Ida Voss"]),
    ("Omar Pell who came to help Crane’s wife and daughter, says, “It is late.”", ["Omar Pell"]),
    ("Dusk fell over Yaqut Oul’s mind.\nHis aunt left, while Oul stayed.\n“It is late,” he says.", ["Yaqut Oul"]),
    ("Omar Pell came.\nHaving come as a boy, Pell’s days went by.\n“It is late,” he said.", ["Omar Pell"]),
    ("Omar Pell came.\nTyphoon Oul hit the town of Port Sarn.\n“It is late,” he said.", ["Omar Pell"]),
    ("Maysar Al Jundi, his wife Ida, and two sons came.\n“It is late,” Al Jundi said.", ["Maysar Al Jundi"]),
    ("“It was dark,” Omar Pell told Al Watan.\nRain fell in.\n“It is late,” he said.", ["Omar Pell"] * 2),
    ("Omar Pell came home.\nWith no way out, Pell’s family sat in one room.\n“It is late,” he said.", ["Omar Pell"]),
    ("“It was dark,” said Omar Pell.\nTheir new landlord has been kind.\n“It is late,” he said.", ["Omar Pell"] * 2),
    ("Edith Crane left.\nA young mother of two, she was one of ten there.\n“It is late,” she said.", ["Edith Crane"]),
    ("PORT SARN — Sixty-year-old Gigi Pell came home.\n“It is late,” she said.", ["Gigi Pell"]),
    ("Yusuf al-Jundi, 60, says he slept.\n“It was late,” he said.", ["Yusuf al-Jundi"]),
    ("Yusuf al-Jundi came.\n“It is late,” Jundi said. “Go home,” said al-Jundi.", ["Yusuf al-Jundi"] * 2),
    ("“It is late,” said Piet van Dongen. “Go home,” van Dongen said.", ["Piet van Dongen"] * 2),
    ("EDITH BRANDT came in.\n“It is late,” Brandt said.", ["Edith Brandt"]),
    ("Among them is Dory Kemp, 47 years old, a mother of two, who ran.\n“It is late,” she said.", ["Dory Kemp"]),
    ("Chess player Dory Lou King came in. King wrote a note.\n“It is late,” she said.", ["Dory Lou King"]),
]


@pytest.mark.parametrize(("text", "who"), BESIDE)
def test_a_speaker_is_found_beside_what_is_put_in(text: str, who: list[str]):
    assert speakers(text) == who


@pytest.mark.parametrize(("text", "who"), NAMES)
def test_a_name_keeps_its_particle_and_is_known_without_it(text: str, who: list[str]):
    assert speakers(text) == who


def test_a_pronoun_in_the_clause_before_is_who_comes_behind_it():
    text = (
        "“It is late,” Adam Moss said.\nAlthough he said it was “dark” out there, Karl Brandt stayed.\n"
        "“I will go,” he said."
    )

    assert speakers(text)[-1] == "Karl Brandt"


def test_a_paragraph_of_speech_is_of_whom_the_paragraph_before_introduced():
    text = (
        "“It is late,” said Adam Moss.\nEdith Crane was at work in a shop near the mill when the gate fell.\n"
        "“I heard a roar and ran.”"
    )

    assert speakers(text) == ["Adam Moss", "Edith Crane"]


def test_a_straight_mark_is_open_where_the_next_paragraph_opens_another():
    text = 'Adam Moss told the jury: "The loss is plain.\n\n"It must not sway you."'

    assert speakers(text) == ["Adam Moss", "Adam Moss"]


def test_who_told_goes_before_what_it_is_told_by():
    text = (
        "The boat made a “sharp” turn, according to the log, a source close to the inquiry told the Bell.\n"
        "“It was late,” he said."
    )

    assert speakers(text) == ["source"]


def test_what_has_a_number_in_its_name_is_nobody():
    text = "Karl Brandt flew in on Flight QX81. “It was late,” he said."

    assert speakers(text) == ["Karl Brandt"]


def test_a_bystander_without_a_name_is_nobody_to_a_pronoun_beside_one_with_a_name():
    text = "Adam Moss had come with a man from the mill, and the rain fell.\n“It is late,” he said."

    assert speakers(text) == ["Adam Moss"]


def test_a_pronoun_is_no_surer_than_the_one_it_goes_on_from():
    text = "Edith Crane met Anna Moss. She went home.\n“It is late,” she said."
    sure = propose("Edith Crane came. She went home.\n“It is late,” she said.").quotations[0].confidence

    assert propose(text).quotations[0].confidence < sure


def test_a_pronoun_of_a_person_is_no_thing_that_adds_something_and_no_place():
    text = "Karl Brandt, who lives in Stone Hollow, waits. The lack of light adds a worry.\n“It is late,” he said."

    assert speakers(text) == ["Karl Brandt"]


def test_a_mark_that_opens_straight_may_close_curly():
    assert speakers('"It is late,” said Adam Moss.') == ["Adam Moss"]


def test_who_is_quoted_in_part_is_as_sure_to_go_on_in_the_next_paragraph():
    page = propose("Karl Brandt said it was “a long and very dark night” for all.\n“We sat and waited for light.”")

    assert page.quotations[1].confidence >= CONFIDENT


def test_a_question_in_a_paragraph_of_its_own_is_answered_by_the_other_one():
    text = "“It is late,” said Adam Moss.\n“Go home,” said Edith Crane.\n“Will the gate be open?”\n“It never shuts.”"

    assert speakers(text) == ["Adam Moss", "Edith Crane", "Edith Crane", "Adam Moss"]


def test_of_two_who_do_something_in_a_sentence_neither_is_meant_for_sure():
    page = propose("Adam Moss won the race, and Karl Brandt saw it.\n“It is late,” he said.")

    assert page.quotations[0].confidence < CONFIDENT


def test_the_one_of_an_age_is_whom_the_sentence_before_is_about():
    text = (
        "Karl Brandt came with three friends. The 15-year-old, who lives in Sarn, said he ran.\nHe said: “It was late.”"
    )

    assert speakers(text) == ["Karl Brandt"]


def test_a_list_before_the_colon_begins_no_clause():
    text = (
        "Karl Brandt cheers a town that lost its mayor, its clock and Old Gate host in a month: “It is not that bad.”"
    )

    assert speakers(text) == ["Karl Brandt"]


def test_relatives_of_the_one_it_is_about_make_no_doubt():
    page = propose("Karl Brandt came home with his brother, his son and his uncle.\n“It is late,” he said.")

    assert page.quotations[0].confidence >= CONFIDENT


def test_the_subject_goes_before_whom_it_acts_on_though_only_the_latter_is_known_for_a_man():
    assert speakers("Okdal wrote a note to Karl Brandt in May.\n“It is late,” said Okdal. “So I left,” he said.") == [
        "Okdal",
        "Okdal",
    ]
    assert speakers("Asked whether Karl Brandt was ill, the clerk smiled.\n“It is late,” he said.") == ["clerk"]


def test_who_stands_behind_the_verb_at_the_end_of_what_is_reported_said_it():
    text = (
        "“It is late,” said Edith Crane.\nThe mill would shut before the spring came, said Pell.\n“Go home,” she said."
    )

    assert speakers(text) == ["Edith Crane", "Pell"]


def test_the_one_of_an_age_is_the_last_person_told_of():
    text = (
        "Edith Crane was among those who left, with her two sons.\nRain came in through the roof as the ice went.\n"
        "“It is late,” the 28-year-old said."
    )

    assert speakers(text) == ["Edith Crane"]


def test_a_paragraph_of_speech_is_of_whom_the_story_is_just_about_where_nobody_has_spoken():
    text = (
        "Edith Crane went home that day.\nFull of fear, she wept when she saw the mill.\n"
        "“They should never have let us build here.”"
    )

    assert speakers(text) == ["Edith Crane"]


def test_a_paragraph_of_speech_is_shown_without_confidence_where_the_story_went_on_to_somebody_else():
    text = (
        "Edith Crane is the clerk.\n“It is late,” Crane said.\nOmar Pell had come with his goat that day.\n"
        "Pell went home at nine.\n“It was dark by then.”"
    )

    assert propose(text).quotations[-1].confidence < CONFIDENT


def test_what_has_managers_or_is_which_is_a_body_and_no_pronoun_means_it():
    text = "Sarnoil manager Karl Brandt came. Sarnoil - which owns the mill - had tried it all, he said: “It is late.”"

    assert speakers(text) == ["Karl Brandt"]


def test_a_paragraph_of_speech_is_of_whom_the_story_came_to_since_anybody_spoke():
    text = (
        "The doctors say it cannot be healed.\nShe is still there.\nEdith Crane, 19, worked at the mill.\n"
        "She was found by evening.\nWhenever she sees a mill, she is scared.\n“I know it will stand, but I am afraid.”"
    )

    assert speakers(text) == ["Edith Crane"]


def test_who_is_named_alone_ahead_of_his_is_a_man_without_doubt():
    page = propose("Yaqut Oul stood smoking before what was his house.\n“It is late,” he said. “Go home.”")

    assert [one.confidence >= CONFIDENT for one in page.quotations] == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        "The clerk of the mill, where Edith Crane had slept and eaten all that year, said: “It is late.”",
        "A neighbour came out.\n“It is late,” he said.",
    ],
)
def test_two_who_may_have_spoken_are_shown_without_confidence(text: str):
    assert propose(text).quotations[0].confidence < CONFIDENT
