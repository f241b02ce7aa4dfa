"""qicao (起草): first drafts of mobilization speeches, assembled from a library of sections."""

__version__ = "0.1.0"
