"""The demo world: believable people, households, requests and cases out of a seed. Pure: no database, no Django.

Nobody in it exists. Given names are common ones, numbers are out of ranges that are never handed out, and every
text was written for this project.
"""
