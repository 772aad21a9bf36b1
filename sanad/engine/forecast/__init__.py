"""When money reaches a turn in the order of payment: numbers and days in, a range with its assumptions out. Whole
minor units throughout; what nobody knows is a word, never 0.
"""

from sanad.engine.forecast.given import Kept, PayTime, Pledge, Turn
from sanad.engine.forecast.outlook import Outlook
from sanad.engine.forecast.reach import Assumption, Forecast, Reach

__all__ = ["Assumption", "Forecast", "Kept", "Outlook", "PayTime", "Pledge", "Reach", "Turn"]
