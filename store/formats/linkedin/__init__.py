"""LinkedIn's data export: connections and messages, as single files or in the zip downloaded."""
