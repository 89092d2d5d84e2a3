"""The toolkit's documents as pages and as texts to take away."""
