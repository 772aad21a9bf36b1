"""Tables of facts that somebody compiled, each with the primary sources that it names."""
