"""Readings of the record."""
