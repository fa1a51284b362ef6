"""The page view and its parts: layout cache, viewport, scroll anchor, selection, prerendered lines."""
