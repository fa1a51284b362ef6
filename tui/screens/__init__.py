"""The screens: browse, loading and problems, the dialogs for help, jumping and filters, and what they share."""
