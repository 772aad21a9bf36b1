"""From the syntax tree to the typed tree: names, types, units, scales and the proof by intervals."""
