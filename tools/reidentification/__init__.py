"""An attack on anonymised pictures: learn from pairs which of many people a picture was made of."""
