"""The user's own Word file, changed in place: its parts, its trees, and everything else as it was."""
