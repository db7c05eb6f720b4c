"""What is kept, and how: SQLite through SQLAlchemy, with one writer that groups commits."""
