"""Who is placed where: proposed, answered, introduced, changed, ended; pauses, closures, sessions."""
