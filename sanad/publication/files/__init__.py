"""A release as files: tables, their description, hashes, all in one archive."""
