"""The report as a page: facts as plain values, drawings, and the templates that lay them out."""
