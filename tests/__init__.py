"""What people rely on, as sentences."""
