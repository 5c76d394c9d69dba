"""Who could start where, over all places at once: by the queue, explained on every line, decided by colleagues."""
