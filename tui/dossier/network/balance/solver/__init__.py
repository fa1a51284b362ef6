"""The exact solver behind `frustration`: branch and bound on one part of a signed network."""
