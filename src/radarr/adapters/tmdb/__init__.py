"""The TMDB adapter."""
