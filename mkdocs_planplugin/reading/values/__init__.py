"""What the short values of a plan say: estimates, dates, levels, states, references, and spots nobody has filled in."""
