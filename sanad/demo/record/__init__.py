"""The record of the made-up district: pages in both languages, some confirmed as they were annotated by hand."""
