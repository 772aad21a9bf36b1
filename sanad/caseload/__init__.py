"""Claims files in, rounds out: what people send becomes one exact table, and nothing is lost on the way."""
