"""Reports of a genre that nobody described -> a template folder from which such a report can be drafted."""
