"""What the balance of the signed ties says, as pages and lists."""
