"""The XML that Prowlarr and bare Torznab addresses speak: a kernel that adapters share."""
