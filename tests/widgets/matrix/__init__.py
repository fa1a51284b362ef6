"""The signed matrix."""
