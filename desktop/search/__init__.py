"""Finding things in the guide: what a person half remembers -> the topic and the place in it. Knows no Qt."""
