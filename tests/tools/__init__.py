"""Scripts that write the generated parts of the project; with `--check` they only report what is stale."""
