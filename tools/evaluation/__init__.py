"""How good the embedded models are, measured on folders of labelled portraits."""
