"""Django's own way to PostgreSQL, which looks at a connection before it asks the server whether it still stands."""
