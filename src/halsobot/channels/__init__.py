"""The doors: each turns what arrives into an Inbound, and a stored view into what is shown."""
