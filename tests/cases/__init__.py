"""The project's own names and what they mean: made up after what indexers, groups and sites write."""
