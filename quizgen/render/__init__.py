"""Renders documents, one format a file."""
