"""The Prowlarr adapter."""
