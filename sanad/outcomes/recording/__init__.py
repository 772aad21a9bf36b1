"""What the programme itself says in public becomes part of the record, and what it promises there a commitment."""
