"""What must stay true of the project as a whole: its layout, its files, its wheel and the parts that are generated."""
