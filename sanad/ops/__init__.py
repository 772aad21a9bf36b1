"""The command line: each verb calls a pure room or starts a management command."""
