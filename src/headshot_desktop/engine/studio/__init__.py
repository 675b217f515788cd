"""The Studio engine: the person's own pixels, lit, cut out, set on a backdrop and framed."""
