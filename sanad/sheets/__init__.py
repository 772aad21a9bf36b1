"""Tables of people's files: CSV, XLSX and Parquet in and out, and texts read as exact values by SQL."""
