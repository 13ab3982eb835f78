"""Random faults in the program, to see whether the tests notice."""
