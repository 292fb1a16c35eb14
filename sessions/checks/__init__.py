"""What the law and good practice say of the record, one module a subject. `sessions.findings` asks them all."""
