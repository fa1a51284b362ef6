"""The signed matrix: the widget with its cursor, and how the matrix is drawn."""
