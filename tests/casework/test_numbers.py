import pytest

from sanad.casework.claims.codes import ALPHABET, in_groups, new_code, new_secret, plain
from sanad.casework.claims.numbers import WrongNumber, check_digit, claim_number, read_number

SERIALS = [1, 17, 4117, 999_999, 1_000_000]


@pytest.mark.parametrize("serial", SERIALS)
def test_every_wrong_digit_is_found(serial: int):
    number = claim_number("SSP", serial)
    places = [at for at, sign in enumerate(number) if sign.isdigit()]

    wrong = [number[:at] + digit + number[at + 1 :] for at in places for digit in "0123456789" if digit != number[at]]

    assert len(wrong) == 9 * len(places)
    for typed in wrong:
        with pytest.raises(WrongNumber):
            read_number(typed)


@pytest.mark.parametrize("serial", SERIALS)
def test_every_pair_of_swapped_neighbours_is_found(serial: int):
    prefix, digits, last = claim_number("SSP", serial).split("-")
    whole = digits + last

    swapped = [whole[:at] + whole[at + 1] + whole[at] + whole[at + 2 :] for at in range(len(whole) - 1)]

    for typed in (one for one in swapped if one != whole):
        with pytest.raises(WrongNumber):
            read_number(f"{prefix}-{typed[:-1]}-{typed[-1]}")


@pytest.mark.parametrize("typed", ["{}", " {} ", "{}\u200f", "\u202b{}\u202c"])
def test_a_number_is_read_as_people_type_it(typed: str):
    number = claim_number("SSP", 4117)

    assert read_number(typed.format(number)) == number
    assert read_number(typed.format(number.lower().replace("-", ""))) == number
    assert read_number(typed.format(number.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")))) == number


@pytest.mark.parametrize("typed", ["", "SSP", "4117", "SSP-4117-6", "SSP-004117", "<script>", "٪", "SSP-004117-6'--"])
def test_what_is_no_number_is_told_how_one_looks(typed: str):
    with pytest.raises(WrongNumber) as refusal:
        read_number(typed)

    assert refusal.value.code == "no_number"
    assert "SSP-004117-6" in refusal.value.says["ar"]


def test_check_digits_do_not_cluster():
    assert len({check_digit(f"{serial:06}") for serial in range(10)}) == 10


def test_codes_are_long_enough_and_never_the_same():
    codes, secrets = {new_code() for _ in range(1_000)}, {new_secret() for _ in range(1_000)}

    assert len(codes) == len(secrets) == 1_000
    assert {len(code) for code in codes} == {10}
    assert {len(secret) for secret in secrets} == {23}
    assert set("".join(codes | secrets)) <= set(ALPHABET)


def test_a_code_is_read_as_people_type_it():
    assert plain(" 7kol-iab12 ") == "7K011AB12"
    assert in_groups("ABCDEFGHJK") == "ABCDE-FGHJK"
