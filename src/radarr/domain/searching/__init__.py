"""What is searched, when, and at which indexers: values in, values out."""
