"""What the builder of plans shows: questions, what-ifs, the answers once more, and ways out where no plan fits."""
