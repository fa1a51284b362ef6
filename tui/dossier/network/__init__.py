"""The ties of a dossier as a signed network: pairs, blocs, chains, alignment, balance."""
