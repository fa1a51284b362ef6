"""From a TOML file to typed records, and everything that can be wrong with it on the way."""
