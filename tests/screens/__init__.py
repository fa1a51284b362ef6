"""The screens, as somebody in front of them sees them."""
