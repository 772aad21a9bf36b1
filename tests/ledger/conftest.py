import pytest

from sanad.staff.models import User


@pytest.fixture
def amal(db: None) -> User:
    return User.objects.create_user("amal@sanad.test", "Amal Haddad")
