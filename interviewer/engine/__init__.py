"""A conversation without a screen: entries, answers, what a call has come to, what is learnt."""
