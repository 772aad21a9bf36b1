"""Arabic: cues with their forms, phrases after the verb, and dates."""
