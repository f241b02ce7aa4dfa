"""Where the Word base lies and what its parts are called: all that writing a speech needs to know of it."""

from pathlib import Path

FOLDER = Path(__file__).parent / "base"
MANIFEST = "customXml/item1.xml"
LAYOUTS = ("9704", "33476")
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
