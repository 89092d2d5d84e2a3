"""Two or three guides side by side: questions answered from their documents, and how far the answers lie apart."""
