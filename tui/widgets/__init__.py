"""The widgets: lists, pages, the matrix, bars and fields."""
