"""Parts that more than one page could use."""
