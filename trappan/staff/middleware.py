"""One request is one transaction on behalf of one membership."""
