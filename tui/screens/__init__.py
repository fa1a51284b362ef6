"""The screens: browse, problems, help."""
