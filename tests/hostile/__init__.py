"""What a stranger may send: made from a good dossier by mutation, and sent through everything the program has."""
