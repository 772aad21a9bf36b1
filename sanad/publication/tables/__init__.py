"""The tables of a release: each module counts one, and says what each of its columns means."""
