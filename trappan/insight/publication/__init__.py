"""What has been published: what is told of it today beside, and its files out."""
