"""What is asked of ledger and works, one module each. A query whose meaning changes gets another version."""
