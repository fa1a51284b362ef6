"""The page widget."""
