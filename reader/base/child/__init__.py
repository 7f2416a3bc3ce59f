"""Child processes, for work that must neither harm nor slow down the program: one protocol for all of them.

The program is the client (client.py); the child runs a loop (loop.py). A message is a line of JSON
(messages.py); a request or an answer follows its line in an encoding that the two agree on (encodings.py).
"""
