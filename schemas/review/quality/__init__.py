"""Quality while it runs: what sets one interviewer's work apart from that of the others.

`observed` is what is known of an interview and of a call, `answers` and `pace` count it, `measures`
declares what is compared, `comparing` says when that is worth a word, and `people` does it for all.
"""
