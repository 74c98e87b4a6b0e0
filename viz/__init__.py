"""How answers are shown: views, layouts, scenes, pages and papers."""
