"""What is measured, each in a process of its own: it does its work and says its seconds in one line of JSON."""
