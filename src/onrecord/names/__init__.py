"""What a name is, apart from any text: normal forms, titles, given names, countries. Knows no engine."""
