"""Two rounds over one caseload side by side: what each costs, who gets more or less, and where."""
