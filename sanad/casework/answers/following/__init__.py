"""Following the sealed chain: which answers an act touches, and the order of payment after it."""
