"""Every format of export and import."""
