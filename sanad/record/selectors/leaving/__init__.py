"""What leaves the record on a day: everything that may be shown to everybody, and nothing else."""
