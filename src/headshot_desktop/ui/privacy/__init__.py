"""The Privacy Centre: one section for each question that a person has."""
