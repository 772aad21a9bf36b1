"""How a page comes in: its bytes are kept as they are, and its text is made of them by a named way."""
