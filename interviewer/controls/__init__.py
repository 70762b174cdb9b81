"""What several screens are made of: the keys, lists that typing searches, forms, pages, F1.

What a key is: `keys`; what it leads to: `screen`; what can be done on a screen: `actions`, and by
name `offers`; `help` is F1.
Lists: `options`, `scrolling`, `search_line`, `on_desk`.  Pages: `reading`.
Typing: `text_keys`, `long_text`, `contact_form`, `asking`, `consenting`, `half_typed`.
For the world outside: `handing`.
"""
