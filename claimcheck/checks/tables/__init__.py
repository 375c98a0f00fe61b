"""Tables as checks see them: figures on a grid, columns with roles, rows that are totals."""
