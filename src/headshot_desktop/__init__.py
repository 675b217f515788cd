"""Headshot Desktop: professional headshots from everyday photos, made on the person's own machine."""

__version__ = "0.1.0"
