"""What the record holds, made ready for pages: words for codes, text in pieces, chains as rows."""
