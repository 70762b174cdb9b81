"""What is asked, and what an answer is: pydantic and the standard library, no input or output.

Imports run down this list, never up, and never in a circle:

surveys        one folder a survey: its questionnaire, its units, its classes, its report
codebook       what is derived from a questionnaire: columns, documents, forms for other programs
review         what is made of finished interviews: classes, decisions, shared services, figures
calls          whom we ring and what follows: outcomes, appointments, the call list, spoken times
questionnaire  the vocabulary a questionnaire is written in, its conditions, and the route
frame          the units of a survey: how they are called, grouped and found
language       sentences in three languages; numbers, telephone numbers, what is typed
"""
