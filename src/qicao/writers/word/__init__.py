"""The parts of a Word file: the base document, the body, the zip, the manifest."""
