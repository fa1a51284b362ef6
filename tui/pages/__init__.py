"""What a record says: one file a kind, record -> Page. Knows no Textual."""
