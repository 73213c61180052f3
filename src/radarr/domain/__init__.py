"""What a movie, a release and a good decision are: values in, values out, no I/O."""
