"""From the rows of views to the plain, phrased rows of panes."""
