"""What every page stands in: the site, a view of it, links, terms, templates."""
