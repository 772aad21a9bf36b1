"""What a phrase is: its text in each language, with the same gaps in both."""

from collections.abc import Mapping

Phrases = Mapping[str, Mapping[str, str]]
