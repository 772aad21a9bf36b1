"""What leaves the record: citations, JSON-LD, annotations, tables, and a bundle that others verify. No Django."""
