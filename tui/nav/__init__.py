"""Where the reader is: the immutable Place and Trail, and the Navigator that moves between places."""
