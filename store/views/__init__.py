"""Pure views: a snapshot and a date in, the rows of a pane or a JSON answer out."""
