"""What a release name says."""
