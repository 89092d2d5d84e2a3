"""Pages that anybody may read: the guides and what there is to know about this site."""
