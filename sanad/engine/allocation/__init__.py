"""The order of payment over numbers alone: who gets how much of a fund. Integers in minor units throughout."""
