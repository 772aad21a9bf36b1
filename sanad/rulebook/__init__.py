"""The rule sets of programmes: read from their folders."""
