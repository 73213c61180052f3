"""What may be asked of us (`driving`, `views`) and what we ask of the world: one noun a file, Protocols and values."""
