"""Sanad's own settings, with the command that is measured."""

from sanad.config.settings import *  # noqa: F403 -- all of them, as they are
from sanad.config.settings import INSTALLED_APPS as OWN

INSTALLED_APPS = [*OWN, "benchmarks.ledger_postings"]
