"""The one HTTP client under every service adapter: a kernel that adapters share."""
