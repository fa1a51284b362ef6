"""What rests on which source: quotations checked, cited words found, coverage counted."""
