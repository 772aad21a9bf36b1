"""English: cues, phrases, pronouns and dates."""
