"""Person-in-environment: where a life is hard, how hard, for how long, and with what strength it is met.

The structure of four factors is the profession's; codes, words and definitions are our own and local.
"""
