"""What is done for protected witnesses: lodging, taking up, withdrawing, looking, protecting."""
