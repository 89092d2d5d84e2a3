"""What the first page of the editors' desk says, worked out from documents and from how they stand."""
