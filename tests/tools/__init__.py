"""Scripts that write the generated parts of the project; with `--check` they only say what is stale and exit with 1."""
