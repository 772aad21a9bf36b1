"""Keeping what a folder of tables says, with the primary sources that it names."""
