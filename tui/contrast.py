"""How well one colour is told from another, as a reader sees them."""

from textual.color import Color


def seen_on(ground: Color, value: str) -> Color:
    """A colour as it is seen on a ground: `auto` is black or white there, `50%` lets the ground shine through."""
    name, _, share = value.partition(" ")
    alpha = float(share.rstrip("%")) / 100 if share else 1.0
    if name == "auto":
        return ground + ground.get_contrast_text(alpha)
    color = Color.parse(name)
    return ground + color.with_alpha(color.a * alpha)


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)
