"""Values that records are made of: cleaned text, dates, cites, the closed vocabularies."""
