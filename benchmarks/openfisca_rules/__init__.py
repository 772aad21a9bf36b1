"""The rules of `speed-alone` written for OpenFisca-Core as its manual says: entities, parameters, variables."""
