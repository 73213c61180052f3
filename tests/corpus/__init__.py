"""Names and what they mean, read from JSONL files, held against the parser: `python -m tests.corpus PATH...`."""
