"""Files → text and origin."""
