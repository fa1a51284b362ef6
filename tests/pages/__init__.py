"""What the pages say of each record."""
