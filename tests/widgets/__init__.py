"""The reusable pieces, each alone on a screen."""
