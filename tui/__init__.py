"""A keyboard-driven reader of sourced conflict dossiers in the terminal."""

VERSION = "0.1.0"
