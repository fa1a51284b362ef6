"""How a page looks: Page -> lines for the screen, plain text for a pipe."""
