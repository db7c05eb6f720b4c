"""The nouns of halsobot as frozen data. Every other room imports them; they import nothing of ours."""
