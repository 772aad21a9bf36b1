"""What a command's process keeps out of itself."""

import subprocess
import sys

MAKES_AN_ARRAY = """
import sys
from sanad.ops.lean import without_pandas
without_pandas()
import pyarrow
pyarrow.array([1, 2])
print("pandas" in sys.modules)
"""


def test_pandas_is_not_loaded_for_the_first_array():
    ran = subprocess.run([sys.executable, "-c", MAKES_AN_ARRAY], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "False"
