"""The acts of the record: each is one transaction, with one event and the digest of every row that it wrote."""
