"""What the product does, without a face: the one object that the window and the command line share."""
