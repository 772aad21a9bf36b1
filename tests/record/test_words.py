from sanad.record.proposing.page import Span
from sanad.record.proposing.words import words_of


def test_a_point_after_a_number_ends_the_sentence_and_one_inside_it_does_not():
    text = "It cost 2.5 million, in 2020. Dr. Rita said: 1,500:"

    assert [word.text for word in words_of(text, Span(0, len(text)))] == [
        *("It", "cost", "2.5", "million", ",", "in", "2020", "."),
        *("Dr.", "Rita", "said", ":", "1,500", ":"),
    ]
