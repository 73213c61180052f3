"""The library's disks."""
