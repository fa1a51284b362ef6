"""Where the reader is: Place and Trail, immutable values."""
