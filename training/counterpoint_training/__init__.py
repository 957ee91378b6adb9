"""Trains the annotator's network: prepare -> train -> export -> evaluate -> fixtures."""
