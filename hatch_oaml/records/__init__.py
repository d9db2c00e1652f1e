"""What travels: frozen records that are parsed, rendered and compared, and that read nothing."""
