"""How fast the program is, measured against the smallest ordinary Textual app."""
