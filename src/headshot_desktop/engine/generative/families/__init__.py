"""One module for each kind of model that a pack can hold."""
