"""What Hypothesis makes texts of."""

from hypothesis import strategies as st

# All that UTF-8 can write, which is what `st.text()` takes, too; but that finds these out by trying all of them, which
# takes each process of a fresh clone some seconds.
CHARACTERS = st.characters(exclude_categories=["Cs"])
