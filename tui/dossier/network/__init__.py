"""The ties of a dossier as a signed graph: pairs, blocs, chains, alignment, balance."""
