"""How pages look: rows of a given width."""
