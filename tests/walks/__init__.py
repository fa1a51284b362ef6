"""Long random walks through the program."""
