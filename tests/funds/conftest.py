import pytest

from sanad.funds.models import Fund, Part
from sanad.staff.models import User
from tests.funds.money import cedar_fund, general


@pytest.fixture
def omar(db: None) -> User:
    return User.objects.create_user("omar@sanad.test", "Omar Daher")


@pytest.fixture
def mona(db: None) -> User:
    return User.objects.create_user("mona@sanad.test", "Mona Khoury")


@pytest.fixture
def fund(db: None) -> Fund:
    return cedar_fund()


@pytest.fixture
def part(fund: Fund) -> Part:
    return general(fund)
