"""The data of a dossier: reading, checking and linking its records, and analysing its network."""
