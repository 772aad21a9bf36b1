"""The rules of `speed-alone` as a web application often has them: Django models, one claim at a time."""
