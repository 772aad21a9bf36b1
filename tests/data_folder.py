"""Loaded before everything else (`-p` in pyproject.toml): Django reads its settings once, and they name this folder."""

import os
import tempfile

os.environ["SANAD_DATA"] = tempfile.mkdtemp(prefix="sanad-test-")
