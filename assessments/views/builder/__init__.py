"""The builder: four steps to a plan or to a change of one, waiting for it, and ways out where none fits."""
